import { expect, test } from 'vitest';
import { clusterAt, momentOf, played } from '../../testing/example.ts';
import type { Timeline } from '../../timeline.ts';

const minute = 60_000;

/** A Serverless v2 writer, a reader that scales with it and one that does not. */
const serverless = (range = 'minCapacity: 1, maxCapacity: 32', rest = '') => `
primary:
  region: us-east-1
  availabilityZones: [us-east-1a, us-east-1b, us-east-1c]
  serverlessV2ScalingConfiguration: { ${range} }
  instances:
    - { id: orders-a, class: db.serverless, availabilityZone: us-east-1a, role: writer, promotionTier: 0 }
    - { id: orders-b, class: db.serverless, availabilityZone: us-east-1b, promotionTier: 1 }
    - { id: orders-c, class: db.serverless, availabilityZone: us-east-1c, promotionTier: 2 }
${rest}`;

const pausing = serverless(
  'minCapacity: 0, maxCapacity: 32',
  'workload: { connections: 20, readsPerSecond: 100, writesPerSecond: 100 }',
);

const idle = '{ at: 1m, load: { connections: 0, readsPerSecond: 0, writesPerSecond: 0 } }';

const capacities = (timeline: Timeline, at: number) =>
  clusterAt(timeline, at).instances.map(({ capacity }) => capacity);

test('at the start every instance has followed the workload: reads, writes, and readers of tier 0 and 1 the writer', () => {
  const clusters = serverless(undefined, 'workload: { readsPerSecond: 5000, writesPerSecond: 5000 }');
  const timeline = played(clusters, '{ at: 1m, crash: orders-c }');
  expect(capacities(timeline, 0)).toEqual([14.5, 14.5, 3]);
  expect(clusterAt(timeline, 0).instances.map(({ load }) => load)).toEqual([69, 14, 67]);
});

test('without a workload they have the least capacity', () => {
  expect(capacities(played(serverless(), '{ at: 1m, crash: orders-c }'), 0)).toEqual([1, 1, 1]);
});

test('capacity doubles step by step as load rises, up to the maximum, and halves slowly as it falls', () => {
  const events = '{ at: 1m, load: { writesPerSecond: 20000 } }, { at: 10m, load: { writesPerSecond: 0 } }';
  const timeline = played(serverless(), events);
  expect([75, 90, 105, 120, 135, 150].map((second) => capacities(timeline, second * 1000)[0])).toEqual([
    2, 4, 8, 16, 32, 32,
  ]);
  expect(clusterAt(timeline, 2 * minute).instances[0]?.load).toBe(100);
  expect([11, 12, 13, 14, 15, 16].map((at) => capacities(timeline, at * minute)[0])).toEqual([16, 8, 4, 2, 1, 1]);
  expect(momentOf(timeline, 'capacity-changed').explanation.headline).toBe(
    'Capacity follows the load up: orders-a 2 ACU, orders-b 2 ACU.',
  );
});

test('behind a provisioned writer readers of tier 0 and 1 keep what its memory is worth', () => {
  const clusters = serverless().replace('id: orders-a, class: db.serverless', 'id: orders-a, class: db.r7g.large');
  expect(capacities(played(clusters, '{ at: 1m, crash: orders-c }'), 0)).toEqual([undefined, 8, 1]);
});

test('a reader of tier 2 may be too small when it is promoted', () => {
  const clusters = serverless(undefined, 'workload: { writesPerSecond: 5000 }');
  const timeline = played(clusters, '{ at: 1m, fail: instance, target: orders-b }, { at: 2m, crash: writer }');
  expect(timeline.moments.map(({ explanation }) => explanation.headline)).toContain(
    'orders-c has 1 ACU, the writer had 14.5: it grows only once it writes.',
  );
  expect(timeline.verdict.promoted).toBe('orders-c');
  expect(capacities(timeline, 20 * minute)[2]).toBe(14.5);
});

test('what nobody uses pauses after 300 s, and resumes in 15 s when somebody connects', () => {
  const timeline = played(pausing, `${idle}, { at: 20m, load: { connections: 5, writesPerSecond: 10 } }`);
  expect(momentOf(timeline, 'paused')).toMatchObject({ at: 6 * minute });
  expect(capacities(timeline, 6 * minute)).toEqual([0, 0, 0]);
  const resuming = clusterAt(timeline, 20 * minute);
  expect(resuming.instances.map(({ state }) => state)).toEqual(['resuming', 'resuming', 'resuming']);
  expect(resuming.endpoints.find(({ name }) => name === 'cluster')?.reason).toBe('orders-a resumes from its pause');
  expect(clusterAt(timeline, 20 * minute + 15_000)).toMatchObject({ writes: 'up', reads: 'up' });
  expect(timeline.verdict).toMatchObject({ writesUnavailableSeconds: 15, writerRecoverySeconds: 0 });
});

test('somebody who connects in time keeps them awake', () => {
  const timeline = played(pausing, `${idle}, { at: 5m, load: { connections: 1 } }`);
  expect(timeline.moments.map(({ kind }) => kind)).not.toContain('paused');
});

test.each([
  ['a minimum above 0', pausing.replace('minCapacity: 0', 'minCapacity: 0.5')],
  ['a proxy', pausing.replace('  instances:', '  proxies: [{ name: front }]\n  instances:')],
  ['a global database', `${pausing}\nsecondaries: [{ region: eu-west-1 }]`],
])('%s keeps instances from pausing', (_, clusters) => {
  expect(played(clusters, idle).moments.map(({ kind }) => kind)).not.toContain('paused');
});

test('a paused reader resumes before it is promoted', () => {
  const timeline = played(pausing, `${idle}, { at: 10m, crash: writer }`);
  expect(timeline.moments.map(({ explanation }) => explanation.headline)).toContain(
    'orders-b is paused and has to resume first: 15 s more.',
  );
  expect(timeline.verdict.writerRecoverySeconds).toBeGreaterThanOrEqual(25);
});

test('another capacity range counts at once, and wakes what was paused', () => {
  const timeline = played(pausing, `${idle}, { at: 10m, modify: { serverlessV2ScalingConfiguration.minCapacity: 2 } }`);
  expect(capacities(timeline, 20 * minute)).toEqual([2, 2, 2]);
});

test('a reader that is added begins with the least capacity and catches up with the writer', () => {
  const clusters = serverless(undefined, 'workload: { writesPerSecond: 5000 }');
  const timeline = played(clusters, '{ at: 1m, add: reader }');
  expect([capacities(timeline, minute)[3], capacities(timeline, 20 * minute)[3]]).toEqual([1, 14.5]);
});

test('capacity can be expected at an instant', () => {
  const clusters = serverless(undefined, 'workload: { writesPerSecond: 5000 }');
  const expected = ', expect: { at: [{ at: 30s, capacity: { orders-a: "> 8", orders-c: 1 } }] }';
  expect(played(clusters, '{ at: 1m, crash: orders-c }', expected).expectations.map(({ outcome }) => outcome)).toEqual([
    'pass',
    'pass',
  ]);
});

test('a class that is no longer serverless has no capacity', () => {
  const timeline = played(serverless(), '{ at: 1m, modify: { orders-c.class: db.r7g.large } }');
  expect(capacities(timeline, 20 * minute)).toEqual([1, 1, undefined]);
});
