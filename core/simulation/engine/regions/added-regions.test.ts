import fc from 'fast-check';
import { expect, test } from 'vitest';
import { simulate } from '../../simulate.ts';
import { anyEvent, arbitraryClusters, scenarioOf } from '../../testing/arbitrary.ts';
import { answersOf, clusterAt, designOf, momentOf, played, threeZones, twoRegions } from '../../testing/example.ts';

const add = '{ at: 1m, add: region, target: eu-west-1 }';
/** 100 GiB are copied in 200 s. */
const figures = ', assumptions: { regionCopy: 2s, globalLag: 0.8s, creation: 100s }';
const copied = 260_000;

test('a Region is added without an instance: its storage is copied, then it follows with its usual lag', () => {
  const timeline = played(threeZones, add, figures);
  expect(timeline.moments.filter(({ at }) => at < 60_000).every(({ clusters }) => clusters.length === 1)).toBe(true);
  expect(momentOf(timeline, 'region-added').explanation).toMatchObject({
    headline: 'eu-west-1 is added without an instance: first it gets a copy of the storage.',
    detail: 'To copy 100 GiB takes 3 min 20 s; us-east-1 goes on meanwhile.',
  });
  const added = clusterAt(timeline, 60_000, 'eu-west-1');
  expect(added).toMatchObject({ role: 'secondary', replication: 'copying', instances: [], reads: 'down' });
  expect([added.lag, added.volume.others]).toEqual([undefined, Array(6).fill('copying')]);
  expect(momentOf(timeline, 'region-copied')).toMatchObject({ at: copied, label: 'eu-west-1 follows' });
  expect(clusterAt(timeline, copied, 'eu-west-1')).toMatchObject({ replication: 'streaming', lag: 800 });
  expect(clusterAt(timeline, copied, 'eu-west-1').volume.worst.complete).toBe(6);
  expect(answersOf(clusterAt(timeline, copied), 'global')).toEqual(['orders-a']);
  expect(timeline.verdict.writesUnavailableSeconds).toBe(0);
  expect(timeline.assumptions.find(({ name }) => name === 'availabilityZones of eu-west-1')?.basis).toBe('assumed');
});

test('the larger the volume, the longer the copy', () => {
  const large = threeZones.replace('region: us-east-1', 'region: us-east-1\n  volume: { size: 300 GiB }');
  expect(momentOf(played(large, add, figures), 'region-copied').at).toBe(660_000);
});

test('it gets a reader meanwhile, which is ready with the copy, and takes over after it', () => {
  const reader = '{ at: 1m, add: reader, target: eu-west-1 }';
  const timeline = played(threeZones, `${add}, ${reader}, { at: 5m, switchover: region, target: eu-west-1 }`, figures);
  expect(momentOf(timeline, 'instance-added').explanation.headline).toContain('it answers reads in 3 min 20 s');
  expect(clusterAt(timeline, copied - 1, 'eu-west-1').instances[0]).toMatchObject({
    id: 'reader-1',
    state: 'creating',
  });
  expect(clusterAt(timeline, copied, 'eu-west-1')).toMatchObject({ reads: 'up', instances: [{ state: 'running' }] });
  expect(timeline.verdict).toMatchObject({ promoted: 'reader-1', dataLossSeconds: 0 });
  expect(clusterAt(timeline, 1_800_000, 'eu-west-1')).toMatchObject({ role: 'primary', writes: 'up' });
});

test('an unplanned failover to it loses its lag', () => {
  const events = `${add}, { at: 2m, add: reader, target: eu-west-1b }, { at: 10m, fail: region, target: us-east-1 },
    { at: 11m, failover: region, target: eu-west-1 }`;
  const timeline = played(threeZones, events, figures);
  expect(timeline.verdict).toMatchObject({ regionDataLossSeconds: 0.8, promoted: 'reader-1' });
});

