import { expect, test } from 'vitest';
import { pointOf, seatOf, seatsOf, volumeOf } from '../testing/protocol.ts';
import { playUntil } from './play.ts';
import { readPage } from './reads.ts';
import { corruptSeat, darkenSeat } from './segments.ts';

test('a page comes from one segment that has come far enough, and from no other', () => {
  const volume = volumeOf();
  for (const seat of seatsOf('AB')) darkenSeat(volume, seat);
  playUntil(volume, 10_000);
  expect(readPage(volume, 0, pointOf(volume, 'vdl'))).toBe(seatOf('C'));
});

test('a page with a wrong checksum is not given out: the next segment answers, until scrubbing has repaired it', () => {
  const volume = volumeOf({ scrub: { min: 30_000, max: 30_000 } });
  playUntil(volume, 10_000);
  corruptSeat(volume, seatOf('A'));
  expect(readPage(volume, 0, pointOf(volume, 'vdl'))).toBe(seatOf('B'));
  expect(pointOf(volume, 'refusedPages')).toBe(1);
  playUntil(volume, 40_000);
  expect(readPage(volume, 0, pointOf(volume, 'vdl'))).toBe(seatOf('A'));
});

test('a tail segment gives out no page', () => {
  const volume = volumeOf({ quorum: 'full-tail' });
  for (const seat of seatsOf('ABC')) darkenSeat(volume, seat);
  expect(readPage(volume, 0, 0)).toBeUndefined();
});

test('versions of pages are collected up to the lowest read point, and stay for a read that lasts', () => {
  const volume = volumeOf();
  playUntil(volume, 10_000);
  volume.state.instances.readPoint.set(1, pointOf(volume, 'vdl'));
  volume.state.instances.token.set(1, -1);
  const held = pointOf(volume, 'vdl');
  playUntil(volume, 60_000);
  expect(volume.state.seats.collected.get(seatOf('A'))).toBe(held);
  expect(pointOf(volume, 'vdl')).toBeGreaterThan(held);
});

test('a replica has applied nothing above the VDL', () => {
  const volume = volumeOf();
  playUntil(volume, 60_000);
  expect(volume.state.instances.applied.get(1)).toBeGreaterThan(0);
  expect(volume.state.instances.applied.get(1)).toBeLessThanOrEqual(pointOf(volume, 'vdl'));
});
