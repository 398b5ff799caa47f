import { expect, test } from 'vitest';
import { scenarioOf } from '../../testing/arbitrary.ts';
import { clusterAt, designOf, momentOf, played, threeZones, timelineOf } from '../../testing/example.ts';
import type { Timeline } from '../../timeline.ts';

const minute = 60_000;
const quick = ', duration: 2h, assumptions: { creation: 5m }';

/** The design with auto scaling of 60 % CPU, unless other keys say more. */
const scaling = (keys = 'minCapacity: 1, maxCapacity: 5', metric = 'RDSReaderAverageCPUUtilization', target = 60) =>
  `${threeZones}  autoScaling: { ${keys}, metric: ${metric}, targetValue: ${target} }\n`;

/** Everything auto scaling does, as `minute: headline`. */
const activities = ({ moments }: Timeline) =>
  moments
    .filter(({ kind }) => ['scaled-out', 'scaled-in', 'scaling-limit'].includes(kind))
    .map(({ at, explanation }) => `${at / minute}: ${explanation.headline}`);

test('readers are added after three minutes above the target, and again when the cooldown is over', () => {
  const timeline = played(scaling(), '{ at: 10m, load: { readsPerSecond: 60000 } }', quick);
  expect(activities(timeline)).toEqual([
    '13: Auto scaling adds application-autoscaling-1: readers are at 88 % CPU, target 60 %.',
    '23: Auto scaling adds application-autoscaling-2: readers are at 67 % CPU, target 60 %.',
  ]);
  expect(clusterAt(timeline, 13 * minute).instances[3]).toMatchObject({
    id: 'application-autoscaling-1',
    state: 'creating',
    class: 'db.r7g.2xlarge',
    promotionTier: 15,
    zone: 'us-east-1a',
  });
  expect(clusterAt(timeline, 18 * minute).instances[3]).toMatchObject({ state: 'running', load: 50 });
});

test('a load curve: readers come as it rises, and go one by one after 15 minutes as it falls', () => {
  const events = `{ at: 0s, load: { readsPerSecond: 30000 } }, { at: 10m, load: { readsPerSecond: 160000 } },
    { at: 1h, load: { readsPerSecond: 20000 } }`;
  const timeline = played(scaling(), events, quick);
  expect(activities(timeline)).toEqual([
    '13: Auto scaling adds 2 readers: readers are at 100 % CPU, target 60 %.',
    '23: Auto scaling adds application-autoscaling-3: readers are at 100 % CPU, target 60 %.',
    '75: Auto scaling removes application-autoscaling-3: readers are at 12 % CPU, target 60 %.',
    '80: Auto scaling removes application-autoscaling-2: readers are at 16 % CPU, target 60 %.',
    '85: Auto scaling removes application-autoscaling-1: readers are at 22 % CPU, target 60 %.',
  ]);
  expect(clusterAt(timeline, 120 * minute).instances.map(({ id }) => id)).toEqual(['orders-a', 'orders-b', 'orders-c']);
});

test('at maxCapacity nothing is added, and that is said once', () => {
  const timeline = played(
    scaling('minCapacity: 1, maxCapacity: 2'),
    '{ at: 10m, load: { readsPerSecond: 90000 } }',
    quick,
  );
  expect(activities(timeline)).toEqual(['13: Auto scaling adds nothing more: readers are at 100 % CPU, target 60 %.']);
});

test('a load that passes before the alarm changes nothing', () => {
  const events = '{ at: 10m, load: { readsPerSecond: 90000 } }, { at: 12m, load: { readsPerSecond: 20000 } }';
  expect(activities(played(scaling(), events, ', duration: 20m'))).toEqual([]);
});

test('connections are counted per reader', () => {
  const clusters = scaling(undefined, 'RDSReaderAverageDatabaseConnections', 200);
  const timeline = played(clusters, '{ at: 10m, load: { connections: 700 } }', quick);
  expect(activities(timeline)).toEqual(['13: Auto scaling adds 2 readers: a reader has 350 connections, target 200.']);
});

test('the cluster has its minimum from the start, and those readers are promoted last', () => {
  const timeline = played(scaling('minCapacity: 4, maxCapacity: 5'), '{ at: 1m, crash: writer }');
  expect(
    clusterAt(timeline, 0)
      .instances.map(({ id, zone }) => [id, zone])
      .slice(3),
  ).toEqual([
    ['application-autoscaling-1', 'us-east-1a'],
    ['application-autoscaling-2', 'us-east-1b'],
  ]);
  expect(timeline.verdict.promoted).toBe('orders-b');
});

test('nothing is scaled while an instance is away', () => {
  const events = '{ at: 9m, fail: instance, target: orders-c, for: 20m }, { at: 10m, load: { readsPerSecond: 60000 } }';
  const [first] = activities(played(scaling(), events, quick));
  expect(Number(first?.split(':')[0])).toBeGreaterThan(29);
});

test('without scale in, what was added stays', () => {
  const events = '{ at: 10m, load: { readsPerSecond: 60000 } }, { at: 30m, load: { readsPerSecond: 1000 } }';
  const timeline = played(scaling('minCapacity: 1, maxCapacity: 5, disableScaleIn: true'), events, quick);
  expect(timeline.moments.map(({ kind }) => kind)).not.toContain('scaled-in');
  expect(momentOf(timeline, 'scaled-out').label).toBe('reader added');
});

test('whatever the load, readers stay between the bounds, and what came last is removed first', () => {
  const loads = [10_000, 300_000, 5000, 80_000, 1000];
  const events = loads.map((readsPerSecond, index) => ({ at: index * 60 * minute, load: { readsPerSecond } }));
  const scenario = { ...scenarioOf(events), duration: 300 * minute };
  for (let seed = 0; seed < 20; seed++) {
    const { moments } = timelineOf(designOf(scaling('minCapacity: 2, maxCapacity: 6')), { scenario }, seed);
    for (const { clusters } of moments) {
      const readers = clusters[0]?.instances.filter(({ role }) => role === 'reader').length ?? 0;
      expect(readers).toBeGreaterThanOrEqual(2);
      expect(readers).toBeLessThanOrEqual(6);
    }
  }
});
