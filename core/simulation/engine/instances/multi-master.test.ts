import { expect, test } from 'vitest';
import { simulate } from '../../simulate.ts';
import {
  answersOf,
  clusterAt,
  designOf,
  momentOf,
  multiMaster,
  played,
  threeZones,
  timelineOf,
} from '../../testing/example.ts';
import type { Timeline } from '../../timeline.ts';

const rolesOf = (timeline: Timeline, instant: number) =>
  clusterAt(timeline, instant).instances.map(({ id, role, state }) => `${id} ${role} ${state}`);

const kinds = ({ moments }: Timeline) => moments.map(({ kind }) => kind);
const refusals = ({ moments }: Timeline) =>
  moments.filter(({ kind }) => kind === 'refused').map(({ explanation }) => explanation.headline);

test('the same crash leaves writes away for a failover beside one writer, and for no moment beside others', () => {
  const crash = '{ at: 1m, crash: writer }';
  const [one, several] = [played(threeZones, crash), played(multiMaster, crash)];
  expect(one.verdict).toMatchObject({ promoted: 'orders-b', dataLossSeconds: 0 });
  expect(one.verdict.writesUnavailableSeconds).toBeGreaterThanOrEqual(10);
  expect(several.verdict).toMatchObject({
    writerRecoverySeconds: 0,
    writesUnavailableSeconds: 0,
    promoted: 'nobody',
    dataLossSeconds: 0,
  });
  expect(several.summary).toMatchObject({ headline: 'Reads and writes went on.', recovery: [] });
});

test('every instance of a multi-master cluster is a writer, and one that crashed comes back as one', () => {
  const timeline = played(multiMaster, '{ at: 1m, crash: orders-b }');
  expect(rolesOf(timeline, 0)).toEqual([
    'orders-a writer running',
    'orders-b writer running',
    'orders-c writer running',
  ]);
  expect(rolesOf(timeline, 60_000)[1]).toBe('orders-b writer failed');
  expect(rolesOf(timeline, 120_000)[1]).toBe('orders-b writer running');
  expect(kinds(timeline)).toEqual(['start', 'instance-failed', 'failure-detected', 'instance-back', 'end']);
});

test('there is no reader endpoint, and the cluster endpoint goes over to another writer after a while', () => {
  const timeline = played(multiMaster, '{ at: 1m, fail: instance, target: orders-a }');
  expect(answersOf(clusterAt(timeline, 0), 'reader')).toBeUndefined();
  expect(answersOf(clusterAt(timeline, 0), 'cluster')).toEqual(['orders-a']);
  expect(answersOf(clusterAt(timeline, 60_000), 'cluster')).toEqual([]);
  expect(clusterAt(timeline, 60_000)).toMatchObject({ writes: 'up', reads: 'up' });
  const moved = momentOf(timeline, 'instance-modified');
  expect(moved.at - 60_000).toBeGreaterThanOrEqual(6000);
  expect(moved.at - 60_000).toBeLessThanOrEqual(10_000);
  expect(answersOf(clusterAt(timeline, moved.at), 'cluster')).toEqual(['orders-b']);
});

test('the cluster endpoint stays where it leads when its instance is back first', () => {
  const timeline = played(
    multiMaster,
    '{ at: 1m, fail: instance, target: orders-a, for: 100ms }',
    ', seed: 3, assumptions: { restart: 1s }',
  );
  expect(kinds(timeline)).not.toContain('instance-modified');
  expect(answersOf(clusterAt(timeline, 90_000), 'cluster')).toEqual(['orders-a']);
});

test('without any writer writes are away until the first of them has restarted, without a promotion', () => {
  const all = ['orders-a', 'orders-b', 'orders-c'].map((id) => `{ at: 1m, crash: ${id} }`).join(', ');
  const timeline = played(multiMaster, all);
  expect(timeline.summary.recovery.map(({ part }) => part)).toEqual(['detection', 'restart']);
  expect(timeline.verdict.promoted).toBe('nobody');
  expect(timeline.verdict.writerRecoverySeconds).toBeGreaterThanOrEqual(8);
  expect(timeline.verdict.writerRecoverySeconds).toBeLessThanOrEqual(15);
  expect(timeline.verdict.writesUnavailableSeconds).toBe(timeline.verdict.writerRecoverySeconds);
});

test('an AZ that goes dark takes its writer with it and no write', () => {
  const timeline = played(multiMaster, '{ at: 1m, fail: az, target: us-east-1a, for: 10m }');
  expect(timeline.verdict.writesUnavailableSeconds).toBe(0);
  expect(rolesOf(timeline, 300_000)[0]).toBe('orders-a writer unreachable');
  expect(rolesOf(timeline, 1_000_000)[0]).toBe('orders-a writer running');
});

test('a writer that is cut off has no quorum, and writes on with its own epoch when it is reached again', () => {
  const sides = '[[us-east-1a], [us-east-1b, us-east-1c]]';
  const timeline = played(
    multiMaster,
    `{ at: 1m, partition: ${sides}, for: 2m }`,
    ', expect: { never: [two-writers-in-one-epoch] }',
  );
  expect(timeline.verdict.writesUnavailableSeconds).toBe(0);
  expect(timeline.moments.map(({ label }) => label)).toContain('orders-a reached');
  expect(timeline.expectations.map(({ outcome }) => outcome)).toEqual(['pass']);
});

