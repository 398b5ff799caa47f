import { expect, test } from 'vitest';
import { designOf, threeZones, twoRegions } from '../testing/example.ts';
import { damageOf, writableFrom } from './damage.ts';
import { rowsOf } from './design-rows.ts';
import { failureId } from './failure-scenario.ts';
import { demandedSets, type FaultSet, pairsOf } from './fault-sets.ts';
import type { FaultKind } from './single-fault.ts';

const idsOf = (sets: readonly FaultSet[]) => sets.map((set) => failureId(set).replace('failure:', ''));

test('with az+1 an AZ of the primary goes with each segment that lies elsewhere', () => {
  const ids = idsOf(demandedSets(rowsOf(designOf(twoRegions)), 'az+1'));
  expect(ids).toHaveLength(12);
  expect(ids.slice(0, 4)).toEqual(
    ['BCEF'].flatMap((all) => [...all].map((one) => `az:us-east-1a+segment:pg-0/${one}`)),
  );
});

test('one reader of an AZ stands for all that stand there', () => {
  const crowded = threeZones.replace('availabilityZone: us-east-1c', 'availabilityZone: us-east-1b');
  const rows = rowsOf(designOf(crowded));
  expect(idsOf(demandedSets(rows, 'instance'))).toEqual(['instance:orders-a', 'instance:orders-b']);
});

test('no pair takes two AZs of the volume, or every Region; the wider fault comes first', () => {
  const rows = rowsOf(designOf(twoRegions));
  const ids = idsOf(pairsOf(rows, new Set<FaultKind>(['az', 'region'])));
  expect(ids).not.toContain('az:us-east-1a+az:us-east-1b');
  expect(ids).not.toContain('region:us-east-1+region:eu-west-1');
  expect(ids).toContain('az:us-east-1a+az:eu-west-1a');
  expect(ids).toContain('region:us-east-1+az:eu-west-1a');
  expect(ids).toHaveLength(2 * 6 + 15 - 3);
});

test.each<[FaultSet, number | null]>([
  [[{ kind: 'az', target: 'us-east-1a' }], 0],
  [
    [
      { kind: 'az', target: 'us-east-1a' },
      { kind: 'segment', target: 'pg-0/D' },
    ],
    0,
  ],
  [
    [
      { kind: 'az', target: 'us-east-1a' },
      { kind: 'segment', target: 'pg-0/B' },
    ],
    10_000,
  ],
  [
    [
      { kind: 'az', target: 'us-east-1a' },
      { kind: 'az', target: 'us-east-1b' },
    ],
    null,
  ],
  [
    [
      { kind: 'segment', target: 'pg-0/A' },
      { kind: 'segment', target: 'pg-0/B' },
    ],
    0,
  ],
])('after %o the volume takes writes in %s ms', (faults, milliseconds) => {
  const rows = rowsOf(designOf(threeZones));
  expect(writableFrom(rows, damageOf(rows, faults))).toBe(milliseconds);
});
