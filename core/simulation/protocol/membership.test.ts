import { expect, test } from 'vitest';
import { sixCopies } from '../quorum.ts';
import { fullTailSets, minimalSets, segmentSet } from '../quorum-expression.ts';
import { pointOf, seatOf, seatsOf, volumeOf } from '../testing/protocol.ts';
import { beginReplacement, excludeZone, finishReplacement, hydrate, reverseReplacement } from './membership.ts';
import { playUntil } from './play.ts';
import { quorumSetsOf, standingOf } from './quorums.ts';
import { startWriter } from './recovery.ts';
import { darkenSeat, destroySeat, lightSeat } from './segments.ts';
import { seatStateOf } from './volume.ts';
import { stopWriter } from './writer.ts';

/** Whether commits are acknowledged within the next seconds. */
function acknowledges(volume: ReturnType<typeof volumeOf>): boolean {
  const before = pointOf(volume, 'acknowledgedCommits');
  playUntil(volume, volume.now + 10_000);
  return pointOf(volume, 'acknowledgedCommits') > before;
}

test('F is replaced in two epochs while commits go on, and one more loss stalls nothing', () => {
  const volume = volumeOf();
  playUntil(volume, 5000);
  destroySeat(volume, seatOf('F'));
  beginReplacement(volume, seatOf('F'));
  expect(minimalSets(quorumSetsOf(volume, 0).read)).toHaveLength(30);
  expect(acknowledges(volume)).toBe(true);
  darkenSeat(volume, seatOf('A'));
  expect(acknowledges(volume)).toBe(true);
  expect([hydrate(volume, seatOf('F')), finishReplacement(volume, seatOf('F'))]).toEqual([true, true]);
  expect(standingOf(volume, 0)).toEqual({ complete: 5, writable: true, readable: true });
  expect(volume.state.groups.membershipEpoch.get(0)).toBe(2);
  expect(acknowledges(volume)).toBe(true);
  expect(volume.violations).toEqual([]);
});

test('a writer that does not know of a change is refused and told, and sends again what was refused', () => {
  const volume = volumeOf({ writeInterval: 2, message: { min: 1, max: 20 } });
  playUntil(volume, 3000);
  expect(pointOf(volume, 'refusedRecords')).toBe(0);
  beginReplacement(volume, seatOf('F'));
  const { membershipEpoch, knownMembership } = volume.state.groups;
  expect([membershipEpoch.get(0), knownMembership.get(0)]).toEqual([1, 0]);
  const written = pointOf(volume, 'next');
  playUntil(volume, 3100);
  expect(knownMembership.get(0)).toBe(1);
  expect(pointOf(volume, 'refusedRecords')).toBeGreaterThan(0);
  expect(pointOf(volume, 'vdl')).toBeGreaterThan(written);
  expect(volume.violations).toEqual([]);
});

test('a segment that was away during a change hears of it when it is back, and takes records again', () => {
  const volume = volumeOf();
  darkenSeat(volume, seatOf('A'));
  beginReplacement(volume, seatOf('F'));
  playUntil(volume, 5000);
  lightSeat(volume, seatOf('A'), false);
  playUntil(volume, 6000);
  const back = volume.state.groups.tail.get(0);
  expect(acknowledges(volume)).toBe(true);
  expect(volume.state.seats.scl.get(seatOf('A'))).toBeGreaterThan(back);
});

test('a new writer knows every membership from its recovery', () => {
  const volume = volumeOf();
  stopWriter(volume);
  beginReplacement(volume, seatOf('F'));
  startWriter(volume, 1);
  expect(acknowledges(volume)).toBe(true);
  expect(pointOf(volume, 'refusedRecords')).toBe(0);
});

test('F comes back before its replacement is full: the change is taken back', () => {
  const volume = volumeOf();
  darkenSeat(volume, seatOf('F'));
  beginReplacement(volume, seatOf('F'));
  playUntil(volume, 5000);
  expect(reverseReplacement(volume, seatOf('F'))).toBe(false);
  lightSeat(volume, seatOf('F'), false);
  expect(reverseReplacement(volume, seatOf('F'))).toBe(true);
  expect(seatStateOf(volume, seatOf('L'))).toBe('vacant');
  expect(quorumSetsOf(volume, 0).write).toEqual({ needs: 4, of: segmentSet('ABCDEF') });
  expect(acknowledges(volume)).toBe(true);
});

test('E fails while F is being replaced: both change at once, and A, B, C and D still write', () => {
  const volume = volumeOf();
  for (const seat of seatsOf('EF')) {
    destroySeat(volume, seat);
    beginReplacement(volume, seat);
  }
  expect(minimalSets(quorumSetsOf(volume, 0).read)).toHaveLength(44);
  expect(acknowledges(volume)).toBe(true);
});

test('a new segment that holds nothing is not filled without a read quorum, and does not take a place', () => {
  const volume = volumeOf();
  for (const seat of seatsOf('CDEF')) destroySeat(volume, seat);
  beginReplacement(volume, seatOf('F'));
  expect([hydrate(volume, seatOf('F')), finishReplacement(volume, seatOf('F'))]).toEqual([false, false]);
});

test('after a long loss of an AZ three of four write, and one more loss stalls nothing', () => {
  const volume = volumeOf();
  for (const seat of seatsOf('CFA')) darkenSeat(volume, seat);
  expect(acknowledges(volume)).toBe(false);
  lightSeat(volume, seatOf('A'), false);
  playUntil(volume, volume.now + 1000);
  excludeZone(volume, 2);
  darkenSeat(volume, seatOf('A'));
  expect(acknowledges(volume)).toBe(true);
  expect(standingOf(volume, 0)).toEqual({ complete: 3, writable: true, readable: true });
});

test('the three full segments write without any tail', () => {
  const volume = volumeOf({ quorum: 'full-tail' });
  for (const seat of seatsOf('DEF')) darkenSeat(volume, seat);
  expect(acknowledges(volume)).toBe(true);
  expect(quorumSetsOf(volume, 0)).toEqual(fullTailSets(sixCopies, segmentSet('ABCDEF'), segmentSet('ABC')));
});
