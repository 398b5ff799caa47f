import type { EventQueueSnapshot } from '../event-queue.ts';
import type { Instant } from '../timeline.ts';
import { layOutProtocol, type ProtocolSize, takeOverProtocol } from './state.ts';
import type { ProtocolViolation } from './violations.ts';
import { type ProtocolVolume, sizeOfVolume } from './volume.ts';

/** Everything that changes of a volume, as it was between two events. Nothing changes a snapshot. */
export interface ProtocolSnapshot {
  readonly now: Instant;
  readonly size: ProtocolSize;
  readonly cells: Float64Array;
  readonly random: Uint32Array;
  readonly queue: EventQueueSnapshot;
  readonly violations: readonly ProtocolViolation[];
}

export function takeProtocolSnapshot({
  now,
  options,
  state,
  random,
  queue,
  violations,
}: ProtocolVolume): ProtocolSnapshot {
  return {
    now,
    size: sizeOfVolume(options),
    cells: state.cells.slice(),
    random: random.slice(),
    queue: queue.snapshot(),
    violations: [...violations],
  };
}

/** Puts a volume to where a snapshot was taken: of itself, or of one that had fewer instances. */
export function restoreProtocolSnapshot(volume: ProtocolVolume, snapshot: ProtocolSnapshot): void {
  volume.now = snapshot.now;
  takeOverProtocol(volume.state, layOutProtocol(snapshot.size, snapshot.cells));
  volume.random.set(snapshot.random);
  volume.queue.restore(snapshot.queue);
  volume.violations.splice(0, volume.violations.length, ...snapshot.violations);
}
