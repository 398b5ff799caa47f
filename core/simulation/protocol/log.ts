import type { Row } from '../run.ts';
import type { ProtocolVolume } from './volume.ts';

/** What a record is besides a change: the end of a mini-transaction (CPL), a commit (SCN), or annulled by a recovery. */
export const recordFlags = { consistencyPoint: 1, commit: 2, annulled: 4 } as const;

/** Where a record lies in the window. */
export function slotOf({ state }: ProtocolVolume, record: number): Row {
  return record & (state.window - 1);
}

/** The oldest record that the window still shows. */
export function oldestRecord({ state }: ProtocolVolume): number {
  return Math.max(1, state.volume.next.get(0) - state.window);
}

export function hasFlag(volume: ProtocolVolume, record: number, flag: number): boolean {
  return (volume.state.records.flags.get(slotOf(volume, record)) & flag) !== 0;
}

/** Whether a recovery has annulled a point of the log; what is older than the window never was. */
export function isAnnulled(volume: ProtocolVolume, record: number): boolean {
  return record >= oldestRecord(volume) && hasFlag(volume, record, recordFlags.annulled);
}

/** The LSN of a record; everything from before the window has the LSN 0 at least. */
export function lsnOf(volume: ProtocolVolume, record: number): number {
  return record < oldestRecord(volume) ? 0 : volume.state.records.lsn.get(slotOf(volume, record));
}

/** Adds a record to the log of a group, linked to the one before it in the group. Source: Verbitski 2017, 4.2.1. */
export function appendRecord(volume: ProtocolVolume, group: Row, flags: number): number {
  const { volume: own, groups, records } = volume.state;
  const record = own.next.get(0);
  const slot = slotOf(volume, record);
  const previous = groups.tail.get(group);
  if (previous >= oldestRecord(volume)) records.following.set(slotOf(volume, previous), record);
  own.next.set(0, record + 1);
  own.lsn.set(0, own.lsn.get(0) + volume.options.lsnsPerRecord);
  groups.tail.set(group, record);
  records.group.set(slot, group);
  records.previous.set(slot, previous);
  records.following.set(slot, 0);
  records.flags.set(slot, flags);
  records.lsn.set(slot, own.lsn.get(0));
  records.held.set(slot, 0);
  records.issuer.set(slot, own.writer.get(0));
  return record;
}

/** The record of a group that follows a point of the log; 0 when there is none. */
export function followingInGroup(volume: ProtocolVolume, group: Row, record: number): number {
  const { groups, records } = volume.state;
  if (groups.tail.get(group) <= record) return 0;
  const isLinked = record >= oldestRecord(volume) && records.group.get(slotOf(volume, record)) === group;
  if (isLinked) return records.following.get(slotOf(volume, record));
  let first = groups.tail.get(group);
  for (;;) {
    const previous = records.previous.get(slotOf(volume, first));
    if (previous <= record || previous < oldestRecord(volume)) return first;
    first = previous;
  }
}

/** The last point of the log up to which nothing is missing, when each group has everything up to a point of its own. */
export function completeUpTo(volume: ProtocolVolume, pointOf: (group: Row) => number): number {
  let missing = volume.state.volume.next.get(0);
  for (const group of volume.groups) {
    const following = followingInGroup(volume, group, pointOf(group));
    if (following !== 0 && following < missing) missing = following;
  }
  return missing - 1;
}

/** The highest end of a mini-transaction from `from` down to above `floor`; `floor` when there is none. */
export function consistencyPoint(volume: ProtocolVolume, from: number, floor: number): number {
  const lowest = Math.max(floor + 1, oldestRecord(volume));
  for (let record = from; record >= lowest; record--) {
    const { consistencyPoint: end, annulled } = recordFlags;
    if (hasFlag(volume, record, end) && !hasFlag(volume, record, annulled)) return record;
  }
  return floor;
}

/**
 * Annuls every record above a point: the log of each group ends there. Numbers are not used again, and LSNs go on above
 * the truncation range, which ends at the allocation limit. Source: Verbitski 2017, 4.3.
 */
export function truncateLog(volume: ProtocolVolume, point: number): void {
  const { volume: own, groups, records } = volume.state;
  const next = own.next.get(0);
  for (let record = Math.max(point + 1, oldestRecord(volume)); record < next; record++) {
    const slot = slotOf(volume, record);
    records.flags.set(slot, records.flags.get(slot) | recordFlags.annulled);
  }
  for (const group of volume.groups) {
    let tail = groups.tail.get(group);
    while (tail > point && tail >= oldestRecord(volume)) tail = records.previous.get(slotOf(volume, tail));
    groups.tail.set(group, tail);
    if (tail >= oldestRecord(volume)) records.following.set(slotOf(volume, tail), 0);
  }
  own.lsn.set(0, Math.max(own.lsn.get(0), lsnOf(volume, point) + volume.options.allocationLimit));
  own.limitFrom.set(0, own.lsn.get(0));
  own.truncations.set(0, own.truncations.get(0) + 1);
}
