import { expect, test } from 'vitest';
import { pointOf, seatOf, volumeOf } from '../testing/protocol.ts';
import { beginReplacement } from './membership.ts';
import { playUntil } from './play.ts';
import { startWriter } from './recovery.ts';
import { destroySeat } from './segments.ts';
import { restoreProtocolSnapshot, takeProtocolSnapshot } from './snapshot.ts';
import type { ProtocolVolume } from './volume.ts';

/** What happens after the snapshot: a segment is lost, a replacement begins, another instance takes over. */
function goOn(volume: ProtocolVolume): Float64Array {
  destroySeat(volume, seatOf('B'));
  beginReplacement(volume, seatOf('B'));
  startWriter(volume, 2);
  playUntil(volume, 40_000);
  return volume.state.cells.slice();
}

const busy = { writeInterval: 20, lostOneIn: 5, message: { min: 1, max: 40 } };

test('a volume that is put back goes on as it did', () => {
  const volume = volumeOf(busy);
  playUntil(volume, 20_000);
  const snapshot = takeProtocolSnapshot(volume);
  const cells = goOn(volume);
  restoreProtocolSnapshot(volume, snapshot);
  expect([volume.now, pointOf(volume, 'epoch')]).toEqual([20_000, 1]);
  expect(goOn(volume)).toEqual(cells);
});

test('a volume with more instances takes over the past of one with fewer', () => {
  const volume = volumeOf(busy);
  playUntil(volume, 20_000);
  const snapshot = takeProtocolSnapshot(volume);
  goOn(volume);
  const larger = volumeOf({ ...busy, instances: 5 });
  restoreProtocolSnapshot(larger, snapshot);
  goOn(larger);
  for (const point of ['next', 'vdl', 'acknowledgedCommits', 'epoch'] as const) {
    expect(pointOf(larger, point)).toBe(pointOf(volume, point));
  }
});
