import { expect, test } from 'vitest';
import { isProblem } from '../scenario.ts';
import { designOf, threeZones, timelineOf } from '../testing/example.ts';
import { type ManyRuns, playSeeds } from './play-seeds.ts';
import { quantileOf } from './quantile.ts';

const design = designOf(`${threeZones}
scenarios:
  - name: crash
    seed: 7
    events: [{ at: 1m, crash: writer }]
    expect: { writerRecovery: "< 13s", dataLoss: 0s, promoted: orders-b }
  - name: all copies
    events: [${[...'ABCDEF'].map((letter) => `{ at: 10s, fail: segment, target: pg-0/${letter} }`).join(', ')}]
    expect: { never: [acked-commit-lost] }
`);

function manyRuns(scenario: string, runs: number, seed?: number): ManyRuns {
  const options = { runs, share: 0.9, ...(seed !== undefined && { seed }) };
  const result = playSeeds(design, { scenario }, options);
  if (isProblem(result)) throw new Error(result.problem);
  return result;
}

test('each run is the one that its seed gives alone, from the seed of the scenario on', () => {
  const { first, times, expectations } = manyRuns('crash', 40);
  const alone = Array.from({ length: 40 }, (_, index) => timelineOf(design, { scenario: 'crash' }, 7 + index));
  const recoveries = alone.map(({ verdict }) => verdict.writerRecoverySeconds ?? Number.NaN);
  expect(first).toEqual(alone[0]);
  expect(times.writerRecoverySeconds.longest).toBe(Math.max(...recoveries));
  expect(expectations[0]?.interval.held).toBe(recoveries.filter((seconds) => seconds < 13).length);
  expect(expectations[0]?.failingSeed).toBe(7 + recoveries.findIndex((seconds) => seconds >= 13));
});

test('what depends on chance and what does not are told apart', () => {
  const { expectations, promoted } = manyRuns('crash', 60);
  expect(expectations.map(({ text, outcome }) => [text, outcome])).toEqual([
    ['writerRecovery < 13s', 'fail'],
    ['dataLoss 0s', 'pass'],
    ['promoted orders-b', 'pass'],
  ]);
  expect(promoted).toEqual([{ id: 'orders-b', runs: 60 }]);
});

test('an invariant that breaks is said once, with its first seed', () => {
  const { violations, expectations } = manyRuns('all copies', 3, 20);
  expect(violations).toMatchObject([{ invariant: 'acked-commit-lost', seed: 20 }]);
  expect(expectations).toMatchObject([{ outcome: 'fail', failingSeed: 20 }]);
});

test('a scenario that cannot be played says why', () => {
  expect(playSeeds(design, { scenario: 'crahs' }, { runs: 2, share: 0.9 })).toEqual({
    problem: 'The design has no scenario crahs; did you mean crash?',
  });
});

test('a quantile lies between the ranks that the binomial distribution gives', () => {
  const hundred = Array.from({ length: 100 }, (_, index) => index + 1);
  expect(quantileOf(hundred, 0.5)).toEqual({ value: 50, low: 40, high: 61 });
  expect(quantileOf(hundred, 0.95)).toEqual({ value: 95, low: 90, high: 100 });
});

test('few runs bound no quantile from above, and never is longer than everything', () => {
  expect(quantileOf([1, 2, 3], 0.5)).toEqual({ value: 2, low: 0, high: null });
  expect(quantileOf([1, null, null], 0.5)).toEqual({ value: null, low: 0, high: null });
});
