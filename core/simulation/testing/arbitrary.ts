import fc from 'fast-check';
import type { PlainScenario, ScenarioEvent } from '../scenario.ts';

/** The clusters of a blueprint, as JSON, which is YAML. */
export const arbitraryClusters: fc.Arbitrary<string> = fc
  .record({
    primary: fc.array(instance('us-east-1'), { minLength: 1, maxLength: 5 }),
    secondaries: fc.option(fc.array(instance('eu-west-1'), { minLength: 1, maxLength: 3 }), { nil: undefined }),
    serverlessV2ScalingConfiguration: fc.record({
      minCapacity: fc.constantFrom(0, 0.5, 2),
      maxCapacity: fc.constantFrom(4, 64),
    }),
    autoScaling: fc.option(
      fc.record({
        minCapacity: fc.nat(2),
        maxCapacity: fc.integer({ min: 2, max: 8 }),
        metric: fc.constantFrom('RDSReaderAverageCPUUtilization', 'RDSReaderAverageDatabaseConnections'),
        targetValue: fc.integer({ min: 20, max: 90 }),
      }),
      { nil: undefined },
    ),
  })
  .map(({ primary, secondaries, autoScaling, ...range }) => {
    const clusterOf = (region: string, instances: readonly object[], prefix: string) => ({
      region,
      instances: instances.map((one, index) => ({ ...one, id: `${prefix}${index}` })),
    });
    const replication = secondaries?.length === 3 ? 'binlog' : 'global';
    const second = secondaries === undefined ? [] : [{ ...clusterOf('eu-west-1', secondaries, 'e'), replication }];
    return `primary: ${JSON.stringify({ ...clusterOf('us-east-1', primary, 'p'), ...(autoScaling && { autoScaling }), ...range })}\nsecondaries: ${JSON.stringify(second)}`;
  });

/** The primary of a blueprint, as JSON, in the retired engine mode in which every instance writes. */
export const arbitraryMultiMaster: fc.Arbitrary<string> = fc
  .array(
    fc.record({
      class: fc.constantFrom('db.r5.large', 'db.r5.2xlarge'),
      availabilityZone: fc.constantFrom('us-east-1a', 'us-east-1b', 'us-east-1c'),
    }),
    { minLength: 1, maxLength: 4 },
  )
  .map((instances) => {
    const primary = { region: 'us-east-1', engineMode: 'multimaster', instances: instances.map(withId) };
    return `engine: aurora-mysql\nprimary: ${JSON.stringify(primary)}\nworkload: { writesPerSecond: 1000 }`;
  });

function withId<T>(instance: T, index: number): T & { readonly id: string } {
  return { ...instance, id: `p${index}` };
}

function instance(region: string) {
  return fc.record(
    {
      class: fc.constantFrom('db.r7g.large', 'db.r7g.2xlarge', 'db.serverless'),
      availabilityZone: fc.constantFrom(`${region}a`, `${region}b`, `${region}c`),
      promotionTier: fc.nat(3),
    },
    { requiredKeys: ['class'] },
  );
}

const instant = fc.integer({ min: 0, max: 900 }).map((seconds) => seconds * 1000);
const length = fc.integer({ min: 1, max: 600 }).map((seconds) => seconds * 1000);
const instanceId = fc.constantFrom('writer', 'p0', 'p1', 'p2');
const region = fc.constantFrom('us-east-1', 'eu-west-1');
const addedRegion = fc.constantFrom('eu-west-1', 'eu-central-1');
const zone = fc.constantFrom('us-east-1a', 'us-east-1b', 'us-east-1c');
const segment = fc.constantFrom('A', 'B', 'C', 'D', 'E', 'F').map((letter) => `pg-3/${letter}`);

const partition = fc.constantFrom(
  [['us-east-1a'], ['us-east-1b', 'us-east-1c']],
  [['us-east-1a', 'us-east-1c'], ['us-east-1b']],
  [['us-east-1a'], ['us-east-1b'], ['us-east-1c']],
  [['us-east-1'], ['eu-west-1']],
);

/** Events that leave every copy whole and whose faults end: whatever they do, the design recovers from it. */
export const passingEvent: fc.Arbitrary<ScenarioEvent> = fc.oneof(
  fc.record({ at: instant, fail: fc.constant('az' as const), target: zone, for: length }),
  fc.record({ at: instant, fail: fc.constant('instance' as const), target: instanceId, for: length }),
  fc.record({ at: instant, fail: fc.constant('region' as const), target: region, for: length }),
  fc.record({ at: instant, crash: instanceId }),
  fc.record({ at: instant, restart: instanceId }),
  fc.record({
    at: instant,
    patch: fc.constant('engine' as const),
    zeroDowntime: fc.boolean(),
    applyImmediately: fc.boolean(),
  }),
  fc.record({ at: instant, add: fc.constant('reader' as const) }),
  fc.record({ at: instant, add: fc.constant('reader' as const), target: fc.oneof(zone, region) }),
  fc.record({ at: instant, add: fc.constant('region' as const), target: addedRegion }),
  fc.record({ at: instant, add: fc.constant('reader' as const), target: addedRegion }),
  fc.record({ at: instant, modify: fc.constantFrom({ 'p0.class': 'db.r7g.4xlarge' }, { 'p0.promotionTier': '3' }) }),
  fc.record({ at: instant, failover: fc.constant('cluster' as const) }),
  fc.record({ at: instant, failover: fc.constant('region' as const), target: region }),
  fc.record({ at: instant, switchover: fc.constant('region' as const), target: region }),
  fc.record({ at: instant, partition, for: length }),
  fc.record({ at: instant, backtrack: length }),
  fc.record({ at: instant, drop: fc.constantFrom(1_073_741_824, 53_687_091_200, 10_995_116_277_760) }),
);

const load = fc.record(
  { readsPerSecond: fc.nat(200_000), writesPerSecond: fc.nat(50_000), connections: fc.nat(5000) },
  { requiredKeys: [] },
);

const copyClass = fc.constantFrom(undefined, 'db.r7g.large');

/** Events that copy the volume; they change nothing of the source. */
export const copyEvent: fc.Arbitrary<ScenarioEvent> = fc.oneof(
  fc.record({ at: instant, snapshot: fc.constantFrom('before', 'after') }),
  fc
    .tuple(instant, fc.constantFrom('staging', 'test'), copyClass)
    .map(([at, clone, name]) => ({ at, clone, ...(name !== undefined && { class: name }) })),
  fc
    .tuple(instant, instant, copyClass)
    .map(([at, toTime, name]) => ({ at, restore: { toTime }, ...(name !== undefined && { class: name }) })),
);

/** Any event that is played. */
export const anyEvent: fc.Arbitrary<ScenarioEvent> = fc.oneof(
  passingEvent,
  copyEvent,
  fc.record({ at: instant, remove: fc.constant('orders') }),
  fc.record({ at: instant, load }),
  fc.record({
    at: instant,
    load: fc.constant({ readsPerSecond: 0, writesPerSecond: 0, connections: 0 }),
  }),
  fc.record({ at: instant, remove: fc.oneof(instanceId, fc.constantFrom('reader-1', 'reader-2')) }),
  fc.record({ at: instant, fail: fc.constant('segment' as const), target: segment }),
  fc.record({ at: instant, fail: fc.constant('az' as const), target: zone }),
);

/** A scenario of an hour over these events. */
export function scenarioOf(events: readonly ScenarioEvent[], seed = 1): PlainScenario {
  return { name: 'any', seed, duration: 3_600_000, events, assumptions: {}, expectations: [] };
}
