import { formatCount } from '../../text/quantity.ts';
import type { Load } from '../scenario.ts';
import { type Note, note } from './note.ts';
import { sources } from './sources.ts';

/** The instance that has most to do, in percent of what it can. */
export interface Busy {
  readonly id: string;
  readonly load: number;
}

/** The load is another one from now on. `lag` is that of a reader, in milliseconds; not measured means extrapolated. */
export function loadChanged(
  load: Load,
  busiest: Busy | undefined,
  lag: { readonly takes: number; readonly measured: boolean } | undefined,
): Note {
  const busy = busiest === undefined ? 'What asks for it finds no instance that answers.' : busyInWords(busiest);
  const behind = lag === undefined ? '' : lagInWords(lag.takes, lag.measured);
  return note(
    'load-changed',
    'load changes',
    `From now on: ${loadInWords(load)}.`,
    [busy, behind].filter((sentence) => sentence !== '').join(' '),
    lag === undefined ? 'assumed' : sources.replicaLag,
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

function lagInWords(takes: number, measured: boolean): string {
  return `Readers are ${takes.toFixed(1)} ms behind${measured ? '' : ', beyond what was measured'}.`;
}
