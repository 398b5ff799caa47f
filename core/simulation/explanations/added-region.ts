import { formatSize } from '../../design/format/size.ts';
import { type Note, note } from './note.ts';
import { sources } from './sources.ts';
import { inShort } from './span.ts';

/** A secondary Region is added; `bytes` are what has to be copied. */
export function regionAdded(region: string, primary: string, bytes: number, takes: number): Note {
  return note(
    'region-added',
    `${region} added`,
    `${region} is added without an instance: first it gets a copy of the storage.`,
    `To copy ${formatSize(bytes)} takes ${inShort(takes)}; ${primary} goes on meanwhile.`,
    sources.headless,
  );
}

/** The Region has the storage and follows; `instances` are those that the cluster has by then. */
export function regionCopied(region: string, primary: string, lag: number, instances: number): Note {
  return note(
    'region-copied',
    `${region} follows`,
    `${region} has its copy and follows ${primary}, ${inShort(lag)} behind.`,
    instances === 0
      ? 'Without an instance it answers nobody and cannot take over; add a reader to it.'
      : 'Its instances answer reads as soon as they run, and it can take over.',
    sources.headless,
  );
}

/** The copy has lost its way or its source. */
export function copyWaits(region: string, why: string): Note {
  return note(
    'region-copy-waits',
    'copy waits',
    `The copy to ${region} stops: ${why}.`,
    'It begins anew as soon as both Regions are lit and reach each other.',
    'assumed',
  );
}

export function copyBeginsAgain(region: string, primary: string, takes: number): Note {
  return note(
    'region-added',
    'copy begins anew',
    `The copy to ${region} begins anew from ${primary}.`,
    `It takes ${inShort(takes)}; what was copied before does not count.`,
    'assumed',
  );
}
