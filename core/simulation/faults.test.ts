import fc from 'fast-check';
import { expect, test } from 'vitest';
import { faultsOf, scenarioOfFault } from './faults.ts';
import { arbitraryClusters } from './testing/arbitrary.ts';
import { alone, designOf, multiMaster, threeZones, timelineOf, twoRegions } from './testing/example.ts';

test('what can be played on a design', () => {
  expect(faultsOf(designOf(twoRegions)).map(({ id, label }) => `${id}: ${label}`)).toEqual([
    'instance:orders-a: orders-a crashes (the writer)',
    'instance:orders-b: orders-b crashes (a reader)',
    'instance:orders-c: orders-c crashes (a reader)',
    'instance:orders-eu-a: orders-eu-a crashes (a reader)',
    'az:us-east-1a: us-east-1a goes dark',
    'az+1:us-east-1a: us-east-1a goes dark, then one more segment fails',
    'az:us-east-1b: us-east-1b goes dark',
    'az+1:us-east-1b: us-east-1b goes dark, then one more segment fails',
    'az:us-east-1c: us-east-1c goes dark',
    'az+1:us-east-1c: us-east-1c goes dark, then one more segment fails',
    'segments:3: three segments of pg-0 fail (no write quorum)',
    'segments:4: four segments of pg-0 fail (no read quorum either)',
    'region:us-east-1: us-east-1 goes dark, failover to eu-west-1 by hand',
    'region:eu-west-1: eu-west-1 goes dark',
  ]);
});

test('who crashes in a multi-master cluster is one writer of several', () => {
  const labels = faultsOf(designOf(multiMaster)).map(({ label }) => label);
  expect(labels.slice(0, 2)).toEqual(['orders-a crashes (a writer)', 'orders-b crashes (a writer)']);
});

test('nothing can be played on a design without instances', () => {
  expect(faultsOf(designOf('primary: { region: us-east-1 }'))).toEqual([]);
  expect(scenarioOfFault(designOf('primary: { region: us-east-1 }'), 'az:us-east-1a')).toBeUndefined();
});

test('a Region without another one to fail over to stays dark', () => {
  const { verdict, summary } = timelineOf(designOf(alone), { fault: 'region:us-east-1' });
  expect(verdict.regionRecoverySeconds).toBeNull();
  expect(summary.headline).toBe('There was no other Region to take over.');
});

test('no single fault, and no AZ with one more segment, loses a commit or makes a second writer', () => {
  fc.assert(
    fc.property(arbitraryClusters, fc.nat(), (clusters, seed) => {
      const design = designOf(clusters);
      for (const { id, kind } of faultsOf(design)) {
        const { verdict, violations } = timelineOf(design, { fault: id }, seed);
        if (kind === 'region') continue;
        expect(violations, id).toEqual([]);
        expect(verdict.dataLossSeconds, id).toBe(0);
      }
    }),
    { numRuns: 20 },
  );
});

test('an AZ keeps writes in a design with a reader elsewhere; an AZ and one more segment cost 10 s more', () => {
  const design = designOf(threeZones);
  for (const zone of ['us-east-1a', 'us-east-1b', 'us-east-1c']) {
    const az = timelineOf(design, { fault: `az:${zone}` }).verdict.writesUnavailableSeconds;
    const more = timelineOf(design, { fault: `az+1:${zone}` }).verdict.writesUnavailableSeconds;
    expect(az).toBeLessThanOrEqual(16);
    expect(more).toBe(az + 10);
  }
});
