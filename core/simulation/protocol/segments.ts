import { none } from '../engine/state.ts';
import type { Row } from '../run.ts';
import { followingInGroup, oldestRecord, slotOf } from './log.ts';
import { messageCode, packSeat, send, unpackRequest } from './messages.ts';
import { seatsPerGroup } from './state.ts';
import {
  draw,
  emptySeat,
  groupOfSeat,
  isPresent,
  type ProtocolVolume,
  seatRow,
  seatStateOf,
  setSeatState,
  violate,
} from './volume.ts';

/** Whether a segment persists what reaches it: it is lit, and there is one. */
function takesRecords(volume: ProtocolVolume, row: Row): boolean {
  const state = seatStateOf(volume, row);
  return volume.state.seats.away.get(row) === 0 && state !== 'destroyed' && state !== 'vacant';
}

/**
 * A record reaches a segment: it is persisted and acknowledged with the SCL, unless its volume epoch or its membership epoch
 * is older than that of the segment. A writer that does not know the membership is told. Sources: Verbitski 2017, 3.3; 2018,
 * 2.3, 2.4 and 4.1.
 */
export function onReceived(volume: ProtocolVolume, record: number, token: number): void {
  if (record < oldestRecord(volume)) return;
  const { seats, records } = volume.state;
  const slot = slotOf(volume, record);
  const group: Row = records.group.get(slot);
  const { seat, epoch, isOfMembership } = unpackRequest(group, token);
  if (!takesRecords(volume, seat)) return;
  const { staleEpochsAreRefused, staleMembershipsAreRefused } = volume.options.rules;
  if (epoch < seats.epoch.get(seat) && refuses(volume, staleEpochsAreRefused, 'epoch')) return;
  const membershipEpoch = seats.membershipEpoch.get(seat);
  if (!isOfMembership(membershipEpoch) && refuses(volume, staleMembershipsAreRefused, 'membership epoch')) {
    send(volume, messageCode.membershipTold, group, membershipEpoch);
    return;
  }
  seats.epoch.set(seat, Math.max(epoch, seats.epoch.get(seat)));
  checkIssuer(volume, record, epoch);
  records.held.set(slot, records.held.get(slot) | (1 << (seat % seatsPerGroup)));
  advanceScl(volume, seat);
  if (seats.scl.get(seat) < record && isPresent(volume, seat)) ask(volume, seat);
  acknowledge(volume, seat);
}

/** Refuses a record that comes with an older epoch than that of the segment; without the rule it is taken, which must not be. */
function refuses(volume: ProtocolVolume, rule: boolean, epoch: string): boolean {
  const { refusedRecords } = volume.state.volume;
  if (rule) refusedRecords.set(0, refusedRecords.get(0) + 1);
  else violate(volume, 'write-at-stale-epoch', `a segment took a record whose ${epoch} is older than its own`);
  return rule;
}

/** In one epoch segments take records from one instance. */
function checkIssuer(volume: ProtocolVolume, record: number, epoch: number): void {
  const { volume: own, records } = volume.state;
  const issuer = records.issuer.get(slotOf(volume, record));
  if (epoch > own.acceptedEpoch.get(0)) {
    own.acceptedEpoch.set(0, epoch);
    own.acceptedWriter.set(0, issuer);
  } else if (epoch === own.acceptedEpoch.get(0) && issuer !== own.acceptedWriter.get(0)) {
    violate(volume, 'two-writers-in-one-epoch', `segments took records of two instances with epoch ${epoch}`);
  }
}

/** The SCL rises over everything that follows without a gap. Source: Verbitski 2017, 4.1. */
function advanceScl(volume: ProtocolVolume, seat: Row): void {
  const { scl } = volume.state.seats;
  if (scl.get(seat) === none) return;
  const group = groupOfSeat(seat);
  const bit = 1 << (seat % seatsPerGroup);
  let following = followingInGroup(volume, group, scl.get(seat));
  while (following !== 0 && (volume.state.records.held.get(slotOf(volume, following)) & bit) !== 0) {
    scl.set(seat, following);
    following = followingInGroup(volume, group, following);
  }
}

/** Tells the writer how far a segment has come; one that is still being filled has come nowhere. */
export function acknowledge(volume: ProtocolVolume, seat: Row): void {
  const { scl, epoch } = volume.state.seats;
  if (!isPresent(volume, seat)) return;
  send(volume, messageCode.acknowledged, scl.get(seat), packSeat(volume, seat, epoch.get(seat)));
}

function ask(volume: ProtocolVolume, seat: Row): void {
  const { asking } = volume.state.seats;
  if (asking.get(seat) === 1) return;
  asking.set(seat, 1);
  send(volume, messageCode.gossip, seat, 0);
}

