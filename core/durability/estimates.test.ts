import { describe, expect, test } from 'vitest';
import { durabilityOf } from './durability.ts';
import { sampleLosses } from './importance-sampling.ts';
import { defaultModel } from './model.ts';
import { playLosses } from './monte-carlo.ts';
import { referenceModels } from './testing/reference.ts';

const seed = 7;
const countable = referenceModels.filter(({ model }) => model.zoneModel === 'none' && model.quorum === 'count');

describe.each(countable)('$name, played', ({ model }) => {
  const exact = durabilityOf(model);
  // As many years as bring some 100,000 write losses, at most 1e9.
  const years = Math.min(1e9, 1e5 / exact.writeLossEntriesPerYear_stationary);
  const played = playLosses(model, years, seed);

  test('the exact rates lie within what was counted', () => {
    for (const [counted, rate] of [
      [played.writeLosses, exact.writeLossEntriesPerYear_stationary],
      [played.readLosses, exact.readLossEntriesPerYear_stationary],
    ] as const) {
      expect(counted.low).toBeLessThanOrEqual(rate);
      expect(counted.high).toBeGreaterThanOrEqual(rate);
    }
  });

  test('the same seed counts the same', () => {
    expect(playLosses(model, years, seed)).toEqual(played);
  });
});

test('no loss is said with its bound', () => {
  const { writeLosses } = playLosses(defaultModel, 1e9, seed);
  expect(writeLosses).toMatchObject({ count: 0, perYear: 0, low: 0 });
  expect(writeLosses.high).toBeCloseTo(7.6e-9, 10);
});

test('a quorum of all copies is lost with the first', () => {
  const model = { ...defaultModel, writeQuorum: 6, mttf: 100, mttr: 1 };
  const { writeLosses } = playLosses(model, 2000, seed);
  const rate = durabilityOf(model).writeLossEntriesPerYear_stationary;
  expect(writeLosses.low).toBeLessThan(rate);
  expect(writeLosses.high).toBeGreaterThan(rate);
});

const rare = referenceModels.filter(({ model }) => durabilityOf(model).pWriteLoss_T < 1e-3);

test.each(rare)('$name, sampled: within four standard errors, each below 1 %', ({ model }) => {
  const exact = durabilityOf(model);
  const sampled = sampleLosses(model, 800_000, seed);
  for (const [{ probability, relativeError }, expected] of [
    [sampled.write, exact.pWriteLoss_T],
    [sampled.read, exact.pReadLoss_T],
  ] as const) {
    expect(relativeError).toBeLessThan(0.01);
    expect(Math.abs(probability / expected - 1)).toBeLessThan(4 * relativeError);
  }
});
