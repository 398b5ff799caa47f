import { none } from '../engine/state.ts';
import { seatsPerGroup } from './state.ts';
import { isPresent, type ProtocolVolume, violate } from './volume.ts';

/** The lowest point at which an instance reads or may begin to. `open` counts the reads under way alone. */
function lowestReadPoint({ state, options }: ProtocolVolume, open: boolean): number {
  const { instances, volume: own } = state;
  let lowest = own.vdl.get(0);
  for (let instance = 0; instance < options.instances; instance++) {
    if (instances.alive.get(instance) === 0) continue;
    const readPoint = instances.readPoint.get(instance);
    const applied = instance === own.writer.get(0) || open ? own.vdl.get(0) : instances.applied.get(instance);
    lowest = Math.min(lowest, readPoint === none ? applied : readPoint);
  }
  return lowest;
}

/**
 * Segments let versions of pages go that nobody can read any more: those below the PGMRPL, the lowest read point over all
 * instances. Source: Verbitski 2018, 3.4.
 */
export function collect(volume: ProtocolVolume): void {
  const { seats, volume: own } = volume.state;
  const { collectionWaitsForReads } = volume.options.rules;
  const pgmrpl = collectionWaitsForReads ? lowestReadPoint(volume, false) : own.vdl.get(0);
  if (pgmrpl > lowestReadPoint(volume, true)) {
    violate(volume, 'collection-past-pgmrpl', 'a version of a page went while an instance could read it');
  }
  const rows = volume.options.groups * seatsPerGroup;
  for (let row = 0; row < rows; row++) {
    if (isPresent(volume, row)) {
      seats.collected.set(row, Math.max(seats.collected.get(row), Math.min(pgmrpl, seats.scl.get(row))));
    }
  }
}
