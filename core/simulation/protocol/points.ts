import { none } from '../engine/state.ts';
import { isMet } from '../quorum-expression.ts';
import type { Row } from '../run.ts';
import { completeUpTo, consistencyPoint, hasFlag, isAnnulled, oldestRecord, recordFlags, slotOf } from './log.ts';
import { messageCode, send, unpackSeat } from './messages.ts';
import { quorumSetsOf, seatsWhere } from './quorums.ts';
import { seatsPerGroup } from './state.ts';
import { groupOfSeat, isPresent, type ProtocolVolume, seatRow, violate } from './volume.ts';

/**
 * The SCL of a segment reaches the writer. A segment that had reported to a recovery may have acknowledged with the new epoch
 * what the recovery then annulled: that counts for nothing. Source: Verbitski 2018, 2.3.
 */
export function onAcknowledged(volume: ProtocolVolume, scl: number, token: number): void {
  const { seat, epoch } = unpackSeat(volume, token);
  const { seats, groups, volume: own } = volume.state;
  const isForWriter = own.writer.get(0) !== none && own.taking.get(0) === 0 && epoch === own.epoch.get(0);
  if (!isForWriter || !isPresent(volume, seat) || isAnnulled(volume, scl)) return;
  const { pointsNeverGoBack } = volume.options.rules;
  seats.known.set(seat, pointsNeverGoBack ? Math.max(scl, seats.known.get(seat)) : scl);
  const group = groupOfSeat(seat);
  const before = groups.pgcl.get(group);
  if (pointsNeverGoBack && scl <= before) return;
  const pgcl = writtenUpTo(volume, group, pointsNeverGoBack ? before : 0);
  if (pgcl === before) return;
  groups.pgcl.set(group, pgcl);
  advanceVolume(volume);
}

/** PGCL: how far a write quorum of a group is known to have come. Source: Verbitski 2018, 2.3. */
function writtenUpTo(volume: ProtocolVolume, group: Row, floor: number): number {
  const { known } = volume.state.seats;
  const { write } = quorumSetsOf(volume, group);
  let highest = floor;
  for (let seat = 0; seat < seatsPerGroup; seat++) {
    const point = known.get(seatRow(group, seat));
    if (
      point > highest &&
      isMet(
        write,
        seatsWhere(group, (row) => known.get(row) >= point),
      )
    )
      highest = point;
  }
  return highest;
}

/**
 * VCL: the last record up to which every group has its write quorum. VDL: the last end of a mini-transaction up to there.
 * Commits up to the VDL are acknowledged, and replicas are told. Source: Verbitski 2017, 4.1 and 4.2.
 */
function advanceVolume(volume: ProtocolVolume): void {
  const { volume: own, groups, instances } = volume.state;
  const before = own.vdl.get(0);
  own.vcl.set(
    0,
    completeUpTo(volume, (group) => groups.pgcl.get(group)),
  );
  const floor = own.vcl.get(0) < before ? 0 : before;
  const vdl = consistencyPoint(volume, own.vcl.get(0), floor);
  if (vdl < before) violate(volume, 'vdl-went-back', 'a record that was durable is so no longer');
  if (vdl === before) return;
  own.vdl.set(0, vdl);
  acknowledgeCommits(volume, vdl);
  for (let instance = 0; instance < volume.options.instances; instance++) {
    if (instances.alive.get(instance) === 1 && instance !== own.writer.get(0)) ship(volume, instance, vdl);
  }
}

/** Tells a replica how far it may apply the log: up to the VDL. Source: Verbitski 2017, 4.2.4. */
function ship(volume: ProtocolVolume, instance: Row, vdl: number): void {
  const { replicasStopAtVdl } = volume.options.rules;
  send(volume, messageCode.shipped, replicasStopAtVdl ? vdl : volume.state.volume.next.get(0) - 1, instance);
}

/** A commit is acknowledged once the VDL has passed its SCN. Source: Verbitski 2017, 4.2.2. */
function acknowledgeCommits(volume: ProtocolVolume, vdl: number): void {
  const { volume: own, groups, records } = volume.state;
  const { commit, annulled } = recordFlags;
  const first = Math.max(own.acknowledged.get(0) + 1, oldestRecord(volume));
  for (let record = first; record <= vdl; record++) {
    if (hasFlag(volume, record, annulled) || !hasFlag(volume, record, commit)) continue;
    own.acknowledged.set(0, record);
    own.acknowledgedCommits.set(0, own.acknowledgedCommits.get(0) + 1);
  }
  for (let record = first; record <= own.acknowledged.get(0); record++) {
    if (!hasFlag(volume, record, annulled)) {
      groups.acknowledgedTail.set(records.group.get(slotOf(volume, record)), record);
    }
  }
}
