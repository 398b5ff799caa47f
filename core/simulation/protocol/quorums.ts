import { none } from '../engine/state.ts';
import { fourCopies, segmentLetters, segmentsPerGroup, sixCopies, zoneSlotOfSegment } from '../quorum.ts';
import {
  alwaysMeet,
  countSets,
  fullTailSets,
  isMet,
  possibleMemberships,
  type QuorumSets,
  type SegmentSet,
  segmentSet,
  sizeOf,
  transitionSets,
} from '../quorum-expression.ts';
import type { Row } from '../run.ts';
import { seatsPerGroup } from './state.ts';
import { isPresent, type ProtocolVolume, seatRow, seatStateOf, violate } from './volume.ts';

const fullSeats = segmentSet('ABCGHI');

/** Seats of a group for which something holds. */
export function seatsWhere(group: Row, holds: (row: Row) => boolean): SegmentSet {
  let set = 0;
  for (let seat = 0; seat < seatsPerGroup; seat++) if (holds(seatRow(group, seat))) set |= 1 << seat;
  return set;
}

/** Whether a segment keeps pages, and not the log alone. */
export function isFull({ options }: ProtocolVolume, seat: number): boolean {
  return options.quorum === 'count' || (fullSeats & (1 << seat)) !== 0;
}

/**
 * What a write and a recovery of a group need now: by its membership, what is being replaced, and the AZ that does not count.
 * Asked with every message, and worked out once for each membership.
 */
export function quorumSetsOf(volume: ProtocolVolume, group: Row): QuorumSets {
  const excluded = volume.state.volume.excludedSlot.get(0);
  let [members, replaced] = [0, 0];
  for (let seat = 0; seat < segmentsPerGroup; seat++) {
    if (zoneSlotOfSegment(seat) === excluded) continue;
    members |= 1 << seat;
    if (seatStateOf(volume, seatRow(group, seat + segmentsPerGroup)) !== 'vacant') replaced |= 1 << seat;
  }
  const membership = members | (replaced << segmentsPerGroup);
  const known = volume.quorumSets.get(membership);
  if (known !== undefined) return known;
  const sets = setsWhileReplacing(volume, members, replaced);
  volume.quorumSets.set(membership, sets);
  return sets;
}

function setsWhileReplacing(volume: ProtocolVolume, members: SegmentSet, replaced: SegmentSet): QuorumSets {
  const replacements = segmentLetters
    .map((_, seat) => ({ leaves: 1 << seat, joins: 1 << (seat + segmentsPerGroup) }))
    .filter(({ leaves }) => (replaced & leaves) !== 0);
  return transitionSets(possibleMemberships(members, replacements).map((one) => setsOf(volume, one)));
}

function setsOf({ state, options }: ProtocolVolume, members: SegmentSet): QuorumSets {
  const four = options.rules.threeOfFourWrite ? fourCopies : { ...fourCopies, write: fourCopies.read };
  const model = state.volume.excludedSlot.get(0) === none ? sixCopies : four;
  return options.quorum === 'count' ? countSets(model, members) : fullTailSets(model, members, members & fullSeats);
}

/** Members of a group that are present. */
export function presentSeats(volume: ProtocolVolume, group: Row): SegmentSet {
  return seatsWhere(group, (row) => isPresent(volume, row));
}

/** How a group stands: copies that are present and count, whether it has its write quorum, and whether one of them can give out any page. */
export function standingOf(
  volume: ProtocolVolume,
  group: Row,
): { readonly complete: number; readonly writable: boolean; readonly readable: boolean } {
  const present = presentSeats(volume, group);
  const excluded = volume.state.volume.excludedSlot.get(0);
  const counted = seatsWhere(group, (row) => {
    const seat = row % seatsPerGroup;
    return seat < segmentsPerGroup && zoneSlotOfSegment(seat) !== excluded;
  });
  const sound = seatsWhere(group, (row) => volume.state.seats.corrupt.get(row) === 0);
  return {
    complete: sizeOf(present & counted),
    writable: isMet(quorumSetsOf(volume, group).write, present),
    readable: (present & counted & sound) !== 0,
  };
}

/**
 * The membership of a group has changed: it has a new epoch, which its segments in reach take on, and its quorums must still
 * meet. The writer hears of it from the first segment that refuses a record. Source: Verbitski 2018, 4.1.
 */
export function beginMembershipEpoch(volume: ProtocolVolume, group: Row): void {
  const { groups, seats } = volume.state;
  const epoch = groups.membershipEpoch.get(group) + 1;
  groups.membershipEpoch.set(group, epoch);
  for (let seat = 0; seat < seatsPerGroup; seat++) {
    const row = seatRow(group, seat);
    if (seats.away.get(row) === 0) seats.membershipEpoch.set(row, epoch);
  }
  const { write, read } = quorumSetsOf(volume, group);
  if (!alwaysMeet(write, read)) {
    violate(volume, 'write-and-read-sets-disjoint', 'what a write quorum holds, a read quorum may miss');
  }
}
