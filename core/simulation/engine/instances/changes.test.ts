import { expect, test } from 'vitest';
import { answersOf, clusterAt, momentOf, played, threeZones, twoRegions } from '../../testing/example.ts';

const end = 1_800_000;

/** Instances of a cluster as `id role state`. */
const standing = (cluster: ReturnType<typeof clusterAt>) =>
  cluster.instances.map(({ id, role, state }) => `${id} ${role} ${state}`);

test('an added reader is created, then answers reads: of the class of the writer, in the emptiest AZ, of tier 1', () => {
  const timeline = played(threeZones, '{ at: 1m, fail: az, target: us-east-1a, for: 1m }, { at: 3m, add: reader }');
  expect(clusterAt(timeline, 179_999).instances).toHaveLength(3);
  expect(clusterAt(timeline, 180_000).instances[3]).toMatchObject({
    id: 'reader-1',
    zone: 'us-east-1a',
    class: 'db.r7g.2xlarge',
    promotionTier: 1,
    role: 'reader',
    state: 'creating',
  });
  expect(answersOf(clusterAt(timeline, 180_000), 'reader')).not.toContain('reader-1');
  expect(answersOf(clusterAt(timeline, end), 'reader')).toContain('reader-1');
  expect(timeline.verdict.writesUnavailableSeconds).toBeLessThan(90);
});

test('it stands where the event says, in an AZ or a Region, and can be named by what follows', () => {
  const events = `{ at: 1m, add: reader, target: us-east-1c }, { at: 1m, add: reader, target: eu-west-1 },
    { at: 20m, crash: reader-1 }`;
  const timeline = played(twoRegions, events);
  expect(clusterAt(timeline, 60_000).instances[3]).toMatchObject({ id: 'reader-1', zone: 'us-east-1c' });
  expect(clusterAt(timeline, 60_000, 'eu-west-1').instances[1]).toMatchObject({ id: 'reader-2', zone: 'eu-west-1b' });
  expect(momentOf(timeline, 'instance-failed').label).toBe('reader-1 crashes');
});

test('a headless secondary gets its first instance, and can take over with it', () => {
  const clusters = `${threeZones}\nsecondaries: [{ region: eu-west-1 }]`;
  const events = '{ at: 1m, add: reader, target: eu-west-1 }, { at: 20m, switchover: region, target: eu-west-1 }';
  expect(played(clusters, events).verdict.promoted).toBe('reader-1');
});

test('a custom endpoint leads to an added reader unless it lists its members', () => {
  const endpoints = `
  endpoints:
    - { id: listed, staticMembers: [orders-c] }
    - { id: rest, excludedMembers: [orders-a, orders-b] }
`;
  const after = clusterAt(played(`${threeZones}${endpoints}`, '{ at: 1m, add: reader }'), end);
  expect([answersOf(after, 'listed'), answersOf(after, 'rest')]).toEqual([['orders-c'], ['orders-c', 'reader-1']]);
});

test('a cluster has at most 16 instances', () => {
  const events = Array.from({ length: 14 }, () => '{ at: 1m, add: reader }').join(', ');
  const timeline = played(threeZones, events);
  expect(momentOf(timeline, 'refused').explanation.headline).toBe(
    'Nothing happens: orders has 16 instances, and no cluster has more.',
  );
  expect(clusterAt(timeline, end).instances).toHaveLength(16);
});

test('a reader that is removed is gone, and the writer goes on', () => {
  const timeline = played(threeZones, '{ at: 1m, remove: orders-c }');
  expect(standing(clusterAt(timeline, 60_000))).toEqual(['orders-a writer running', 'orders-b reader running']);
  expect(timeline.verdict).toMatchObject({ writesUnavailableSeconds: 0, readsUnavailableSeconds: 0 });
});

test('when the writer is removed a reader is promoted without a time to notice', () => {
  const timeline = played(threeZones, '{ at: 1m, remove: writer }');
  expect(timeline.verdict).toMatchObject({ promoted: 'orders-b', dataLossSeconds: 0 });
  expect(timeline.summary.recovery.map(({ part }) => part)).toEqual(['promotion', 'DNS']);
  expect(standing(clusterAt(timeline, end))).toEqual(['orders-b writer running', 'orders-c reader running']);
});

