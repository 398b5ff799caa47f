import { expect, test } from 'vitest';
import { scenarioOf } from '../../testing/arbitrary.ts';
import {
  alone,
  answersOf,
  clusterAt,
  designOf,
  momentOf,
  played,
  threeZones,
  timelineOf,
} from '../../testing/example.ts';

const stateOf = (cluster: ReturnType<typeof clusterAt>, id: string) => {
  const instance = cluster.instances.find((candidate) => candidate.id === id);
  return instance && [instance.role, instance.state];
};

test('a writer that crashes is noticed, a reader is promoted, and the cluster endpoint follows', () => {
  const timeline = played(threeZones, '{ at: 1m, crash: writer }');
  expect(timeline.moments.map(({ kind }) => kind)).toEqual([
    'start',
    'writer-lost',
    'failure-detected',
    'promoted',
    'writes-up',
    'instance-back',
    'end',
  ]);
  expect(timeline.summary.recovery.map(({ part, basis }) => [part, basis])).toEqual([
    ['detection', 'assumed'],
    ['promotion', 'measured'],
    ['DNS', 'assumed'],
  ]);
  expect(timeline.verdict).toMatchObject({ promoted: 'orders-b', dataLossSeconds: 0 });
  expect(clusterAt(timeline, 1_800_000).instances).toMatchObject([
    { id: 'orders-a', role: 'reader', state: 'running' },
    { id: 'orders-b', role: 'writer', state: 'running' },
    { id: 'orders-c', role: 'reader', state: 'running' },
  ]);
});

test('with a reader writes are back in 10 to 16 s, whatever the seed', () => {
  const design = designOf(threeZones);
  const scenario = scenarioOf([{ at: 60_000, crash: 'writer' }]);
  const seeds = Array.from({ length: 200 }, (_, seed) => seed);
  const times = seeds.map((seed) => timelineOf(design, { scenario }, seed).verdict.writerRecoverySeconds ?? Infinity);
  expect(Math.min(...times)).toBeGreaterThanOrEqual(10);
  expect(Math.max(...times)).toBeLessThanOrEqual(16);
  expect(new Set(times).size).toBeGreaterThan(150);
});

test('while a reader is promoted it answers no read; where it was the last, nobody does', () => {
  const timeline = played(threeZones, '{ at: 30s, fail: az, target: us-east-1c }, { at: 1m, crash: writer }');
  const promotion = clusterAt(timeline, momentOf(timeline, 'failure-detected').at);
  expect(promotion.reads).toBe('down');
  expect(promotion.endpoints.find(({ name }) => name === 'reader')).toMatchObject({
    answers: [],
    reason: 'no instance runs in us-east-1',
  });
  expect(answersOf(clusterAt(timeline, momentOf(timeline, 'promoted').at), 'reader')).toEqual(['orders-b']);
});

test('without a reader the writer is recreated in its AZ within 10 minutes', () => {
  const timeline = played(alone, '{ at: 1m, crash: writer }');
  expect(timeline.moments.map(({ kind }) => kind)).toContain('writer-recreated');
  expect(timeline.verdict.promoted).toBe('nobody');
  expect(timeline.verdict.writerRecoverySeconds).toBeGreaterThan(300);
  expect(timeline.verdict.writerRecoverySeconds).toBeLessThan(610);
  expect(timeline.summary.headline).toBe('Nobody was left to promote.');
});

test('without a reader elsewhere nobody is promoted until the AZ of the writer returns', () => {
  const timeline = played(alone, '{ at: 1m, fail: az, target: us-east-1a, for: 10m }');
  expect(clusterAt(timeline, 600_000).endpoints.find(({ name }) => name === 'cluster')).toEqual({
    name: 'cluster',
    answers: [],
    reason: 'us-east-1a is dark',
  });
  expect(timeline.verdict.writerRecoverySeconds).toBeGreaterThan(600);
  expect(clusterAt(timeline, 1_800_000).writes).toBe('up');
  const forGood = played(alone, '{ at: 1m, fail: az, target: us-east-1a }');
  expect(forGood.verdict).toMatchObject({ writerRecoverySeconds: null, writesUnavailableSeconds: 1740 });
});

test('an AZ that is back before its loss is noticed costs a restart and promotes nobody', () => {
  const timeline = played(threeZones, '{ at: 1m, fail: az, target: us-east-1a, for: 1s }');
  expect(timeline.verdict.promoted).toBe('nobody');
  expect(timeline.summary.recovery.map(({ part }) => part)).toEqual(['us-east-1a dark', 'restart']);
});