/** A segment that lacks records gets from one peer what that one has. Source: Verbitski 2017, 3.3. */
export function onGossip(volume: ProtocolVolume, seat: Row): void {
  const { seats, records } = volume.state;
  seats.asking.set(seat, 0);
  if (!isPresent(volume, seat)) return;
  const group = groupOfSeat(seat);
  const peers = peersOf(volume, seat);
  const peer = peers[draw(volume, { min: 0, max: Math.max(0, peers.length - 1) })];
  if (peer === undefined) return;
  const before = seats.scl.get(seat);
  const [own, other] = [1 << (seat % seatsPerGroup), 1 << (peer % seatsPerGroup)];
  seats.scl.set(seat, Math.max(before, seats.scl.get(peer)));
  let record = followingInGroup(volume, group, seats.scl.get(seat));
  for (; record !== 0; record = followingInGroup(volume, group, record)) {
    const slot = slotOf(volume, record);
    if ((records.held.get(slot) & other) !== 0) records.held.set(slot, records.held.get(slot) | own);
  }
  advanceScl(volume, seat);
  if (seats.scl.get(seat) > before) acknowledge(volume, seat);
}

/** The other segments of the group that are present. */
function peersOf(volume: ProtocolVolume, seat: Row): readonly Row[] {
  const group = groupOfSeat(seat);
  const rows = Array.from({ length: seatsPerGroup }, (_, other) => seatRow(group, other));
  return rows.filter((row) => row !== seat && isPresent(volume, row));
}

/** How far the segments of a group that are present have come, all of them together. */
export function bestScl(volume: ProtocolVolume, group: Row): number {
  let best = none;
  for (let seat = 0; seat < seatsPerGroup; seat++) {
    const row = seatRow(group, seat);
    if (isPresent(volume, row)) best = Math.max(best, volume.state.seats.scl.get(row));
  }
  return best;
}

/** Fills a segment from its peers. Returns whether there was one to fill it from. */
export function fillSeat(volume: ProtocolVolume, seat: Row): boolean {
  const best = bestScl(volume, groupOfSeat(seat));
  if (best === none) return false;
  const { scl, epoch } = volume.state.seats;
  scl.set(seat, Math.max(scl.get(seat), best));
  epoch.set(seat, Math.max(epoch.get(seat), volume.state.volume.epoch.get(0)));
  advanceScl(volume, seat);
  return true;
}

/** A segment is out of reach; it keeps what it holds. */
export function darkenSeat({ state }: ProtocolVolume, seat: Row): void {
  state.seats.away.set(seat, 1);
}

/** A segment is in reach again, and hears of the epochs from its peers. `missed` says whether something was written meanwhile: then it has to catch up first. */
export function lightSeat(volume: ProtocolVolume, seat: Row, missed: boolean): void {
  const { seats, groups, volume: own } = volume.state;
  seats.away.set(seat, 0);
  seats.epoch.set(seat, Math.max(own.epoch.get(0), seats.epoch.get(seat)));
  seats.membershipEpoch.set(seat, groups.membershipEpoch.get(groupOfSeat(seat)));
  if (missed && seatStateOf(volume, seat) === 'whole') setSeatState(volume, seat, 'behind');
  if (!isPresent(volume, seat)) return;
  acknowledge(volume, seat);
  ask(volume, seat);
}

/** A segment that was away gets from its peers what it missed. Returns whether that was possible. */
export function catchUp(volume: ProtocolVolume, seat: Row): boolean {
  if (seatStateOf(volume, seat) !== 'behind' || !fillSeat(volume, seat)) return false;
  setSeatState(volume, seat, 'whole');
  acknowledge(volume, seat);
  return true;
}

/** A segment loses what it held. Commits that no other segment holds are lost with it. */
export function destroySeat(volume: ProtocolVolume, seat: Row): void {
  emptySeat(volume, seat);
  setSeatState(volume, seat, 'destroyed');
  const group = groupOfSeat(seat);
  const needed = volume.state.groups.acknowledgedTail.get(group);
  let held = none;
  for (let other = 0; other < seatsPerGroup; other++) {
    held = Math.max(held, volume.state.seats.scl.get(seatRow(group, other)));
  }
  if (held < needed) violate(volume, 'acked-commit-lost', 'no segment holds what was acknowledged');
}

/** Bytes of a segment go wrong. Nobody notices until a page of it is read, or it is scrubbed. */
export function corruptSeat(volume: ProtocolVolume, seat: Row): void {
  const { corrupt, scrubToken } = volume.state.seats;
  corrupt.set(seat, 1);
  scrubToken.set(seat, scrubToken.get(seat) + 1);
  if (volume.options.scrub === undefined) return;
  volume.queue.push(volume.now + draw(volume, volume.options.scrub), messageCode.scrubbed, seat, scrubToken.get(seat));
}

/**
 * Scrubbing compares pages with their checksums, and has wrong ones repaired by a peer; without one it tries again later.
 * Source: Verbitski 2017, 3.3.
 */
export function onScrubbed(volume: ProtocolVolume, seat: Row, token: number): void {
  const { corrupt, scrubToken } = volume.state.seats;
  if (token !== scrubToken.get(seat) || corrupt.get(seat) === 0) return;
  const isSound = (row: Row) => corrupt.get(row) === 0;
  if (isPresent(volume, seat) && peersOf(volume, seat).some(isSound)) corrupt.set(seat, 0);
  else corruptSeat(volume, seat);
}
