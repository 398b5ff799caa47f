import { formatDuration } from '../../design/format/duration.ts';
import { formatSize } from '../../design/format/size.ts';
import { countOf, formatCount } from '../../text/quantity.ts';
import { type Note, note } from './note.ts';
import { sources } from './sources.ts';
import { inShort } from './span.ts';

/** A manual snapshot is taken: what the volume holds at this instant. */
export function snapshotTaken(name: string, bytes: number, takes: number): Note {
  return note(
    'copy-begun',
    'snapshot taken',
    `Snapshot ${name} holds all that is committed by now; the writer does not pause.`,
    `${formatSize(bytes)}, complete in ${inShort(takes)}. It is kept until somebody deletes it.`,
    sources.backups,
  );
}

/** From what a restore begins: an instant of the run, or a snapshot, taken in the run or before it. */
export type RestoreFrom = { readonly toTime: number } | { readonly snapshot: string; readonly isOfRun: boolean };

/** A new cluster is restored; the source stays as it is. */
export function restoreBegun(name: string, source: string, from: RestoreFrom, missing: number, takes: number): Note {
  const until =
    'toTime' in from ? `was committed by ${formatDuration(from.toTime)}` : `snapshot ${from.snapshot} holds`;
  const least = 'toTime' in from || from.isOfRun ? '' : 'At least ';
  return note(
    'copy-begun',
    'restore begun',
    `${name} gets what ${until}; ${source} stays as it is.`,
    `${least}${inShort(missing)} of commits since are not in it. A new cluster, available in ${inShort(takes)}, longer for more data.`,
    sources.restore,
  );
}

/** A clone is made; where `most` clones share pages already, it is copied in full. */
export function cloneBegun(name: string, most: number | undefined, bytes: number, takes: number): Note {
  if (most !== undefined) {
    return note(
      'copy-begun',
      'full copy begun',
      `${name} is copied in full: ${most} clones share pages already, and no more can.`,
      `All ${formatSize(bytes)} are billed as its own. Available in ${inShort(takes)}, longer for more data.`,
      sources.cloneLimit,
    );
  }
  return note(
    'copy-begun',
    'clone begun',
    `${name} shares every page until either side writes it; no page is copied.`,
    `A new cluster in the same Region, available in ${inShort(takes)}, for a volume of any size. The writer does not pause.`,
    sources.cloning,
  );
}

/** A copy can be used. `instanceIn` is when its instance answers; undefined when it has none. */
export function copyAvailable(
  name: string,
  isSnapshot: boolean,
  takes: number,
  { source, behind }: { readonly source: string; readonly behind: number },
  instanceIn: number | undefined,
): Note {
  const since = `${inShort(behind)} of commits of ${source} are not in it.`;
  if (isSnapshot) {
    return note(
      'copy-available',
      'snapshot complete',
      `Snapshot ${name} can be restored, ${inShort(takes)} after it was taken.`,
      since,
      'assumed',
    );
  }
  const instance =
    instanceIn === undefined
      ? 'It has no instance: nobody answers.'
      : `Its instance answers in ${inShort(instanceIn)}.`;
  return note(
    'copy-available',
    'cluster available',
    `${name} is available, ${inShort(takes)} after it was asked for.`,
    `${instance} ${since}`,
    'assumed',
  );
}

/** The instance of a clone, or of a restored cluster, answers. */
export function copyAnswers(name: string, className: string, source: string, takes: number): Note {
  return note(
    'copy-answers',
    'copy answers',
    `${name} answers at its own endpoint, ${inShort(takes)} after it was asked for.`,
    `${name}-1 is a ${className}. Applications stay with ${source} until somebody points them here.`,
    sources.restore,
  );
}

/** The writes of a clone, or of a restored cluster, change. */
export function copyLoaded(name: string, writesPerSecond: number, sharesPages: boolean): Note {
  return note(
    'load-changed',
    'load changes',
    `${name} takes ${formatCount(writesPerSecond)} writes/s from now on.`,
    sharesPages ? 'Each page that it changes for the first time becomes its own.' : 'All its pages are its own.',
    sharesPages ? sources.cloning : sources.restore,
  );
}

/** A copy is deleted. */
export function copyRemoved(name: string, sharesPages: boolean): Note {
  return note(
    'copy-removed',
    'copy deleted',
    `${name} is deleted.`,
    sharesPages ? 'Pages that nobody else sees are given back.' : 'All its storage is given back.',
    sharesPages ? sources.cloning : 'assumed',
  );
}

/** The primary cluster is deleted. */
export function clusterRemoved(name: string, instances: number, copies: number): Note {
  const stays = copies === 1 ? '1 copy stays.' : `${copies} copies stay.`;
  const left = copies === 0 ? 'Nothing of its data stays.' : stays;
  return note(
    'cluster-removed',
    'cluster deleted',
    `${name} is deleted with ${countOf(instances, 'instance')}; nobody answers there any more.`,
    `Its automated backups go with it unless they are retained. ${left}`,
    sources.clusterDeletion,
  );
}
