import type { EventQueueSnapshot } from '../../event-queue.ts';
import { type ProtocolSnapshot, restoreProtocolSnapshot, takeProtocolSnapshot } from '../../protocol/snapshot.ts';
import type { Instant } from '../../timeline.ts';
import type { RecoveryLogSnapshot } from '../instances/recovery-log.ts';
import type { CommitClockSnapshot } from '../load/commit-clock.ts';
import type { Simulation } from '../simulation.ts';
import { restoreState, type StateSnapshot, snapshotState } from '../state.ts';

/** Everything that changes while a run is played, as it was between two events. Nothing changes a snapshot. */
export interface Snapshot {
  readonly now: Instant;
  readonly state: StateSnapshot;
  readonly queue: EventQueueSnapshot;
  readonly commits: CommitClockSnapshot;
  readonly recoveries: RecoveryLogSnapshot;
  readonly violations: Simulation['violations'];
  readonly protocol: ProtocolSnapshot | undefined;
}

/** Copies what is true of a simulation now. */
export function takeSnapshot(sim: Simulation): Snapshot {
  return {
    now: sim.now,
    state: snapshotState(sim.state, sim.run),
    queue: sim.queue.snapshot(),
    commits: sim.commits.snapshot(),
    recoveries: sim.recoveries.snapshot(),
    violations: [...sim.violations],
    protocol: sim.protocol && takeProtocolSnapshot(sim.protocol.volume),
  };
}

/** Puts a simulation to where a snapshot was taken: of the same run, or of one whose rows it begins with. */
export function restoreSnapshot(sim: Simulation, snapshot: Snapshot): void {
  sim.now = snapshot.now;
  restoreState(sim.state, snapshot.state);
  sim.queue.restore(snapshot.queue);
  sim.commits.restore(snapshot.commits);
  sim.recoveries.restore(snapshot.recoveries);
  sim.violations.splice(0, sim.violations.length, ...snapshot.violations);
  if (sim.protocol && snapshot.protocol) restoreProtocolSnapshot(sim.protocol.volume, snapshot.protocol);
  sim.notes.length = 0;
}
