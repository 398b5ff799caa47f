import type { Design } from '../../design/design.ts';
import { isProblem, type Problem } from '../scenario.ts';
import { type Choice, simulate } from '../simulate.ts';
import type { Timeline, Verdict } from '../timeline.ts';
import { judgeRuns, type ManyOutcomes, type SeededExpectation } from './judge-runs.ts';
import { type QuantileEstimate, quantileOf } from './quantile.ts';

/** How many runs of a scenario are played, and in which share of all runs an expectation has to hold. */
export interface SeedOptions {
  /** At least 1. */
  readonly runs: number;
  /** Seed of the first run, the scenario's own when left out; each further run has the next whole number. */
  readonly seed?: number;
  /** From 0 to below 1. */
  readonly share: number;
}

/** The share of runs in which an expectation has to hold when nobody says so. */
export const defaultShare = 0.9;

/** Measures of a run that are times, as the verdict names them. */
const times = [
  'writerRecoverySeconds',
  'writesUnavailableSeconds',
  'readsUnavailableSeconds',
  'dataLossSeconds',
  'regionRecoverySeconds',
  'regionDataLossSeconds',
] as const satisfies readonly (keyof Verdict)[];

/** What a time came to in all the runs. */
export interface MeasuredTime {
  readonly median: QuantileEstimate;
  readonly p95: QuantileEstimate;
  /** Null when it was never in one of the runs. */
  readonly longest: number | null;
}

/** What many runs of one scenario came to, which differ in their seed alone. */
export interface ManyRuns {
  /** The run of the first seed. */
  readonly first: Timeline;
  readonly runs: number;
  readonly times: Readonly<Record<(typeof times)[number], MeasuredTime>>;
  /** In how many runs each instance was promoted last, or nobody was; the most frequent first. */
  readonly promoted: readonly { readonly id: string; readonly runs: number }[];
  readonly expectations: readonly SeededExpectation[];
  /** Each invariant that broke, with the first seed with which it did. */
  readonly violations: readonly (Timeline['violations'][number] & { readonly seed: number })[];
}

/**
 * Plays a scenario with many seeds and judges each expectation by the share of runs in which it holds. Deterministic: the
 * seeds are `seed`, `seed + 1`, and so on, and each run can be played again by its seed. Never throws.
 */
export function playSeeds(design: Design, choice: Choice, { runs, seed, share }: SeedOptions): ManyRuns | Problem {
  const result = simulate(design, choice, seed);
  if (isProblem(result)) return result;
  const first = result.timeline;
  const verdicts: Verdict[] = [];
  const outcomes: ManyOutcomes[] = first.expectations.map(() => []);
  const violations = new Map<string, ManyRuns['violations'][number]>();
  for (let run = 0; run < runs; run++) {
    const next = run === 0 ? result : simulate(design, choice, first.seed + run);
    if (isProblem(next)) return next;
    const { timeline } = next;
    verdicts.push(timeline.verdict);
    for (const [index, outcome] of timeline.expectations.entries())
      outcomes[index]?.push({ ...outcome, seed: timeline.seed });
    for (const violation of timeline.violations) {
      if (!violations.has(violation.invariant))
        violations.set(violation.invariant, { ...violation, seed: timeline.seed });
    }
  }
  return {
    first,
    runs,
    times: timesOf(verdicts),
    promoted: promotedIn(verdicts),
    expectations: outcomes.flatMap((each) => judgeRuns(each, share) ?? []),
    violations: [...violations.values()],
  };
}

function timesOf(verdicts: readonly Verdict[]): ManyRuns['times'] {
  const measured = (name: (typeof times)[number]): MeasuredTime => {
    const sorted = verdicts.map((verdict) => verdict[name]).toSorted(byLength);
    return { median: quantileOf(sorted, 0.5), p95: quantileOf(sorted, 0.95), longest: sorted.at(-1) ?? null };
  };
  return Object.fromEntries(times.map((name) => [name, measured(name)])) as ManyRuns['times'];
}

function byLength(one: number | null, other: number | null): number {
  if (one === null || other === null) return Number(one === null) - Number(other === null);
  return one - other;
}

function promotedIn(verdicts: readonly Verdict[]): ManyRuns['promoted'] {
  const counts = new Map<string, number>();
  for (const { promoted } of verdicts) counts.set(promoted, (counts.get(promoted) ?? 0) + 1);
  return [...counts].map(([id, runs]) => ({ id, runs })).sort((one, other) => other.runs - one.runs);
}
