import type { QuorumModel } from '../quorum.ts';
import { type Note, note } from './note.ts';
import { sources } from './sources.ts';
import { inShort } from './span.ts';

/** Names in a sentence: one, two, or how many. */
function inWords(names: readonly string[], many: string): string {
  return names.length > 2 ? `${names.length} ${many}` : names.join(' and ');
}

const verb = (names: readonly string[], one: string, several: string) => (names.length === 1 ? one : several);

/** AZs cannot reach each other; `home` is the side of the clients. */
export function azPartitionBegins(
  far: readonly string[],
  home: readonly string[],
  complete: number,
  { write }: QuorumModel,
): Note {
  return note(
    'partition-begins',
    'partition',
    `${inWords(far, 'AZs')} cannot reach ${inWords(home, 'AZs')}: ${complete} of ${write.of} copies are with the clients.`,
    'Clients and control plane are taken to be where most AZs are; readers elsewhere see no new commits.',
    'assumed',
  );
}

export function azPartitionEnds(zones: readonly string[], after: number): Note {
  return note(
    'partition-ends',
    'partition ends',
    `${inWords(zones, 'AZs')} ${verb(zones, 'is', 'are')} in reach again after ${inShort(after)}.`,
    'Readers there go on from where they were; copies fetch what they missed from their peers.',
    sources.gossip,
  );
}

/** A writer that was replaced while it was cut off finds its epoch refused. */
export function formerWriterRefused(id: string, epoch: number, current: number): Note {
  return note(
    'partition-ends',
    `${id} refused`,
    `${id} still writes with epoch ${epoch}; the volume refuses it, and it restarts as a reader.`,
    `The volume took epoch ${current} with a write quorum; ${id} had none, so nothing of it was acknowledged.`,
    sources.epochs,
  );
}

/** A writer that was cut off, and that nobody has replaced, writes again. */
export function writerReached(id: string, epoch: number): Note {
  return note(
    'partition-ends',
    `${id} reached`,
    `${id} is in reach again and goes on as the writer, with epoch ${epoch}.`,
    'Nobody had been promoted in its place.',
    sources.epochs,
  );
}

/** Regions cannot reach each other; `followers` are those kept from the primary. */
export function regionPartitionBegins(primary: string, followers: readonly string[]): Note {
  if (followers.length === 0) {
    return note(
      'partition-begins',
      'partition',
      `Other Regions cannot reach each other; all of them still reach ${primary}.`,
      'Each of them gets its changes from the primary Region.',
      sources.globalDatabase,
    );
  }
  return note(
    'partition-begins',
    'partition',
    `${inWords(followers, 'Regions')} cannot reach ${primary}: replication stops, and the lag grows.`,
    'Each side goes on by itself with its own clients; no Region takes over by itself.',
    sources.notAutomatic,
  );
}

export function regionPartitionEnds(primary: string, followers: readonly string[]): Note {
  return note(
    'partition-ends',
    'partition ends',
    followers.length === 0
      ? 'The Regions reach each other again.'
      : `${inWords(followers, 'Regions')} ${verb(followers, 'reaches', 'reach')} ${primary} again.`,
    'Replication goes on from where it stopped.',
    sources.globalDatabase,
  );
}
