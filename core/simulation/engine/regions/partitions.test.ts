import { expect, test } from 'vitest';
import { answersOf, clusterAt, momentOf, played, threeZones, twoRegions } from '../../testing/example.ts';

const apart = (far: string, rest = '') =>
  `{ at: 1m, partition: [[us-east-1${far}], [us-east-1${far === 'a' ? 'b' : 'a'}, us-east-1${far === 'c' ? 'b' : 'c'}]]${rest} }`;

test('writes go on while the side of the writer has a write quorum', () => {
  const timeline = played(threeZones, apart('c', ', for: 4m'));
  expect(momentOf(timeline, 'partition-begins').explanation.headline).toBe(
    'us-east-1c cannot reach us-east-1a and us-east-1b: 4 of 6 copies are with the clients.',
  );
  const during = clusterAt(timeline, 60_000);
  expect(during).toMatchObject({ writes: 'up', volume: { others: expect.arrayContaining(['cut-off']) } });
  expect(during.zones[2]).toEqual({ name: 'us-east-1c', cutOffSince: 60_000 });
  expect(answersOf(during, 'reader')).toEqual(['orders-b']);
  const healed = clusterAt(timeline, 300_000);
  expect(answersOf(healed, 'reader')).toEqual(['orders-b', 'orders-c']);
  expect(healed.volume.worst.segments[2]).toBe('copying');
  expect(timeline.verdict).toMatchObject({ writesUnavailableSeconds: 0, dataLossSeconds: 0 });
});

test('an AZ that is cut off for long no longer counts in the quorum', () => {
  const timeline = played(threeZones, apart('c'));
  expect(momentOf(timeline, 'quorum-degraded').explanation.headline).toBe(
    'A write now needs 3 of 4: us-east-1c has been cut off for 5 min.',
  );
});

test('a writer that is cut off is replaced, and its epoch is refused when the partition ends', () => {
  const timeline = played(threeZones, apart('a', ', for: 5m'), ', expect: { never: [two-writers-in-one-epoch] }');
  expect(momentOf(timeline, 'writer-lost').label).toBe('writer cut off');
  expect(timeline.verdict).toMatchObject({ promoted: 'orders-b', dataLossSeconds: 0 });
  expect(timeline.verdict.writerRecoverySeconds).toBeLessThan(20);
  const during = clusterAt(timeline, 200_000);
  expect(during.instances[0]).toMatchObject({ id: 'orders-a', role: 'reader', state: 'unreachable' });
  const refused = timeline.moments.find(({ label }) => label === 'orders-a refused');
  expect(refused?.explanation.headline).toBe(
    'orders-a still writes with epoch 1; the volume refuses it, and it restarts as a reader.',
  );
  expect(refused?.clusters[0]?.instances[0]?.state).toBe('restarting');
  expect(timeline.expectations).toMatchObject([{ outcome: 'pass' }]);
  expect(answersOf(clusterAt(timeline, 1_800_000), 'reader')).toEqual(['orders-a', 'orders-c']);
});

test('a writer in reach again before anybody noticed goes on with its epoch', () => {
  const timeline = played(threeZones, apart('a', ', for: 2s'));
  expect(timeline.verdict).toMatchObject({ promoted: 'nobody', writerRecoverySeconds: 2, writesUnavailableSeconds: 2 });
  expect(timeline.summary.recovery).toMatchObject([{ part: 'us-east-1a cut off', milliseconds: 2000 }]);
  expect(clusterAt(timeline, 62_000).instances[0]).toMatchObject({ role: 'writer', state: 'running' });
});

test('three AZs that are each alone have a write quorum nowhere: commits wait', () => {
  const timeline = played(threeZones, '{ at: 1m, partition: [[us-east-1b], [us-east-1a], [us-east-1c]], for: 2m }');
  const during = clusterAt(timeline, 90_000);
  expect([during.writes, during.reads, answersOf(during, 'cluster')]).toEqual(['stalled', 'up', ['orders-a']]);
  expect(momentOf(timeline, 'writes-stalled').explanation.detail).toContain('B, C, E and F are cut off');
  expect(timeline.verdict).toMatchObject({ writesUnavailableSeconds: 120, dataLossSeconds: 0, promoted: 'nobody' });
});

test('an AZ that goes dark behind a partition comes back when both are over', () => {
  const dark = '{ at: 90s, fail: az, target: us-east-1c, for: 1m }';
  const timeline = played(threeZones, `${apart('c', ', for: 3m')}, ${dark}`);
  expect(clusterAt(timeline, 100_000).zones[2]).toMatchObject({ darkSince: 90_000, cutOffSince: 60_000 });
  expect(clusterAt(timeline, 200_000).instances[2]?.state).toBe('unreachable');
  expect(clusterAt(timeline, 240_000).instances[2]?.state).toBe('restarting');
  expect(clusterAt(timeline, 1_800_000)).toMatchObject({ writes: 'up', volume: { worst: { complete: 6 } } });
});

test('two Regions that cannot reach each other go on by themselves; a switchover is refused', () => {
  const partition = '{ at: 1m, partition: [[us-east-1], [eu-west-1]], for: 5m }';
  const timeline = played(twoRegions, `${partition}, { at: 2m, switchover: region, target: eu-west-1 }`);
  expect(momentOf(timeline, 'partition-begins').explanation.headline).toBe(
    'eu-west-1 cannot reach us-east-1: replication stops, and the lag grows.',
  );
  expect(momentOf(timeline, 'refused').explanation.headline).toBe(
    'Nothing happens: us-east-1 and eu-west-1 cannot reach each other.',
  );
  expect(timeline.verdict).toMatchObject({ writesUnavailableSeconds: 0, readsUnavailableSeconds: 0 });
});

test('a failover across the partition loses what had not arrived; the former primary is rebuilt once it is in reach', () => {
  const partition = '{ at: 1m, partition: [[us-east-1], [eu-west-1]], for: 10m }';
  const events = `${partition}, { at: 2m, failover: region, target: eu-west-1 }`;
  const timeline = played(twoRegions, events, ', duration: 1h, assumptions: { globalLag: 0.5s }');
  expect(timeline.verdict).toMatchObject({ regionDataLossSeconds: 60.5, promoted: 'orders-eu-a' });
  expect(clusterAt(timeline, 600_000).instances[0]?.state).toBe('running');
  expect(clusterAt(timeline, 660_000).instances[0]?.state).toBe('recreating');
  expect(clusterAt(timeline, 3_600_000)).toMatchObject({ role: 'secondary', reads: 'up' });
});
