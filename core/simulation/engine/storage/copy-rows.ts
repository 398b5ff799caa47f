import { at, type CopyEvent, type Row, type RunEvent } from '../../run.ts';
import type { Simulation } from '../simulation.ts';
import { copyStates } from '../state.ts';

/** Where a copy stands that an event of the scenario makes. */
export function copyStateOf({ state }: Simulation, copy: Row): (typeof copyStates)[number] {
  return at(copyStates, state.branches.state.get(copy));
}

/** Whether an event makes a copy of the volume. */
export function isCopyEvent(event: RunEvent): event is CopyEvent {
  return 'class' in event;
}

/** The event that makes a copy; its row is that of the copy. */
export function copyAt(sim: Simulation, copy: Row): CopyEvent {
  const event = at(sim.run.events, copy);
  if (!isCopyEvent(event)) throw new RangeError(`event ${copy} makes no copy`);
  return event;
}

/** Copies that are being made or are there, in the order of the scenario; of one cluster when one is given. */
export function copiesOf(sim: Simulation, cluster?: Row): readonly Row[] {
  return sim.run.events.flatMap((_, row) => {
    const state = copyStateOf(sim, row);
    const isThere = state === 'creating' || state === 'available';
    return isThere && (cluster === undefined || sim.state.branches.cluster.get(row) === cluster) ? [row] : [];
  });
}

/** The copy of a name that is being made or is there. */
export function copyNamed(sim: Simulation, name: string): Row | undefined {
  return copiesOf(sim).find((row) => copyAt(sim, row).name === name);
}
