import { none } from '../engine/state.ts';
import { isMet } from '../quorum-expression.ts';
import type { Row } from '../run.ts';
import { completeUpTo, consistencyPoint, oldestRecord, truncateLog } from './log.ts';
import { messageCode, send } from './messages.ts';
import { quorumSetsOf, seatsWhere } from './quorums.ts';
import { seatsPerGroup } from './state.ts';
import { groupOfSeat, isPresent, type ProtocolVolume, seatRow, seatStateOf, violate } from './volume.ts';

/** The instance that writes from the start: there is nothing to recover. */
export function beginWriting(volume: ProtocolVolume, instance: Row): void {
  const { volume: own, instances } = volume.state;
  instances.alive.set(instance, 1);
  own.candidate.set(0, instance);
  own.candidateEpoch.set(0, own.epoch.get(0));
  openVolume(volume);
}

/**
 * An instance becomes the writer: it asks the segments how far they have come, and needs a read quorum of each group. No
 * lease has to run out, and no log is replayed. Sources: Verbitski 2017, 4.3; 2018, 2.4.
 */
export function startWriter(volume: ProtocolVolume, instance: Row, epoch?: number): void {
  const { volume: own, instances } = volume.state;
  const { everyWriterHasItsEpoch } = volume.options.rules;
  own.candidate.set(0, instance);
  own.candidateEpoch.set(0, everyWriterHasItsEpoch ? (epoch ?? own.epoch.get(0) + 1) : own.epoch.get(0));
  own.recovery.set(0, own.recovery.get(0) + 1);
  own.taking.set(0, 0);
  instances.alive.set(instance, 1);
  askEverybody(volume, messageCode.reported);
}

/** Sends something to every segment. */
function askEverybody(volume: ProtocolVolume, code: number): void {
  for (let seat = 0; seat < volume.options.groups * seatsPerGroup; seat++) {
    if (seatStateOf(volume, seat) !== 'vacant') send(volume, code, seat, volume.state.volume.recovery.get(0));
  }
}

/** A recovery that waits asks again: segments may be in reach again, or hold everything now. */
export function resumeRecovery(volume: ProtocolVolume): void {
  const { candidate, taking } = volume.state.volume;
  if (candidate.get(0) === none) return;
  askEverybody(volume, taking.get(0) === 1 ? messageCode.epochTaken : messageCode.reported);
}

/** Whether a segment has a part in a recovery. */
function votes(volume: ProtocolVolume, seat: Row): boolean {
  if (isPresent(volume, seat)) return true;
  const isHydrating = seatStateOf(volume, seat) === 'hydrating' && volume.state.seats.away.get(seat) === 0;
  return isHydrating && !volume.options.rules.unhydratedDoNotVote;
}

/** A segment says how far it has come, and takes nothing of the former writer from now on. With a read quorum of every group the recovery knows where the log ends. */
export function onReported(volume: ProtocolVolume, seat: Row, recovery: number): void {
  const { volume: own, seats } = volume.state;
  const isWanted = own.candidate.get(0) !== none && recovery === own.recovery.get(0) && own.taking.get(0) === 0;
  if (!isWanted || !votes(volume, seat)) return;
  seats.answered.set(seat, recovery);
  seats.epoch.set(seat, Math.max(own.candidateEpoch.get(0), seats.epoch.get(seat)));
  if (volume.groups.every((group) => isMet(quorumSetsOf(volume, group).read, answeredIn(volume, group)))) {
    truncate(volume);
  }
}

function answeredIn(volume: ProtocolVolume, group: Row): number {
  const { seats, volume: own } = volume.state;
  return seatsWhere(group, (row) => seats.answered.get(row) === own.recovery.get(0) && votes(volume, row));
}

/** The furthest SCL among those who answered: no acknowledged record of the group lies above it. */
function reportedPoint(volume: ProtocolVolume, group: Row): number {
  const { seats } = volume.state;
  const answered = answeredIn(volume, group);
  let point = 0;
  for (let seat = 0; seat < seatsPerGroup; seat++) {
    if ((answered & (1 << seat)) !== 0) point = Math.max(point, seats.scl.get(seatRow(group, seat)));
  }
  return point;
}

/**
 * The log ends at the last consistency point up to which nothing is missing; everything above is annulled. Segments that
 * are away find the truncation range when they come back, so it is applied to all at once. Source: Verbitski 2017, 4.3.
 */
function truncate(volume: ProtocolVolume): void {
  const { volume: own, groups, seats, instances } = volume.state;
  const complete = completeUpTo(volume, (group) => reportedPoint(volume, group));
  const before = own.vdl.get(0) < oldestRecord(volume) ? own.vdl.get(0) : 0;
  const vdl = consistencyPoint(volume, complete, before);
  if (vdl < own.acknowledged.get(0)) {
    violate(volume, 'acked-commit-lost', 'a recovery annulled a commit that had been acknowledged');
    own.acknowledged.set(0, vdl);
  }
  truncateLog(volume, vdl);
  own.vdl.set(0, vdl);
  own.vcl.set(0, own.next.get(0) - 1);
  for (const group of volume.groups) {
    const tail = groups.tail.get(group);
    groups.pgcl.set(group, tail);
    groups.acknowledgedTail.set(group, Math.min(tail, groups.acknowledgedTail.get(group)));
    for (let seat = 0; seat < seatsPerGroup; seat++) {
      const row = seatRow(group, seat);
      for (const column of ['scl', 'known', 'collected'] as const) {
        seats[column].set(row, Math.min(seats[column].get(row), tail));
      }
    }
  }
  for (let instance = 0; instance < volume.options.instances; instance++) {
    instances.applied.set(instance, Math.min(vdl, instances.applied.get(instance)));
  }
  own.taking.set(0, 1);
  askEverybody(volume, messageCode.epochTaken);
}

/**
 * A segment takes the new epoch, and from its peers what it lacks below the end of the log. From now on it refuses the
 * former writer. With a write quorum of every group the new writer begins. Source: Verbitski 2018, 2.4.
 */
export function onEpochTaken(volume: ProtocolVolume, seat: Row, recovery: number): void {
  const { volume: own, seats, groups } = volume.state;
  if (own.candidate.get(0) === none || recovery !== own.recovery.get(0) || own.taking.get(0) === 0) return;
  if (!isPresent(volume, seat)) return;
  const epoch = own.candidateEpoch.get(0);
  const tail = groups.tail.get(groupOfSeat(seat));
  seats.epoch.set(seat, Math.max(epoch, seats.epoch.get(seat)));
  seats.scl.set(seat, Math.max(tail, seats.scl.get(seat)));
  seats.known.set(seat, Math.max(tail, seats.known.get(seat)));
  seats.answered.set(seat, -recovery);
  const haveTaken = (group: Row) => seatsWhere(group, (row) => seats.answered.get(row) === -recovery);
  if (volume.groups.every((group) => isMet(quorumSetsOf(volume, group).write, haveTaken(group)))) {
    openVolume(volume);
  }
}

/** The writer begins, and goes by the membership that those who answered told it. */
function openVolume(volume: ProtocolVolume): void {
  const { volume: own, groups } = volume.state;
  const epoch = own.candidateEpoch.get(0);
  for (const group of volume.groups) groups.knownMembership.set(group, groups.membershipEpoch.get(group));
  own.epoch.set(0, epoch);
  own.writer.set(0, own.candidate.get(0));
  own.candidate.set(0, none);
  own.taking.set(0, 0);
  own.blocked.set(0, 0);
  volume.queue.push(volume.now, messageCode.write, 0, epoch);
}
