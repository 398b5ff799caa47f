import { expect, test } from 'vitest';
import { answersOf, clusterAt, momentOf, played, threeZones, twoRegions } from '../../testing/example.ts';

const lag = ', assumptions: { globalLag: 800ms }';

test('a Region goes dark and nothing happens by itself', () => {
  const timeline = played(twoRegions, '{ at: 1m, fail: region, target: us-east-1 }', ', duration: 10m');
  expect(momentOf(timeline, 'region-dark').explanation.headline).toBe(
    'Nobody writes: us-east-1 is dark, and no Region takes over by itself.',
  );
  expect(timeline.verdict).toMatchObject({
    writerRecoverySeconds: 0,
    regionRecoverySeconds: null,
    writesUnavailableSeconds: 540,
    dataLossSeconds: 0,
    promoted: 'nobody',
  });
  expect(timeline.summary.headline).toBe('No other Region took over within the run.');
});

test('a Region that returns goes on with its writer', () => {
  const timeline = played(twoRegions, '{ at: 1m, fail: region, target: us-east-1, for: 5m }');
  expect(timeline.verdict.promoted).toBe('nobody');
  expect(timeline.verdict.regionRecoverySeconds).toBeGreaterThan(300);
  expect(timeline.verdict.regionRecoverySeconds).toBeLessThanOrEqual(310);
  expect(clusterAt(timeline, 1_800_000)).toMatchObject({ role: 'primary', writes: 'up', reads: 'up' });
});

test('an unplanned failover loses what had not arrived', () => {
  const events = '{ at: 1m, fail: region, target: us-east-1 }, { at: 4m, failover: region, target: eu-west-1 }';
  const timeline = played(twoRegions, events, lag);
  expect(timeline.verdict).toMatchObject({
    dataLossSeconds: 0.8,
    regionDataLossSeconds: 0.8,
    promoted: 'orders-eu-a',
  });
  expect(timeline.verdict.regionRecoverySeconds).toBeGreaterThan(180);
  expect(timeline.summary.recovery.map(({ part }) => part)).toEqual(['waiting for the call', 'Region failover', 'DNS']);
  expect(timeline.violations).toMatchObject([
    { invariant: 'acked-commit-lost', detail: '800 ms of commits had not arrived in eu-west-1' },
  ]);
  const end = clusterAt(timeline, 1_800_000, 'eu-west-1');
  expect(end).toMatchObject({ role: 'primary', writes: 'up' });
  expect([answersOf(end, 'cluster'), answersOf(end, 'global')]).toEqual([['orders-eu-a'], ['orders-eu-a']]);
});

test('a primary that stopped writing longer ago than the lag loses nothing', () => {
  const events = '{ at: 1m, fail: instance, target: writer }, { at: 62s, failover: region, target: eu-west-1 }';
  expect(played(twoRegions, events, lag).verdict.dataLossSeconds).toBe(0);
});

test('a switchover loses nothing, and the Regions change their roles', () => {
  const timeline = played(twoRegions, '{ at: 1m, switchover: region, target: eu-west-1 }');
  expect(timeline.verdict).toMatchObject({ dataLossSeconds: 0, promoted: 'orders-eu-a', readsUnavailableSeconds: 0 });
  const former = clusterAt(timeline, 1_800_000);
  expect(former.role).toBe('secondary');
  expect(former.instances.map(({ role, state }) => [role, state])).toEqual(Array(3).fill(['reader', 'running']));
  expect(former.endpoints.map(({ name }) => name)).toEqual(['reader']);
});

test('the former primary is rebuilt when it returns after an unplanned failover', () => {
  const events =
    '{ at: 1m, fail: region, target: us-east-1, for: 5m }, { at: 2m, failover: region, target: eu-west-1 }';
  const timeline = played(twoRegions, events, ', duration: 1h');
  const back = clusterAt(timeline, 360_000);
  expect(back).toMatchObject({ role: 'secondary', reads: 'down' });
  expect(back.instances.map(({ state }) => state)).toEqual(['recreating', 'recreating', 'recreating']);
  expect(clusterAt(timeline, 3_600_000)).toMatchObject({ role: 'secondary', reads: 'up' });
});

test.each([
  ['{ at: 1m, failover: region, target: us-east-1 }', 'us-east-1 is the primary Region already'],
  ['{ at: 1s, fail: region, target: eu-west-1 }, { at: 1m, failover: region, target: eu-west-1 }', 'eu-west-1 is dark'],
  [
    '{ at: 1s, fail: region, target: us-east-1 }, { at: 1m, switchover: region, target: eu-west-1 }',
    'a switchover needs a primary that takes writes',
  ],
  [
    '{ at: 1m, failover: region, target: eu-west-1 }, { at: 61s, failover: region, target: eu-west-1 }',
    'a change of the primary Region is under way',
  ],
])('%s is refused', (events, why) => {
  expect(momentOf(played(twoRegions, events), 'refused').explanation.headline).toBe(`Nothing happens: ${why}.`);
});

test('a failover ends when its target goes dark, and the primary writes again', () => {
  const events = '{ at: 1m, failover: region, target: eu-west-1 }, { at: 61s, fail: region, target: eu-west-1 }';
  const timeline = played(twoRegions, events);
  expect(momentOf(timeline, 'refused').label).toBe('failover ends');
  expect(timeline.verdict).toMatchObject({ dataLossSeconds: 0, promoted: 'nobody' });
  expect(clusterAt(timeline, 1_800_000)).toMatchObject({ role: 'primary', writes: 'up' });
});

test('a headless secondary needs an instance before it can take over', () => {
  const clusters = `${threeZones}\nsecondaries: [{ region: eu-west-1 }]`;
  const timeline = played(clusters, '{ at: 1m, failover: region, target: eu-west-1 }');
  expect(momentOf(timeline, 'refused').explanation.headline).toBe(
    'Nothing happens: eu-west-1 has no instance; it needs one first.',
  );
  expect(timeline.verdict).toMatchObject({ promoted: 'nobody', writesUnavailableSeconds: 0 });
});

test('a headless secondary takes over as soon as it has got its first instance', () => {
  const clusters = `${threeZones}\nsecondaries: [{ region: eu-west-1 }]`;
  const add = '{ at: 1m, fail: region, target: us-east-1 }, { at: 2m, add: reader, target: eu-west-1 }';
  const timeline = played(clusters, `${add}, { at: 15m, failover: region, target: eu-west-1 }`);
  expect(clusterAt(timeline, 1_800_000, 'eu-west-1')).toMatchObject({ role: 'primary', writes: 'up' });
});

test('the loss of a secondary Region leaves the primary alone and cuts replication off', () => {
  const timeline = played(twoRegions, '{ at: 1m, fail: region, target: eu-west-1, for: 2m }', lag);
  expect(timeline.verdict).toMatchObject({ writesUnavailableSeconds: 0, readsUnavailableSeconds: 0 });
  expect(clusterAt(timeline, 0, 'eu-west-1').lag).toBe(800);
  expect(clusterAt(timeline, 60_000, 'eu-west-1')).toMatchObject({ lag: 800, replication: 'cut-off' });
  expect(clusterAt(timeline, 1_800_000, 'eu-west-1')).toMatchObject({ lag: 800, reads: 'up' });
});