test('a writer that comes back where there is no write quorum waits for its epoch, while commits of the others wait', () => {
  const segments = ['A', 'B', 'C'].map((letter) => `{ at: 50s, fail: segment, target: pg-0/${letter} }`).join(', ');
  const timeline = played(
    multiMaster,
    `${segments}, { at: 51s, restart: orders-b }`,
    ', assumptions: { segmentRepair: 1m }',
  );
  const waits = timeline.moments.find(({ label }) => label === 'recovery waits');
  const writes = timeline.moments.find(({ label }) => label === 'orders-b writes');
  expect(clusterAt(timeline, waits?.at ?? 0).writes).toBe('stalled');
  expect(writes?.at).toBe(110_000);
});

test('a restart and a change of class concern one writer', () => {
  const timeline = played(
    multiMaster,
    '{ at: 1m, restart: orders-a }, { at: 5m, modify: { orders-b.class: db.r5.4xlarge } }',
  );
  expect(timeline.verdict.writesUnavailableSeconds).toBe(0);
  expect(timeline.moments.filter(({ kind }) => kind === 'instance-failed').map(({ at }) => at)).toEqual([
    60_000, 300_000,
  ]);
  expect(clusterAt(timeline, 1_000_000).instances[1]).toMatchObject({
    role: 'writer',
    class: 'db.r5.4xlarge',
    state: 'running',
  });
});

test('the engine is patched instance after instance, with a writer at any time, and never without downtime', () => {
  const timeline = played(multiMaster, '{ at: 1m, patch: engine, zeroDowntime: true }');
  expect(momentOf(timeline, 'patch').explanation.detail).toContain('is not patched without downtime');
  expect(timeline.verdict.writesUnavailableSeconds).toBe(0);
  const away = timeline.moments.map(
    ({ clusters }) => clusters[0]?.instances.filter(({ state }) => state === 'upgrading').length,
  );
  expect(Math.max(...away.map((count) => count ?? 0))).toBe(1);
  expect(timeline.moments.filter(({ label }) => label.endsWith(' writes')).map(({ label }) => label)).toEqual([
    'orders-a writes',
    'orders-b writes',
    'orders-c writes',
  ]);
});

test('an instance that is added writes; a fifth is refused', () => {
  const timeline = played(multiMaster, '{ at: 1m, add: reader }, { at: 20m, add: reader }');
  expect(rolesOf(timeline, 1_190_000)[3]).toBe('reader-1 writer running');
  expect(refusals(timeline)).toEqual([
    'Nothing happens: orders has 4 instances, and no multi-master cluster has more.',
  ]);
});

test('removing writers one by one leaves the last of them writing', () => {
  const timeline = played(multiMaster, '{ at: 1m, remove: orders-a }, { at: 2m, remove: orders-b }');
  expect(timeline.verdict.writesUnavailableSeconds).toBe(0);
  expect(rolesOf(timeline, 200_000)).toEqual(['orders-c writer running']);
  expect(answersOf(clusterAt(timeline, 200_000), 'cluster')).toEqual(['orders-c']);
  const none = played(
    multiMaster,
    '{ at: 1m, remove: orders-a }, { at: 2m, remove: orders-b }, { at: 3m, remove: orders-c }',
  );
  expect(none.verdict.writerRecoverySeconds).toBeNull();
});

test('what a multi-master cluster could not do is refused with the reason', () => {
  const timeline = played(
    multiMaster.replace('primary:', 'primary:\n  backtrackWindow: 3600'),
    '{ at: 1m, failover: cluster }, { at: 2m, clone: staging }, { at: 3m, backtrack: 1m }, { at: 4m, add: region, target: eu-west-1 }',
  );
  expect(refusals(timeline)).toEqual([
    'Nothing happens: every instance writes, and nobody is promoted.',
    'Nothing happens: a multi-master cluster cannot be cloned.',
    'Nothing happens: a multi-master cluster cannot be backtracked.',
    'Nothing happens: engine mode multimaster knows no global database.',
  ]);
});

test.each([
  ['instances:', 'autoScaling: { maxCapacity: 4 }\n  instances:', /no readers to scale/],
  ['class: db.r5.xlarge', 'class: db.serverless', /had no db.serverless/],
  ['  instances:', '  instances:\n    - { id: d }\n    - { id: e }', /at most 4 instances, and this one has 5/],
  ['primary:', 'secondaries: [{ region: eu-west-1 }]\nprimary:', /had one Region/],
])('a form that it did not have is not played: %s', (from, to, problem) => {
  const design = designOf(multiMaster.replace(from, to));
  const scenario = { name: 's', seed: 1, duration: 60_000, events: [], assumptions: {}, expectations: [] };
  const result = simulate(design, { scenario });
  expect('problem' in result && result.problem).toMatch(problem);
});

test('a single writer in the retired mode is one that recovers by itself', () => {
  const one = multiMaster
    .split('\n')
    .filter((line) => !/orders-[bc]/.test(line))
    .join('\n');
  const { verdict } = timelineOf(
    designOf(`${one}\nscenarios: [{ name: s, events: [{ at: 1m, crash: writer }] }]`),
    { scenario: 's' },
    1,
  );
  expect(verdict.writerRecoverySeconds).toBeGreaterThanOrEqual(8);
  expect(verdict.writerRecoverySeconds).toBeLessThanOrEqual(15);
});
