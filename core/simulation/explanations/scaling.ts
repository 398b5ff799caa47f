import { countOf, formatCount } from '../../text/quantity.ts';
import type { RunPolicy } from '../run.ts';
import { type Note, note } from './note.ts';
import { sources } from './sources.ts';
import { inShort } from './span.ts';

/** A metric of auto scaling with its target. */
export interface MetricWords {
  readonly metric: RunPolicy['metric'];
  readonly value: number;
  readonly targetValue: number;
}

function inWords({ metric, value, targetValue }: MetricWords): string {
  return metric === 'RDSReaderAverageCPUUtilization'
    ? `readers are at ${formatCount(value)} % CPU, target ${targetValue} %`
    : `a reader has ${formatCount(value)} connections, target ${targetValue}`;
}

/** Auto scaling adds readers. */
export function scaledOut(ids: readonly string[], metric: MetricWords, takes: number): Note {
  const [only = ''] = ids;
  return note(
    'scaled-out',
    ids.length === 1 ? 'reader added' : `${ids.length} readers added`,
    `Auto scaling adds ${ids.length === 1 ? only : countOf(ids.length, 'reader')}: ${inWords(metric)}.`,
    `They answer reads in ${inShort(takes)}, have the class of the writer and promotion tier 15.`,
    sources.autoScaling,
  );
}

/** Auto scaling removes a reader that it has added. */
export function scaledIn(id: string, metric: MetricWords, left: number): Note {
  return note(
    'scaled-in',
    'reader removed',
    `Auto scaling removes ${id}: ${inWords(metric)}.`,
    `${countOf(left, 'reader')} ${left === 1 ? 'stays' : 'stay'}; it removes only what it has added.`,
    sources.autoScaling,
  );
}

/** Auto scaling would add readers and may not. */
export function scalingLimit(readers: number, metric: MetricWords): Note {
  return note(
    'scaling-limit',
    'scaling limit',
    `Auto scaling adds nothing more: ${inWords(metric)}.`,
    `There are ${countOf(readers, 'reader')} already; maxCapacity allows no further one.`,
    sources.autoScaling,
  );
}