test('rds.global_db_rpo counts it as soon as it has its copy', () => {
  const bounded = threeZones.replace('region: us-east-1', 'region: us-east-1\n  parameters: { rds.global_db_rpo: 20 }');
  const cut = '{ at: 10m, partition: [[us-east-1], [eu-west-1]], for: 5m }';
  const timeline = played(bounded, `${add}, { at: 2m, restart: orders-c }, ${cut}`, figures);
  // 800 ms behind when it is cut off: 19.2 s more of commits are acknowledged.
  expect(momentOf(timeline, 'writes-stalled').at).toBe(619_200);
  expect(timeline.verdict.writesUnavailableSeconds).toBe(280.8);
});

test('a copy whose Regions lose each other begins anew, and its reader waits for it', () => {
  const cut = '{ at: 2m, partition: [[us-east-1], [eu-west-1]], for: 5m }';
  const timeline = played(threeZones, `${add}, { at: 1m, add: reader, target: eu-west-1 }, ${cut}`, figures);
  expect(momentOf(timeline, 'region-copy-waits')).toMatchObject({
    at: 120_000,
    explanation: { headline: 'The copy to eu-west-1 stops: us-east-1 and eu-west-1 cannot reach each other.' },
  });
  expect(clusterAt(timeline, 420_000, 'eu-west-1').replication).toBe('copying');
  expect(momentOf(timeline, 'region-copied').at).toBe(620_000);
  expect(clusterAt(timeline, 619_999, 'eu-west-1').instances[0]?.state).toBe('creating');
  expect(clusterAt(timeline, 620_000, 'eu-west-1').instances[0]?.state).toBe('running');
});

test('a copy whose source is no longer the primary begins anew from the new one', () => {
  const events = `{ at: 1m, add: region, target: ap-south-1 }, { at: 61s, switchover: region, target: eu-west-1 }`;
  const timeline = played(twoRegions, events, ', duration: 1h, assumptions: { regionCopy: 10s }');
  const anew = timeline.moments.find(({ label }) => label === 'copy begins anew');
  expect(anew?.explanation.headline).toBe('The copy to ap-south-1 begins anew from eu-west-1.');
  expect(momentOf(timeline, 'region-copied').at).toBe((anew?.at ?? 0) + 1_000_000);
});

const aurora = (rest: string) => threeZones.replace('region: us-east-1', `region: us-east-1\n  ${rest}`);
const refusals: readonly (readonly [string, string, string, string])[] = [
  ['a Region that has a cluster', twoRegions, add, 'eu-west-1 holds a cluster of the global database already'],
  ['the Region of the primary', threeZones, '{ at: 1m, add: region, target: us-east-1 }', 'us-east-1 holds a cluster'],
  ['the same Region twice', threeZones, `${add}, ${add}`, 'eu-west-1 holds a cluster'],
  ['a dark Region', threeZones, `{ at: 1s, fail: region, target: eu-west-1 }, ${add}`, 'eu-west-1 is dark'],
  ['a dark primary', threeZones, `{ at: 1s, fail: region, target: us-east-1 }, ${add}`, 'us-east-1 is dark'],
  ['Serverless v1', aurora('engineMode: serverless'), add, 'engine mode serverless knows no global database'],
  ['a managed password', aurora('manageMasterUserPassword: true'), add, 'RDS manages the master password'],
  ['a window for backtracking', aurora('backtrackWindow: 3600'), add, 'a cluster with a backtrackWindow'],
  ['an old version', aurora('engineVersion: "10.4"'), add, 'Aurora PostgreSQL 10.4 knows no global database'],
  ['burstable classes', threeZones.replace('db.r7g.xlarge', 'db.t4g.large'), add, 'orders-c is a db.t4g.large'],
];

test.each(refusals)('%s is refused', (_, clusters, events, why) => {
  const timeline = played(clusters, events);
  const refused = timeline.moments.filter(({ kind }) => kind === 'refused').at(-1);
  expect(refused?.explanation.headline).toContain(`Nothing happens: ${why}`);
});