test('without a reader nobody writes until one is added', () => {
  const events = '{ at: 1m, remove: orders-b }, { at: 1m, remove: orders-c }, { at: 2m, remove: writer }';
  expect(played(threeZones, events).verdict).toMatchObject({ promoted: 'nobody', writerRecoverySeconds: null });
  const timeline = played(threeZones, `${events}, { at: 3m, add: reader }`);
  expect(timeline.verdict.promoted).toBe('reader-1');
  expect(clusterAt(timeline, end).writes).toBe('up');
});

test('the reader that is being promoted is removed: the next one is found', () => {
  const timeline = played(threeZones, '{ at: 1m, crash: writer }, { at: 66s, remove: orders-b }');
  expect(timeline.verdict.promoted).toBe('orders-c');
});

test('a writer that crashed and is removed before that is noticed leaves at once', () => {
  const timeline = played(threeZones, '{ at: 1m, crash: writer }, { at: 61s, remove: orders-a }');
  expect(timeline.verdict.promoted).toBe('orders-b');
  expect(standing(clusterAt(timeline, end))).toEqual(['orders-b writer running', 'orders-c reader running']);
});

test('another promotion tier counts at once', () => {
  const events = '{ at: 1m, modify: { orders-b.promotionTier: 9 } }, { at: 2m, crash: writer }';
  const timeline = played(threeZones, events);
  expect(momentOf(timeline, 'instance-modified').label).toBe('orders-b tier 9');
  expect(timeline.verdict.promoted).toBe('orders-c');
});

test('another class takes a restart: a reader is away meanwhile, and is larger afterwards', () => {
  const events =
    '{ at: 1m, modify: { orders-c.class: db.r7g.8xlarge, orders-c.promotionTier: 0 } }, { at: 10m, crash: writer }';
  const timeline = played(threeZones, events);
  expect(clusterAt(timeline, 60_000).instances[2]).toMatchObject({ class: 'db.r7g.8xlarge', state: 'modifying' });
  expect(timeline.verdict.promoted).toBe('orders-c');
});

test('another class of the writer stops writes until it is back', () => {
  const timeline = played(threeZones, '{ at: 1m, modify: { orders-a.class: db.r7g.4xlarge } }');
  expect(timeline.verdict.promoted).toBe('nobody');
  expect(timeline.summary.recovery.map(({ part }) => part)).toEqual(['change of class']);
  expect(timeline.verdict.writerRecoverySeconds).toBeGreaterThanOrEqual(120);
});

test.each([
  ['{ at: 1m, remove: orders-c }, { at: 2m, crash: orders-c }', 'orders-c does not exist at this moment'],
  ['{ at: 1m, remove: orders-c }, { at: 2m, remove: orders-c }', 'orders-c does not exist at this moment'],
  [
    '{ at: 1m, remove: orders-c }, { at: 2m, fail: instance, target: orders-c }',
    'orders-c does not exist at this moment',
  ],
  ['{ at: 1m, remove: orders-c }, { at: 2m, failover: cluster, target: orders-c }', 'orders-c does not run'],
  ['{ at: 1m, fail: az, target: us-east-1c }, { at: 2m, add: reader, target: us-east-1c }', 'us-east-1c is dark'],
  ['{ at: 1m, fail: region, target: us-east-1 }, { at: 2m, add: reader }', 'no AZ of the cluster is lit'],
  ['{ at: 1m, crash: orders-c }, { at: 61s, modify: { orders-c.class: db.r7g.large } }', 'orders-c does not run'],
])('%s: what cannot be done is said', (events, why) => {
  expect(momentOf(played(threeZones, events), 'refused').explanation.headline).toBe(`Nothing happens: ${why}.`);
});

test('what a run does not change is not played', () => {
  const timeline = played(threeZones, '{ at: 1m, modify: { primary.port: 3307 } }');
  expect(timeline.notSimulated).toMatchObject([{ event: 'modify: primary.port' }]);
});
