import { none } from '../engine/state.ts';
import { fourCopies, segmentsPerGroup, sixCopies, zoneSlotOfSegment } from '../quorum.ts';
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

/** What a write and a recovery of a group need now: by its membership, what is being replaced, and the AZ that does not count. */
export function quorumSetsOf(volume: ProtocolVolume, group: Row): QuorumSets {
  const excluded = volume.state.volume.excludedSlot.get(0);
  const replacements: { leaves: SegmentSet; joins: SegmentSet }[] = [];
  let members = 0;
  for (let seat = 0; seat < segmentsPerGroup; seat++) {
    if (zoneSlotOfSegment(seat) === excluded) continue;
    members |= 1 << seat;
    const isReplaced = seatStateOf(volume, seatRow(group, seat + segmentsPerGroup)) !== 'vacant';
    if (isReplaced) replacements.push({ leaves: 1 << seat, joins: 1 << (seat + segmentsPerGroup) });
  }
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

/** How a group stands: copies that are present and count, and whether it has its write quorum. */
export function standingOf(
  volume: ProtocolVolume,
  group: Row,
): { readonly complete: number; readonly writable: boolean } {
  const present = presentSeats(volume, group);
  const excluded = volume.state.volume.excludedSlot.get(0);
  const counted = seatsWhere(group, (row) => {
    const seat = row % seatsPerGroup;
    return seat < segmentsPerGroup && zoneSlotOfSegment(seat) !== excluded;
  });
  return { complete: sizeOf(present & counted), writable: isMet(quorumSetsOf(volume, group).write, present) };
}

/** The membership of a group has changed: it has a new epoch, and its quorums must still meet. */
export function beginMembershipEpoch(volume: ProtocolVolume, group: Row): void {
  const { membershipEpoch } = volume.state.groups;
  membershipEpoch.set(group, membershipEpoch.get(group) + 1);
  const { write, read } = quorumSetsOf(volume, group);
  if (!alwaysMeet(write, read)) {
    violate(volume, 'write-and-read-sets-disjoint', 'what a write quorum holds, a read quorum may miss');
  }
}
