import { formatCount } from '../../text/quantity.ts';
import type { Load } from '../scenario.ts';
import { conflictsInWords } from './multi-master.ts';
import { type Note, note } from './note.ts';
import { sources } from './sources.ts';

/** The instance that has most to do, in percent of what it can. */
export interface Busy {
  readonly id: string;
  readonly load: number;
}

/** What the writes of a load come to besides: the lag of a reader in milliseconds, or conflicts of several writers. */
export type WriteEffect =
  | { readonly takes: number; readonly measured: boolean }
  | { readonly conflictsPerSecond: number | undefined };

/** The load is another one from now on. A lag that is not measured is extrapolated. */
export function loadChanged(load: Load, busiest: Busy | undefined, effect: WriteEffect | undefined): Note {
  const busy = busiest === undefined ? 'What asks for it finds no instance that answers.' : busyInWords(busiest);
  const behind = effect === undefined ? '' : effectInWords(effect);
  return note(
    'load-changed',
    'load changes',
    `From now on: ${loadInWords(load)}.`,
    [busy, behind].filter((sentence) => sentence !== '').join(' '),
    effect === undefined ? 'assumed' : 'takes' in effect ? sources.replicaLag : sources.multiMasterConflict,
  );
}

function loadInWords({ readsPerSecond, writesPerSecond, connections }: Load): string {
  const parts = [
    readsPerSecond === undefined ? undefined : `${formatCount(readsPerSecond)} reads/s`,
    writesPerSecond === undefined ? undefined : `${formatCount(writesPerSecond)} writes/s`,
    connections === undefined ? undefined : `${formatCount(connections)} connections`,
  ].filter((part) => part !== undefined);
  return parts.length === 0 ? 'a load that is not known' : parts.join(', ');
}

function busyInWords({ id, load }: Busy): string {
  return load === 100 ? `${id} can do no more.` : `${id} is the busiest at ${load} %.`;
}

function effectInWords(effect: WriteEffect): string {
  if (!('takes' in effect)) return conflictsInWords(effect.conflictsPerSecond);
  const { takes, measured } = effect;
  return `Readers are ${takes.toFixed(1)} ms behind${measured ? '' : ', beyond what was measured'}.`;
}
