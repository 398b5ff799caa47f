import { expect, test } from 'vitest';
import { pointOf, seatOf, seatsOf, volumeOf } from '../testing/protocol.ts';
import { playUntil } from './play.ts';
import { startWriter } from './recovery.ts';
import { darkenSeat, lightSeat } from './segments.ts';
import { stopWriter } from './writer.ts';

test('a commit is acknowledged as soon as four of six segments have it', () => {
  const volume = volumeOf();
  for (const seat of seatsOf('CF')) darkenSeat(volume, seat);
  playUntil(volume, 60_000);
  expect(pointOf(volume, 'acknowledgedCommits')).toBeGreaterThan(20);
  expect(pointOf(volume, 'vdl')).toBe(pointOf(volume, 'vcl'));
  expect(volume.state.seats.scl.get(seatOf('C'))).toBe(0);
});

test('below four of six nothing is acknowledged, and the writer runs into the allocation limit', () => {
  const volume = volumeOf({ allocationLimit: 200_000 });
  for (const seat of seatsOf('CFA')) darkenSeat(volume, seat);
  playUntil(volume, 60_000);
  expect(pointOf(volume, 'acknowledgedCommits')).toBe(0);
  expect([pointOf(volume, 'vdl'), pointOf(volume, 'blocked')]).toEqual([0, 1]);
  expect(pointOf(volume, 'lsn')).toBeLessThanOrEqual(200_000);
  lightSeat(volume, seatOf('A'), false);
  playUntil(volume, 119_900);
  expect([pointOf(volume, 'blocked'), pointOf(volume, 'vdl')]).toEqual([0, pointOf(volume, 'next') - 1]);
});

test('what a segment did not get it fetches from a peer', () => {
  const volume = volumeOf({ lostOneIn: 4, groups: 3 });
  playUntil(volume, 60_000);
  stopWriter(volume);
  playUntil(volume, 70_000);
  const gaps = seatsOf('ABCDEF').map((seat) => volume.state.groups.tail.get(0) - volume.state.seats.scl.get(seat));
  expect(pointOf(volume, 'acknowledgedCommits')).toBeGreaterThan(20);
  expect(Math.max(...gaps)).toBeLessThan(20);
  expect(volume.violations).toEqual([]);
});

test('one group without its write quorum holds back the whole volume', () => {
  const volume = volumeOf({ groups: 2 });
  playUntil(volume, 30_000);
  for (const seat of seatsOf('ABC', 1)) darkenSeat(volume, seat);
  const before = pointOf(volume, 'vdl');
  playUntil(volume, 60_000);
  expect(pointOf(volume, 'vdl') - before).toBeLessThan(10);
  expect(volume.state.groups.pgcl.get(0)).toBeGreaterThan(pointOf(volume, 'vdl') + 10);
});

test('a new writer annuls what was not durable, and goes on with a new epoch above the truncation range', () => {
  const volume = volumeOf();
  playUntil(volume, 10_000);
  for (const seat of seatsOf('ABC')) darkenSeat(volume, seat);
  playUntil(volume, 12_000);
  const acknowledged = pointOf(volume, 'acknowledged');
  const lost = pointOf(volume, 'next') - 1;
  expect(lost).toBeGreaterThan(pointOf(volume, 'vdl'));
  stopWriter(volume);
  for (const seat of seatsOf('ABC')) lightSeat(volume, seat, false);
  startWriter(volume, 1);
  playUntil(volume, 13_000);
  expect([pointOf(volume, 'writer'), pointOf(volume, 'epoch'), pointOf(volume, 'truncations')]).toEqual([1, 2, 1]);
  expect(pointOf(volume, 'lsn')).toBeGreaterThan(10_000_000);
  playUntil(volume, 20_000);
  expect(pointOf(volume, 'acknowledged')).toBeGreaterThan(acknowledged);
  expect(volume.violations).toEqual([]);
});

test('a recovery waits for a read quorum of every group', () => {
  const volume = volumeOf();
  playUntil(volume, 5000);
  stopWriter(volume);
  for (const seat of seatsOf('ABCD')) darkenSeat(volume, seat);
  startWriter(volume, 1);
  playUntil(volume, 60_000);
  expect([pointOf(volume, 'writer'), pointOf(volume, 'epoch')]).toEqual([-1, 1]);
});