test('the AZ of the writer is lost: a reader elsewhere takes over, and the old writer returns as a reader', () => {
  const timeline = played(threeZones, '{ at: 1m, fail: az, target: us-east-1a, for: 5m }');
  expect(timeline.verdict.promoted).toBe('orders-b');
  expect(stateOf(clusterAt(timeline, 120_000), 'orders-a')).toEqual(['reader', 'unreachable']);
  expect(stateOf(clusterAt(timeline, 1_800_000), 'orders-a')).toEqual(['reader', 'running']);
});

test('a restart in place promotes nobody', () => {
  const timeline = played(threeZones, '{ at: 1m, restart: writer }');
  expect(timeline.verdict.promoted).toBe('nobody');
  expect(timeline.verdict.writerRecoverySeconds).toBeLessThanOrEqual(10);
  expect(timeline.summary.headline).toMatch(/^Writes were back .* after the restart\.$/);
});

test('a failover by hand goes to the reader that is named, without a time to notice', () => {
  const timeline = played(threeZones, '{ at: 1m, failover: cluster, target: orders-c }');
  expect(timeline.verdict.promoted).toBe('orders-c');
  expect(timeline.summary.recovery.map(({ part }) => part)).toEqual(['promotion', 'DNS']);
  expect(stateOf(clusterAt(timeline, 1_800_000), 'orders-a')).toEqual(['reader', 'running']);
});

test('without a name the rule chooses', () => {
  expect(played(threeZones, '{ at: 1m, failover: cluster }').verdict.promoted).toBe('orders-b');
});

test.each([
  ['{ at: 1m, failover: cluster, target: orders-a }', 'orders-a is the writer already'],
  [
    '{ at: 10s, fail: instance, target: orders-c }, { at: 1m, failover: cluster, target: orders-c }',
    'orders-c does not run',
  ],
  ['{ at: 1m, failover: cluster }, { at: 61s, failover: cluster }', 'a promotion is under way'],
  ['{ at: 10s, fail: az, target: us-east-1c }, { at: 1m, crash: orders-c }', 'orders-c is unreachable already'],
])('%s: what cannot be done is said', (events, why) => {
  expect(momentOf(played(threeZones, events), 'refused').explanation.headline).toBe(`Nothing happens: ${why}.`);
});

test('the reader that is being promoted fails: the next one is found', () => {
  const timeline = played(threeZones, '{ at: 1m, crash: writer }, { at: 66s, crash: orders-b }');
  expect(timeline.verdict.promoted).toBe('orders-c');
  expect(timeline.moments.map(({ label }) => label)).toContain('orders-b fails');
});

test('a reader that comes back while nobody can be promoted is promoted', () => {
  const events = '{ at: 1m, fail: az, target: us-east-1a }, { at: 10s, fail: instance, target: reader, for: 5m }';
  const clusters = `
primary:
  region: us-east-1
  instances:
    - { id: writer-a, availabilityZone: us-east-1a }
    - { id: reader, availabilityZone: us-east-1b }`;
  const timeline = played(clusters, events);
  expect(timeline.moments.map(({ kind }) => kind)).toContain('nobody-to-promote');
  expect(timeline.verdict.promoted).toBe('reader');
});

test('a reader that crashes restarts, and only its own endpoint is silent', () => {
  const endpoints = '\n  endpoints: [{ id: analytics, type: READER, staticMembers: [orders-c] }]\n';
  const timeline = played(`${threeZones}${endpoints}`, '{ at: 1m, crash: orders-c }');
  const crash = clusterAt(timeline, 60_000);
  expect(crash.endpoints.find(({ name }) => name === 'analytics')).toMatchObject({
    answers: [],
    reason: 'orders-c was its only member',
  });
  expect([crash.writes, answersOf(crash, 'reader')]).toEqual(['up', ['orders-b']]);
  expect(answersOf(clusterAt(timeline, 1_800_000), 'analytics')).toEqual(['orders-c']);
});

test('a READER endpoint loses the member that is promoted, ANY keeps it', () => {
  const endpoints = `
  endpoints:
    - { id: reading, type: READER, staticMembers: [orders-b] }
    - { id: any, type: ANY, staticMembers: [orders-b] }
`;
  const end = clusterAt(played(`${threeZones}${endpoints}`, '{ at: 1m, crash: writer }'), 1_800_000);
  expect([answersOf(end, 'reading'), answersOf(end, 'any')]).toEqual([[], ['orders-b']]);
  expect(end.endpoints[0]?.reason).toBe('orders-b was its only member and writes now');
});

test('an instance that fails is away as long as the scenario says, and nothing recreates it', () => {
  const timeline = played(alone, '{ at: 1m, fail: instance, target: writer, for: 20m }');
  expect(timeline.verdict.writerRecoverySeconds).toBeGreaterThan(1200);
  expect(timeline.verdict.writerRecoverySeconds).toBeLessThan(1215);
});
