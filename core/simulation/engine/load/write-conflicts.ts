import type { Row } from '../../run.ts';
import { runningWriters } from '../instances/writers.ts';
import type { Simulation } from '../simulation.ts';
import { loadNow } from './load.ts';

/** Writes of which the figure `contendedWrites` counts. */
const writesCounted = 10_000;

/**
 * Writes per second that are rolled back because the volume has taken an earlier change of the same page from another
 * writer; undefined when the writes are not known. Of the writes that meet another one, `1 - 1/n` meet it on another of n
 * writers, as the application spreads them evenly; of the two one is rolled back. On the same writer the later one waits
 * for a lock instead. Source: Aurora guide of 2023, write conflicts; how many writes meet is assumed.
 */
export function conflictsPerSecond(sim: Simulation, cluster: Row): number | undefined {
  const writers = runningWriters(sim, cluster).length;
  if (writers < 2) return 0;
  const writes = loadNow(sim, 'writesPerSecond');
  const contended = sim.run.figures.contendedWrites.min / writesCounted;
  return writes === undefined ? undefined : (writes * contended * (writers - 1)) / (2 * writers);
}
