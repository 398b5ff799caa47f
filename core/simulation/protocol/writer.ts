import { none } from '../engine/state.ts';
import type { Row } from '../run.ts';
import { collect } from './collection.ts';
import { appendRecord, followingInGroup, lsnOf, oldestRecord, recordFlags, slotOf } from './log.ts';
import { messageCode, packRequest, send } from './messages.ts';
import { readSomewhere, stopReplica } from './reads.ts';
import { seatsPerGroup } from './state.ts';
import { draw, type ProtocolVolume, seatRow, seatStateOf } from './volume.ts';

/**
 * The writer writes a mini-transaction, unless the allocation limit holds it back, or the volume has gone over to another
 * instance. Source: Verbitski 2017, 4.2.1.
 */
export function onWrite(volume: ProtocolVolume, _subject: number, epoch: number): void {
  const { volume: own } = volume.state;
  if (own.writer.get(0) === none || epoch !== own.epoch.get(0) || own.taking.get(0) === 1) return;
  volume.queue.push(volume.now + volume.options.writeInterval, messageCode.write, 0, epoch);
  sendAgain(volume);
  const length = draw(volume, { min: 1, max: 3 });
  const isBlocked = !mayAllocate(volume, length);
  own.blocked.set(0, isBlocked ? 1 : 0);
  if (!isBlocked) writeMiniTransaction(volume, length);
  readSomewhere(volume);
  collect(volume);
}

/** Whether so many records stay within the allocation limit above the VDL. */
function mayAllocate(volume: ProtocolVolume, length: number): boolean {
  const { lsn, vdl, limitFrom } = volume.state.volume;
  const { lsnsPerRecord, allocationLimit } = volume.options;
  const from = Math.max(lsnOf(volume, vdl.get(0)), limitFrom.get(0));
  return lsn.get(0) + length * lsnsPerRecord <= from + allocationLimit;
}

/** Records that change pages together; the last is a consistency point (CPL), and every other time a commit (SCN). */
function writeMiniTransaction(volume: ProtocolVolume, length: number): void {
  const commits = draw(volume, { min: 0, max: 1 }) === 1;
  for (let index = 1; index <= length; index++) {
    const group = draw(volume, { min: 0, max: volume.options.groups - 1 });
    const last = recordFlags.consistencyPoint + (commits ? recordFlags.commit : 0);
    sendRecord(volume, appendRecord(volume, group, index === length ? last : 0));
  }
}

/** Sends a record to every segment of its group that does not have it, also to those that replace a member. */
function sendRecord(volume: ProtocolVolume, record: number): void {
  const { records, groups, volume: own } = volume.state;
  const slot = slotOf(volume, record);
  const group: Row = records.group.get(slot);
  const [epoch, membershipEpoch] = [own.epoch.get(0), groups.knownMembership.get(group)];
  for (let seat = 0; seat < seatsPerGroup; seat++) {
    const row = seatRow(group, seat);
    if (seatStateOf(volume, row) === 'vacant' || (records.held.get(slot) & (1 << seat)) !== 0) continue;
    if (draw(volume, { min: 1, max: volume.options.lostOneIn }) === 1) continue;
    send(volume, messageCode.received, record, packRequest(row, epoch, membershipEpoch));
  }
}

/** The oldest record without a write quorum goes out again: every message of it may have been lost. */
function sendAgain(volume: ProtocolVolume): void {
  const { vcl, next } = volume.state.volume;
  const oldest = vcl.get(0) + 1;
  if (oldest >= oldestRecord(volume) && oldest < next.get(0)) sendRecord(volume, oldest);
}

/**
 * A segment has refused a record and says which epoch the membership of its group has: from now on the writer goes by that,
 * and sends again what has no write quorum yet. Source: Verbitski 2018, 4.1.
 */
export function onMembershipTold(volume: ProtocolVolume, group: Row, epoch: number): void {
  const { groups, volume: own } = volume.state;
  if (own.writer.get(0) === none || epoch <= groups.knownMembership.get(group)) return;
  groups.knownMembership.set(group, epoch);
  let record = followingInGroup(volume, group, groups.pgcl.get(group));
  for (; record !== 0; record = followingInGroup(volume, group, record)) sendRecord(volume, record);
}

/** The writer is gone. What is under way to it or from it arrives, or is refused. */
export function stopWriter(volume: ProtocolVolume): void {
  const { writer, candidate, taking } = volume.state.volume;
  for (const column of [writer, candidate]) {
    if (column.get(0) !== none) stopReplica(volume, column.get(0));
    column.set(0, none);
  }
  taking.set(0, 0);
}
