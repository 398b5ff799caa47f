import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { binomial, power } from './arithmetic.ts';
import { chainOf } from './chain.ts';
import { type Durability, durabilityOf, volumeOf } from './durability.ts';
import { leavesAtOneRate } from './first-passage.ts';
import { type DurabilityModel, defaultModel, problemsOf } from './model.ts';
import { absorbedWithin } from './squaring.ts';
import { referenceModels, referenceOutages } from './testing/reference.ts';
import { transientPart } from './transient-part.ts';
import { zoneOutageOf } from './zone-outage.ts';

/** Expects a number to agree with another to so many parts of it. */
function expectNear(actual: number, expected: number, relative = 1e-12): void {
  expect(Math.abs(actual - expected), `${actual} is not ${expected}`).toBeLessThanOrEqual(
    relative * Math.abs(expected),
  );
}

describe.each(referenceModels)('$name', ({ model, results, volumes }) => {
  const found = durabilityOf(model);

  test.each(Object.entries(results))('%s', (name, expected) => {
    expectNear(found[name as keyof Durability] ?? Number.NaN, expected);
  });

  test.each(volumes)('any of $groups groups', ({ groups, write, read, stationaryWrite }) => {
    const volume = volumeOf(groups, found);
    expectNear(volume.write, write);
    expectNear(volume.read, read);
    if (stationaryWrite !== undefined) expectNear(volume.stationaryWriteUnavailability, stationaryWrite);
  });
});

describe.each(referenceOutages)(
  'an AZ dark for $outage h on average, $groups groups',
  ({ groups, outage, results }) => {
    const found = zoneOutageOf(defaultModel, groups, outage);

    test.each(Object.entries(results))('%s', (name, expected) => {
      expectNear(found[name as keyof typeof found], expected);
    });
  },
);

const hours = fc.double({ min: 0.01, max: 1000, noNaN: true });
const anyModel: fc.Arbitrary<DurabilityModel> = fc
  .record({
    copies: fc.integer({ min: 2, max: 6 }),
    zones: fc.integer({ min: 1, max: 3 }),
    writeQuorum: fc.integer({ min: 1, max: 6 }),
    readQuorum: fc.integer({ min: 1, max: 6 }),
    quorum: fc.constantFrom('count' as const, 'full-tail' as const),
    mttf: fc.double({ min: 50, max: 5000, noNaN: true }),
    mttr: fc.double({ min: 0.01, max: 20, noNaN: true }),
    repair: fc.constantFrom('parallel' as const, 'serial' as const),
    zoneModel: fc.constantFrom('none' as const, 'outage' as const, 'shock' as const),
    zoneMtbf: fc.double({ min: 200, max: 9000, noNaN: true }),
    zoneMttr: fc.double({ min: 0.1, max: 20, noNaN: true }),
    horizon: hours,
  })
  .filter((model) => problemsOf(model).length === 0);

test('probabilities are probabilities, and grow with time', () => {
  fc.assert(
    fc.property(anyModel, (model) => {
      const once = durabilityOf(model);
      const twice = durabilityOf({ ...model, horizon: 2 * model.horizon });
      for (const name of ['pWriteLoss_T', 'pReadLoss_T', 'pAllCopiesDestroyed_T'] as const) {
        expect(once[name]).toBeGreaterThanOrEqual(0);
        expect(twice[name]).toBeGreaterThanOrEqual(once[name]);
        expect(twice[name]).toBeLessThanOrEqual(1);
      }
      expect(once.pAllCopiesDestroyed_T).toBeLessThanOrEqual(once.pReadLoss_T * (1 + 1e-9) + 1e-300);
    }),
    { numRuns: 60 },
  );
});

test('one rate and squared steps agree once the beginning is forgotten', () => {
  fc.assert(
    fc.property(anyModel, fc.double({ min: 1, max: 3, noNaN: true }), (model, times) => {
      const chain = chainOf(model);
      const part = transientPart(chain, chain.canWrite);
      const settled = (60 * times) / chain.relaxation;
      expectNear(leavesAtOneRate(part, settled), absorbedWithin(part, settled)[0] ?? 0, 1e-9);
    }),
    { numRuns: 100 },
  );
});

test('long-run fractions depend on the mean repair time alone: copies that are repaired by themselves are independent', () => {
  fc.assert(
    fc.property(anyModel, (any) => {
      const model: DurabilityModel = { ...any, zoneModel: 'none', quorum: 'count', repair: 'parallel' };
      const { copies, writeQuorum, mttf, mttr } = model;
      const failed = mttr / (mttf + mttr);
      let sum = 0;
      for (let lost = copies; lost > copies - writeQuorum; lost--) {
        sum += binomial(copies, lost) * power(failed, lost) * power(1 - failed, copies - lost);
      }
      expectNear(durabilityOf(model).stationaryWriteUnavailability, sum);
    }),
  );
});

test('a thousand times the repair time costs a million times the write loss', () => {
  const [fast, slow] = [durabilityOf(defaultModel), durabilityOf({ ...defaultModel, mttr: defaultModel.mttr * 1000 })];
  expectNear(slow.pWriteLoss_T / fast.pWriteLoss_T, 996994.0102012873);
  expectNear(slow.pReadLoss_T / fast.pReadLoss_T, 997207888.5971147);
});

test('what cannot be computed says why', () => {
  expect(problemsOf({ ...defaultModel, copies: 0, mttf: -1 })).toEqual([
    'The copies are a whole number from 1 to 64.',
    'The AZs are a whole number, at most one for each copy.',
    'The write quorum is a whole number, at most all copies.',
    'The read quorum is a whole number, at most all copies.',
    'mttf is a time above 0.',
  ]);
  expect(problemsOf({ ...defaultModel, copies: 14, quorum: 'full-tail' })).toEqual([
    'The copies are a whole number from 1 to 12.',
  ]);
  expect(problemsOf(defaultModel)).toEqual([]);
});
