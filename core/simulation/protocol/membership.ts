import type { none } from '../engine/state.ts';
import { segmentsPerGroup } from '../quorum.ts';
import { isMet } from '../quorum-expression.ts';
import type { Row } from '../run.ts';
import { beginMembershipEpoch, presentSeats, quorumSetsOf } from './quorums.ts';
import { acknowledge, fillSeat } from './segments.ts';
import { seatsPerGroup } from './state.ts';
import {
  emptySeat,
  groupOfSeat,
  isPresent,
  type ProtocolVolume,
  seatRow,
  seatStateOf,
  setSeatState,
} from './volume.ts';

/** The seat of the segment that may come for a member. */
export function replacementOf(seat: Row): Row {
  return seat + segmentsPerGroup;
}

/**
 * A new segment is to take the place of a member. In this epoch a write has to satisfy both memberships, and I/O goes on;
 * the change can be taken back. Source: Verbitski 2018, 4.1.
 */
export function beginReplacement(volume: ProtocolVolume, seat: Row): void {
  const joining = replacementOf(seat);
  if (seatStateOf(volume, joining) !== 'vacant') return;
  emptySeat(volume, joining);
  volume.state.seats.away.set(joining, volume.state.seats.away.get(seat));
  setSeatState(volume, joining, 'hydrating');
  beginMembershipEpoch(volume, groupOfSeat(seat));
}

/** Fills the new segment from a read quorum of its peers. Returns whether there was one; from then on the segment counts. */
export function hydrate(volume: ProtocolVolume, seat: Row): boolean {
  const joining = replacementOf(seat);
  const group = groupOfSeat(seat);
  const canRead = isMet(quorumSetsOf(volume, group).read, presentSeats(volume, group));
  const isLit = volume.state.seats.away.get(joining) === 0;
  if (seatStateOf(volume, joining) !== 'hydrating' || !canRead || !isLit) return false;
  fillSeat(volume, joining);
  setSeatState(volume, joining, 'whole');
  acknowledge(volume, joining);
  return true;
}

/** The new segment takes the place of the member, which is none any more. It has to hold everything first. */
export function finishReplacement(volume: ProtocolVolume, seat: Row): boolean {
  const joining = replacementOf(seat);
  if (seatStateOf(volume, joining) !== 'whole') return false;
  emptySeat(volume, seat);
  moveSeat(volume, joining, seat);
  beginMembershipEpoch(volume, groupOfSeat(seat));
  return true;
}

/** The member is back in time: the new segment is let go. */
export function reverseReplacement(volume: ProtocolVolume, seat: Row): boolean {
  const joining = replacementOf(seat);
  if (seatStateOf(volume, joining) === 'vacant' || !isPresent(volume, seat)) return false;
  vacate(volume, joining);
  beginMembershipEpoch(volume, groupOfSeat(seat));
  return true;
}

/** The new segment sits where the member sat: from now on the letter of the member is its own. */
function moveSeat(volume: ProtocolVolume, from: Row, to: Row): void {
  const { seats, records } = volume.state;
  for (const column of ['state', 'away', 'scl', 'known', 'epoch', 'collected'] as const) {
    seats[column].set(to, seats[column].get(from));
  }
  const [source, target] = [1 << (from % seatsPerGroup), 1 << (to % seatsPerGroup)];
  for (let slot = 0; slot < volume.state.window; slot++) {
    const held = records.held.get(slot);
    if (records.group.get(slot) === groupOfSeat(to) && (held & source) !== 0) records.held.set(slot, held | target);
  }
  vacate(volume, from);
}

function vacate(volume: ProtocolVolume, seat: Row): void {
  emptySeat(volume, seat);
  setSeatState(volume, seat, 'vacant');
}

/**
 * The copies in an AZ that is away for long do not count from now on (`none`: all count again). Those that count are made
 * even first, because a read quorum of four may miss what a write quorum of six wrote. Source: Verbitski 2018, 4.1.
 */
export function excludeZone(volume: ProtocolVolume, slot: number | typeof none): void {
  for (const group of volume.groups) {
    for (let seat = 0; seat < seatsPerGroup; seat++) {
      const row = seatRow(group, seat);
      if (isPresent(volume, row)) fillSeat(volume, row);
    }
  }
  volume.state.volume.excludedSlot.set(0, slot);
  for (const group of volume.groups) beginMembershipEpoch(volume, group);
}
