import { expect, test } from 'vitest';
import { none } from '../engine/state.ts';
import { pointOf, seatOf, seatsOf, volumeOf } from '../testing/protocol.ts';
import { appendRecord, recordFlags } from './log.ts';
import { packSeat } from './messages.ts';
import { playUntil } from './play.ts';
import { onAcknowledged } from './points.ts';
import { darkenSeat } from './segments.ts';
import type { ProtocolVolume } from './volume.ts';

/** Writes records with these numbers: `groupOf` says to which group each goes, `ends` which are the ends of mini-transactions. */
function write(
  volume: ProtocolVolume,
  { first, last }: { readonly first: number; readonly last: number },
  groupOf: (record: number) => number,
  ends: readonly number[],
): void {
  volume.state.volume.next.set(0, first);
  for (let record = first; record <= last; record++) {
    appendRecord(volume, groupOf(record), ends.includes(record) ? recordFlags.consistencyPoint : 0);
  }
}

/** The writer hears how far each of the segments A to F of a group has come. */
function acknowledge(volume: ProtocolVolume, group: number, scls: readonly number[]): void {
  for (const [index, scl] of scls.entries()) {
    onAcknowledged(volume, scl, packSeat(volume, seatOf('ABCDEF'.charAt(index), group), 1));
  }
}

test('complete to 1007 with mini-transactions that end at 900, 1000 and 1100: the VDL is 1000 (Verbitski 2017, 4.1)', () => {
  const volume = volumeOf();
  write(volume, { first: 800, last: 1100 }, () => 0, [900, 1000, 1100]);
  acknowledge(volume, 0, [1007, 1007, 1007, 1007, none, none]);
  expect([pointOf(volume, 'vcl'), pointOf(volume, 'vdl')]).toEqual([1007, 1000]);
});

test('105 and 106 have three copies each: PGCL 103 and 104, VCL 104 (Verbitski 2018, figure 3)', () => {
  const volume = volumeOf({ groups: 2 });
  write(volume, { first: 100, last: 107 }, (record) => (record % 2 === 1 ? 0 : 1), []);
  acknowledge(volume, 0, [105, 105, 105, 103, 103, 101]);
  acknowledge(volume, 1, [106, 106, 106, 104, 102, 100]);
  const { pgcl } = volume.state.groups;
  expect([pgcl.get(0), pgcl.get(1), pointOf(volume, 'vcl')]).toEqual([103, 104, 104]);
});

test('LSNs are given out up to 10,000,000 above the VDL (Verbitski 2017, 4.2.1)', () => {
  const volume = volumeOf({ writeInterval: 2 });
  for (const seat of seatsOf('ACF')) darkenSeat(volume, seat);
  playUntil(volume, 10_000);
  expect([pointOf(volume, 'vdl'), pointOf(volume, 'blocked')]).toEqual([0, 1]);
  expect(pointOf(volume, 'lsn')).toBeLessThanOrEqual(10_000_000);
  expect(pointOf(volume, 'lsn')).toBeGreaterThan(9_960_000);
});
