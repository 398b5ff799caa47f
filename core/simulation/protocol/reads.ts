import { none } from '../engine/state.ts';
import type { Row } from '../run.ts';
import { followingInGroup } from './log.ts';
import { messageCode } from './messages.ts';
import { isFull } from './quorums.ts';
import { seatsPerGroup } from './state.ts';
import { draw, isPresent, type ProtocolVolume, seatRow, violate } from './volume.ts';

/** How long the read of a page or a view over many of them takes, in milliseconds. */
const readLength = { min: 5, max: 5000 };

/** An instance runs, and may read; a replica applies what is shipped to it from now on. */
export function startReplica({ state }: ProtocolVolume, instance: Row): void {
  state.instances.alive.set(instance, 1);
  state.instances.applied.set(instance, state.volume.vdl.get(0));
  state.instances.readPoint.set(instance, none);
}

/** An instance is gone, and its reads with it. */
export function stopReplica({ state }: ProtocolVolume, instance: Row): void {
  state.instances.alive.set(instance, 0);
  state.instances.readPoint.set(instance, none);
}

/** A point of the log reaches a replica, which applies the log up to there. Source: Verbitski 2017, 4.2.4. */
export function onShipped({ state }: ProtocolVolume, point: number, instance: Row): void {
  const { applied, alive } = state.instances;
  if (alive.get(instance) === 1) applied.set(instance, Math.max(point, applied.get(instance)));
}

function instanceRows({ options }: ProtocolVolume): readonly Row[] {
  return Array.from({ length: options.instances }, (_, row) => row);
}

/** Some instance reads a page: the writer at the VDL, a replica at the point up to which it has applied the log. */
export function readSomewhere(volume: ProtocolVolume): void {
  const { instances, volume: own } = volume.state;
  const running = instanceRows(volume).filter((row) => instances.alive.get(row) === 1);
  const instance = running[draw(volume, { min: 0, max: Math.max(0, running.length - 1) })];
  if (instance === undefined || instances.readPoint.get(instance) !== none) return;
  const readPoint = instance === own.writer.get(0) ? own.vdl.get(0) : instances.applied.get(instance);
  const token = instances.token.get(instance) + 1;
  instances.readPoint.set(instance, readPoint);
  instances.token.set(instance, token);
  volume.queue.push(volume.now + draw(volume, readLength), messageCode.readEnds, instance, token);
  if (readPoint > own.vdl.get(0)) {
    violate(volume, 'read-above-vdl', 'an instance read what was not durable');
  }
  readPage(volume, draw(volume, { min: 0, max: volume.options.groups - 1 }), readPoint);
}

export function onReadEnds({ state }: ProtocolVolume, instance: Row, token: number): void {
  if (token === state.instances.token.get(instance)) state.instances.readPoint.set(instance, none);
}

/**
 * Reads a page of a group from one segment that is known to have come far enough; there is no quorum. A segment whose
 * bytes are wrong notices by the checksum, and the next one is asked. Sources: Verbitski 2017, 3.3; 2018, 3.1.
 * Returns the seat that gave the page.
 */
export function readPage(volume: ProtocolVolume, group: Row, readPoint: number): Row | undefined {
  const { seats, volume: own } = volume.state;
  for (let seat = 0; seat < seatsPerGroup; seat++) {
    const row = seatRow(group, seat);
    if (!isFull(volume, seat) || !isPresent(volume, row)) continue;
    const following = followingInGroup(volume, group, seats.known.get(row));
    if (seats.known.get(row) === none || (following !== 0 && following <= readPoint)) continue;
    if (seats.corrupt.get(row) === 0) return row;
    own.refusedPages.set(0, own.refusedPages.get(0) + 1);
  }
  return undefined;
}
