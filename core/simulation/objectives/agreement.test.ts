import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Design } from '../../design/design.ts';
import { arbitraryClusters, scenarioOf } from '../testing/arbitrary.ts';
import { designOf, multiMaster, threeZones, timelineOf, twoRegions } from '../testing/example.ts';
import { rowsOf } from './design-rows.ts';
import { failureScenario } from './failure-scenario.ts';
import { demandedSets, type FaultSet, pairsOf } from './fault-sets.ts';
import { judgeFaults, promotedBy } from './judgement.ts';
import { faultKinds } from './single-fault.ts';

/** Every single fault, every AZ with a segment that lies elsewhere, and every two faults. */
function setsOf(design: Design): readonly FaultSet[] {
  const rows = rowsOf(design);
  const demands = [...faultKinds, 'az+1' as const];
  return [...demands.flatMap((demand) => demandedSets(rows, demand)), ...pairsOf(rows, new Set(faultKinds))];
}

function expectAgreement(design: Design, faults: FaultSet, seed: number): void {
  const { verdict, moments } = timelineOf(design, { scenario: failureScenario(rowsOf(design), faults) }, seed);
  const judged = judgeFaults(rowsOf(design), faults);
  const seconds = (milliseconds: number | null) => (milliseconds === null ? null : milliseconds / 1000);
  expect(
    {
      writerRecovery: verdict.writerRecoverySeconds,
      regionRecovery: verdict.regionRecoverySeconds,
      regionDataLoss: verdict.regionDataLossSeconds,
      dataLoss: verdict.dataLossSeconds - verdict.regionDataLossSeconds,
      promoted: verdict.promoted,
      writesReturn: moments.at(-1)?.clusters.find(({ role }) => role === 'primary')?.writes === 'up',
    },
    JSON.stringify(faults),
  ).toEqual({
    writerRecovery: seconds(judged.writerRecovery),
    regionRecovery: seconds(judged.regionRecovery),
    regionDataLoss: seconds(judged.regionDataLoss),
    dataLoss: seconds(judged.dataLoss),
    promoted: promotedBy(judged),
    writesReturn: judged.writesReturn,
  });
}

test('whatever faults happen at once, they come to what the engine plays', () => {
  const withoutScaling = arbitraryClusters.filter((clusters) => !clusters.includes('autoScaling'));
  fc.assert(
    fc.property(withoutScaling, fc.nat(), (clusters, seed) => {
      const design = designOf(clusters);
      for (const faults of setsOf(design)) expectAgreement(design, faults, seed);
    }),
    { numRuns: 5 },
  );
});

test.each([1, 2])('auto scaling that keeps %i of the two readers changes nothing', (minCapacity) => {
  const scaling = `autoScaling: { minCapacity: ${minCapacity}, maxCapacity: 4, metric: RDSReaderAverageCPUUtilization, targetValue: 60 }`;
  const design = designOf(twoRegions.replace('instances:', `${scaling}\n  instances:`));
  for (const faults of setsOf(design)) expectAgreement(design, faults, 1);
});

test('two AZs of the volume, of which nothing is said as they take writes from every design, come to what the engine plays', () => {
  const design = designOf(twoRegions);
  const az = (letter: string) => ({ kind: 'az' as const, target: `us-east-1${letter}` });
  for (const [one, other] of [
    ['a', 'b'],
    ['a', 'c'],
    ['b', 'c'],
  ] as const)
    expectAgreement(design, [az(one), az(other)], 1);
  expect(promotedBy(judgeFaults(rowsOf(design), [az('a'), az('b')]))).toBe('nobody');
});

test('the faults of a multi-master cluster come to what the engine plays, and no one of them takes writes away', () => {
  const design = designOf(multiMaster);
  for (const faults of setsOf(design)) expectAgreement(design, faults, 1);
  const all = ['a', 'b', 'c'].map((letter) => ({ kind: 'instance' as const, target: `orders-${letter}` }));
  expectAgreement(design, all, 1);
  expect(judgeFaults(rowsOf(design), all)).toMatchObject({ writerRecovery: 15_000, candidates: [] });
  expect(all.map((fault) => judgeFaults(rowsOf(design), [fault]).writerRecovery)).toEqual([0, 0, 0]);
});

test('two instances of a multi-master cluster in one AZ go with it until it returns', () => {
  const design = designOf(multiMaster.replaceAll(/availabilityZone: us-east-1[bc]/g, 'availabilityZone: us-east-1a'));
  for (const faults of setsOf(design)) expectAgreement(design, faults, 1);
  expect(judgeFaults(rowsOf(design), [{ kind: 'az', target: 'us-east-1a' }]).writerRecovery).toBeNull();
});

test('with a bound on how far secondaries are behind, commits wait when the last of them is lost', () => {
  const bounded = twoRegions.replace('instances:', 'parameters: { rds.global_db_rpo: 20 }\n  instances:');
  const design = designOf(bounded);
  const regions = setsOf(design).filter((faults) => faults.some(({ kind }) => kind === 'region'));
  for (const faults of regions) expectAgreement(design, faults, 1);
  const lost = judgeFaults(rowsOf(design), [{ kind: 'region', target: 'eu-west-1' }]);
  expect(lost).toMatchObject({ waitsForReplication: true, writesReturn: false, writerRecovery: 0 });
});

test('segments of two protection groups are no more than two of one: neither stops a write', () => {
  const design = designOf(threeZones);
  for (const [one, other] of [
    ['pg-0/A', 'pg-0/B'],
    ['pg-0/A', 'pg-1/B'],
  ] as const) {
    const events = [one, other].map((target) => ({ at: 10_000, fail: 'segment' as const, target }));
    expect(timelineOf(design, { scenario: scenarioOf(events) }).verdict.writesUnavailableSeconds).toBe(0);
  }
});

test('only where all six copies are destroyed are commits lost inside a Region', () => {
  const rows = rowsOf(designOf(threeZones));
  const segments = [...'ABCDEF'].map((letter) => ({ kind: 'segment' as const, target: `pg-0/${letter}` }));
  expect(judgeFaults(rows, segments.slice(1)).dataLoss).toBe(0);
  expect(judgeFaults(rows, segments)).toMatchObject({ dataLoss: null, writesReturn: false });
});
