import { describe, expect, test } from 'vitest';
import type { ExpectationOutcome } from '../timeline.ts';
import { atLeast, confidence, shareInterval } from './binomial.ts';
import { judgeRuns } from './judge-runs.ts';

const outcomesOf = (held: number, failed: number, unknown = 0, text = 'writerRecovery < 15s') =>
  [
    ...Array.from({ length: held }, () => ['pass', '14 s.'] as const),
    ...Array.from({ length: failed }, () => ['fail', '16 s.'] as const),
    ...Array.from({ length: unknown }, () => ['inconclusive', 'It is not measured yet.'] as const),
  ].map(([outcome, detail], index) => ({ text, outcome, detail, seed: 7 + index }));

const judged = (held: number, failed: number, unknown = 0, text?: string) =>
  judgeRuns(outcomesOf(held, failed, unknown, text), 0.9);

test.each<readonly [number, number, ExpectationOutcome['outcome'], string]>([
  [100, 0, 'pass', 'Held in 100 of 100 runs: in 96.4 % to 100 % of all.'],
  [97, 3, 'pass', 'Held in 97 of 100 runs: in 91.5 % to 99.4 % of all. Seed 104: 16 s.'],
  [
    94,
    6,
    'inconclusive',
    'Held in 94 of 100 runs: in 87.4 % to 97.8 % of all. 90 % is demanded: more seeds decide it. Seed 101: 16 s.',
  ],
  [70, 30, 'fail', 'Held in 70 of 100 runs: in 60 % to 78.8 % of all. Seed 77: 16 s.'],
  [
    20,
    0,
    'inconclusive',
    'Held in 20 of 20 runs: in 83.2 % to 100 % of all. 90 % is demanded: 36 seeds are enough if it holds in all.',
  ],
  [
    0,
    1,
    'inconclusive',
    'Held in 0 of 1 runs: in 0 % to 97.5 % of all. 90 % is demanded: more seeds decide it. Seed 7: 16 s.',
  ],
  [0, 2, 'fail', 'Held in 0 of 2 runs: in 0 % to 84.2 % of all. Seed 7: 16 s.'],
])('%i of the runs hold, %i do not: %s', (held, failed, outcome, detail) => {
  expect(judged(held, failed)).toMatchObject({ outcome, detail });
});

test('36 runs that all hold are enough for 90 %, and 35 are not', () => {
  expect([judged(35, 0)?.outcome, judged(36, 0)?.outcome]).toEqual(['inconclusive', 'pass']);
});

test('what never may happen fails with the first run in which it does, and names its seed', () => {
  expect(judged(99, 1, 0, 'never acked-commit-lost')).toMatchObject({ outcome: 'fail', failingSeed: 106 });
});

test('runs that could not be judged widen the interval, and say why', () => {
  expect(judged(0, 0, 40)).toMatchObject({
    outcome: 'inconclusive',
    detail: 'Held in 0 of 40 runs: in 0 % to 100 % of all. It is not measured yet.',
    interval: { low: 0, high: 1, held: 0, runs: 40, share: 0.9 },
  });
});

describe('the interval of Clopper and Pearson', () => {
  test.each([
    [0, 10, 0, 0.30849710781876083],
    [10, 10, 0.6915028921812392, 1],
    [5, 10, 0.1870860284473985, 0.8129139715526014],
    [95, 100, 0.8871650888945372, 0.9835681208179478],
  ])('of %i in %i', (hits, runs, low, high) => {
    const interval = shareInterval(hits, runs);
    expect(interval.low).toBeCloseTo(low, 10);
    expect(interval.high).toBeCloseTo(high, 10);
  });

  test('holds the true share at least as often as it says, whatever that is', () => {
    for (const runs of [1, 7, 40]) {
      const intervals = Array.from({ length: runs + 1 }, (_, hits) => shareInterval(hits, runs));
      for (let share = 0.005; share < 1; share += 0.005) {
        const covered = intervals.reduce(
          (sum, { low, high }, hits) => (low <= share && share <= high ? sum + chance(hits, runs, share) : sum),
          0,
        );
        expect(covered, `${share} of ${runs}`).toBeGreaterThanOrEqual(confidence);
      }
    }
  });

  test('sums the same from both sides, also where single terms vanish', () => {
    expect(atLeast(1, 5000, 0.5)).toBeCloseTo(1, 12);
    expect(atLeast(2500, 5000, 0.5) - atLeast(2501, 5000, 0.5)).toBeCloseTo(0.011283227495479843, 10);
    expect(atLeast(5000, 5000, 0.5)).toBe(0);
  });
});

test('of runs that hold less often than is demanded hardly any pass, and of those that hold more often hardly any fail', () => {
  const share = 0.9;
  const runs = 120;
  const outcomes = Array.from(
    { length: runs + 1 },
    (_, held) => judgeRuns(outcomesOf(held, runs - held), share)?.outcome,
  );
  const probabilityOf = (wanted: string, truth: number) =>
    outcomes.reduce((sum, outcome, held) => (outcome === wanted ? sum + chance(held, runs, truth) : sum), 0);
  expect(probabilityOf('pass', 0.899)).toBeLessThanOrEqual((1 - confidence) / 2);
  expect(probabilityOf('fail', 0.9)).toBeLessThanOrEqual((1 - confidence) / 2);
  expect(probabilityOf('pass', 0.99)).toBeGreaterThan(0.99);
  expect(probabilityOf('fail', 0.7)).toBeGreaterThan(0.99);
});

/** The probability of exactly so many hits. */
function chance(hits: number, runs: number, share: number): number {
  return atLeast(hits, runs, share) - atLeast(hits + 1, runs, share);
}
