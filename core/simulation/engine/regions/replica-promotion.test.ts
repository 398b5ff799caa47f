import { expect, test } from 'vitest';
import { answersOf, clusterAt, momentOf, played, threeZones } from '../../testing/example.ts';

const replica = `${threeZones}
secondaries:
  - region: eu-west-1
    replication: binlog
    instances: [{ id: eu-a, class: db.r7g.large }, { id: eu-b, class: db.r7g.large }]
`;
const assumptions = ', assumptions: { binlogLag: 3s, replicaPromotion: 4m }';
const dark = '{ at: 1m, fail: region, target: us-east-1 }';
const promote = '{ at: 5m, failover: region, target: eu-west-1 }';

test('a replica cluster is behind by the lag of binlog', () => {
  expect(clusterAt(played(replica, dark, assumptions), 0, 'eu-west-1')).toMatchObject({ lag: 3000, writes: 'up' });
});

test('its promotion restarts it, loses what had not arrived, and leaves it alone', () => {
  const timeline = played(replica, `${dark}, ${promote}`, assumptions);
  const called = momentOf(timeline, 'region-failover');
  expect(called.explanation.headline).toBe('eu-west-1 is to stand alone: 3 s of commits have not arrived by binlog.');
  expect(clusterAt(timeline, 300_000, 'eu-west-1').instances.map(({ state }) => state)).toEqual([
    'restarting',
    'restarting',
  ]);
  expect(timeline.verdict).toMatchObject({ regionDataLossSeconds: 3, regionRecoverySeconds: 480, promoted: 'eu-a' });
  expect(timeline.summary.recovery.map(({ part }) => part)).toEqual(['waiting for the call', 'promoting the replica']);
  const end = clusterAt(timeline, 1_800_000, 'eu-west-1');
  expect(end).toMatchObject({ role: 'primary', writes: 'up', reads: 'up' });
  expect([answersOf(end, 'cluster'), answersOf(end, 'global')]).toEqual([['eu-a'], undefined]);
  const former = clusterAt(timeline, 1_800_000);
  expect([former.role, former.replication, former.lag]).toEqual(['secondary', undefined, undefined]);
});

test('nothing fences a primary that runs: what is written there until clients are led away is lost', () => {
  const timeline = played(replica, promote, assumptions);
  expect(timeline.verdict).toMatchObject({ regionDataLossSeconds: 243, writesUnavailableSeconds: 0 });
  expect(timeline.violations).toMatchObject([{ invariant: 'acked-commit-lost' }]);
  expect(clusterAt(timeline, 1_800_000)).toMatchObject({ role: 'secondary', writes: 'up' });
});

test('a former primary that comes back stays what it is, and cannot be moved to', () => {
  const back = '{ at: 1m, fail: region, target: us-east-1, for: 15m }';
  const timeline = played(
    replica,
    `${back}, ${promote}, { at: 25m, failover: region, target: us-east-1 }`,
    assumptions,
  );
  expect(momentOf(timeline, 'refused').explanation.headline).toBe(
    'Nothing happens: us-east-1 follows nobody any more.',
  );
  expect(clusterAt(timeline, 1_800_000).instances.map(({ state }) => state)).toEqual(Array(3).fill('running'));
});

test.each([
  ['{ at: 1m, fail: region, target: eu-west-1 }', 'eu-west-1 is dark'],
  ['{ at: 298s, crash: eu-a }', 'eu-west-1 has no writer that runs'],
])('after %s it is refused', (event, why) => {
  expect(momentOf(played(replica, `${event}, ${promote}`), 'refused').explanation.headline).toBe(
    `Nothing happens: ${why}.`,
  );
});

test('its promotion comes to nothing when its Region goes dark', () => {
  const timeline = played(replica, `${promote}, { at: 6m, fail: region, target: eu-west-1 }`, assumptions);
  expect(momentOf(timeline, 'refused').label).toBe('promotion ends');
  expect(timeline.verdict).toMatchObject({ dataLossSeconds: 0, promoted: 'nobody', writesUnavailableSeconds: 0 });
});