test('an eleventh secondary is refused', () => {
  const codes = ['us-east-2', 'us-west-1', 'us-west-2', 'eu-west-1', 'eu-west-2', 'eu-west-3', 'eu-central-1'];
  const all = [...codes, 'eu-north-1', 'ap-south-1', 'ap-southeast-1', 'ap-northeast-1'];
  const events = all.map((target) => `{ at: 1m, add: region, target: ${target} }`).join(', ');
  const timeline = played(threeZones, events);
  expect(timeline.moments.filter(({ kind }) => kind === 'region-added')).toHaveLength(10);
  expect(momentOf(timeline, 'refused').explanation.headline).toBe(
    'Nothing happens: there are 10 secondary Regions, and no global database has more.',
  );
});

test.each([
  ['{ at: 30s, add: reader, target: eu-west-1 }', 'eu-west-1 has no cluster yet'],
  ['{ at: 30s, switchover: region, target: eu-west-1 }', 'eu-west-1 has no cluster yet'],
  ['{ at: 2m, failover: region, target: eu-west-1 }', 'eu-west-1 has yet to get its copy of the storage'],
])('%s comes too early', (event, why) => {
  const timeline = played(threeZones, `${event}, ${add}`, figures);
  expect(momentOf(timeline, 'refused').explanation.headline).toBe(`Nothing happens: ${why}.`);
});

test('what is no Region is not played', () => {
  expect(() => played(threeZones, '{ at: 1m, add: region, target: eu-west1 }')).toThrow(
    'There is no Region eu-west1; did you mean eu-west-1?',
  );
});

test('a primary with another Region is no longer patched without downtime', () => {
  const timeline = played(threeZones, `${add}, { at: 2m, patch: engine, zeroDowntime: true }`);
  expect(momentOf(timeline, 'patch').explanation.detail).toContain('A global database is not patched without downtime');
});

test('Serverless v2 instances no longer pause once there is another Region', () => {
  const idle = `workload: { readsPerSecond: 0, writesPerSecond: 0, connections: 0 }
primary:
  region: us-east-1
  serverlessV2ScalingConfiguration: { minCapacity: 0, maxCapacity: 8, secondsUntilAutoPause: 300 }
  instances: [{ id: orders-a, class: db.serverless }]
`;
  const pauses = (events: string) => played(idle, events).moments.some(({ kind }) => kind === 'paused');
  expect([pauses('{ at: 1m, restart: writer }'), pauses(add)]).toEqual([true, false]);
});

test('it costs storage from then on, and replicated writes once it follows', () => {
  const load = threeZones.replace('region: us-east-1', 'region: us-east-1\n  storageType: aurora-iopt1');
  const clusters = `workload: { writesPerSecond: 1000, readsPerSecond: 0 }\n${load}`;
  const prices = 'db.r7g.2xlarge: 0, db.r7g.xlarge: 0, storageGbMonth: 0, replicatedWriteMillion: 10';
  const timeline = played(clusters, add, `${figures}, duration: 460s, prices: { ${prices} }`);
  // 200 s after its copy: 200,000 writes.
  expect(timeline.verdict.costUsd).toBe(2);
});

test('whatever happens, an added Region stays, and while its storage is copied it neither answers nor leads', () => {
  fc.assert(
    fc.property(arbitraryClusters, fc.array(anyEvent, { maxLength: 6 }), (clusters, events) => {
      const added = { at: 60_000, add: 'region', target: 'eu-central-1' } as const;
      const result = simulate(designOf(clusters), { scenario: scenarioOf([added, ...events]) });
      fc.pre('timeline' in result);
      let seen = 0;
      for (const { at, clusters: all } of result.timeline.moments) {
        const regions = all.map(({ region }) => region);
        expect(new Set(regions).size).toBe(regions.length);
        expect(all.length).toBeGreaterThanOrEqual(seen);
        seen = all.length;
        if (at < 60_000 && events.every((event) => !('add' in event))) expect(regions).not.toContain('eu-central-1');
        for (const one of all.filter(({ replication }) => replication === 'copying')) {
          expect([one.role, one.writes, one.reads, one.lag]).toEqual(['secondary', 'down', 'down', undefined]);
        }
      }
    }),
    { numRuns: 100 },
  );
});
