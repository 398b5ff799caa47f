import { countOf, formatCount } from '../../text/quantity.ts';
import type { RecoveryPart } from '../timeline.ts';
import { type Note, note } from './note.ts';
import { sources } from './sources.ts';
import { inShort } from './span.ts';
import { timeWentTo } from './writer.ts';

/** Conflicts between writers while all is well; undefined when the writes are not known. */
export type ConflictRate = number | undefined;

/** Every instance of the cluster writes. */
export function writersStart(ids: readonly string[], conflicts: ConflictRate): Note {
  return note(
    'start',
    'start',
    ids.length === 1
      ? `${listed(ids)} writes, and nobody beside it.`
      : `${listed(ids)} write, each on its own endpoint.`,
    `${conflictsInWords(conflicts)} A write needs 4 copies of 6.`,
    sources.multiMasterConflict,
  );
}

/** An instance does not write any more, and others do. `what` says why. */
export function writerStops(id: string, what: string, left: readonly string[], takes: number | undefined): Note {
  const go = left.length === 1 ? 'writes' : 'write';
  const others = left.length > 2 ? `${left.length} others` : left.join(' and ');
  const back = takes === undefined ? 'Nobody is promoted.' : `It is back in ${inShort(takes)}.`;
  return note(
    'instance-failed',
    `${id} away`,
    `Writes go on: ${what}, and ${others} ${go} on.`,
    `${back} The application sends the writes of ${id} there; Aurora does not do it.`,
    sources.multiMaster,
  );
}

/** Nobody is left to write. */
export function lastWriterLost(id: string, what: string, takes: number | undefined): Note {
  const back = takes === undefined ? '' : ` ${id} is back in ${inShort(takes)}.`;
  return note(
    'writer-lost',
    'no writer',
    `Nobody writes: ${what}, and no other instance runs.`,
    `Nobody is promoted: writes are back as soon as any of them runs again.${back}`,
    sources.multiMaster,
  );
}

/** The crash of a writer is noticed. */
export function writerStartsAgain(id: string, takes: number): Note {
  return note(
    'failure-detected',
    `${id} restarts`,
    `The crash of ${id} is noticed, and it restarts.`,
    `That takes ${inShort(takes)}; no other instance restarts with it.`,
    sources.multiMaster,
  );
}

/** An instance writes, for the first time or again. */
export function writerComesIn(id: string, epoch: number): Note {
  return note(
    'instance-back',
    `${id} writes`,
    `${id} writes, with epoch ${epoch}, which no other writer has.`,
    'What it wrote under a former epoch is refused; that each writer has its own is assumed.',
    'assumed',
  );
}

/** The cluster endpoint leads to another writer. Writes did not wait for it: they go to the instances' own endpoints. */
export function clusterEndpointMoves(id: string): Note {
  return note(
    'instance-modified',
    'endpoint moves',
    `The cluster endpoint leads to ${id} from now on.`,
    'Applications of a multi-master cluster use the endpoints of its instances; how long this one takes is assumed.',
    sources.multiMaster,
  );
}

/** A writer is added by hand. */
export function writerAdded(id: string, zone: string, takes: number): Note {
  return note(
    'instance-added',
    `${id} added`,
    `${id} is created in ${zone}; it writes in ${inShort(takes)}.`,
    'Every instance of a multi-master cluster writes; no data is copied.',
    sources.multiMaster,
  );
}

/** The engine is patched, instance after instance; `insisted` when no downtime was asked for. */
export function patchedInTurn(instances: number, insisted: boolean): Note {
  return note(
    'patch',
    'engine patch',
    `The engine is patched on ${countOf(instances, 'instance')}${instances === 1 ? '' : ', one after another'}.`,
    insisted
      ? 'A multi-master cluster is not patched without downtime: each instance closes its connections.'
      : 'At least one instance is available at any time, unless the versions are incompatible.',
    sources.multiMasterPatch,
  );
}

/** An instance that was cut off, and kept its epoch, is in reach again. */
export function writerInReach(id: string, epoch: number): Note {
  return note(
    'partition-ends',
    `${id} reached`,
    `${id} is in reach again and writes on, with epoch ${epoch}.`,
    'It had no quorum meanwhile, so nothing of it was acknowledged.',
    sources.quorum,
  );
}

/** Some instance takes writes again. */
export function writesBackOn(id: string, after: number, parts: readonly RecoveryPart[]): Note {
  return note(
    'writes-up',
    'writes back',
    `Writes are back after ${inShort(after)}: ${id} takes them on its own endpoint.`,
    timeWentTo(parts),
    'assumed',
  );
}

/** How often writers are in each other's way. */
export function conflictsInWords(conflicts: ConflictRate): string {
  if (conflicts === undefined) return 'Two that change one page are in conflict; the later one is rolled back.';
  if (conflicts === 0) return 'No two of them change one page at a time.';
  return `${formatCount(Math.round(conflicts * 10) / 10)} writes/s change a page too late and are rolled back (error 1213).`;
}

function listed(ids: readonly string[]): string {
  if (ids.length < 2) return ids.join('');
  return `${ids.slice(0, -1).join(', ')} and ${ids.at(-1)}`;
}
