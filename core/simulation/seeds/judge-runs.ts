import type { ExpectationOutcome } from '../timeline.ts';
import { type ShareInterval, shareInterval } from './binomial.ts';

/** What became of one expectation in each run. */
export type ManyOutcomes = (ExpectationOutcome & { readonly seed: number })[];

/** An expectation, judged over many runs. */
export interface SeededExpectation extends ExpectationOutcome {
  /** In which share of all runs it holds. */
  readonly interval: ShareInterval & {
    /** In how many of the runs it held. */
    readonly held: number;
    readonly runs: number;
    /** The share that is demanded. */
    readonly share: number;
  };
  /** The first seed with which it does not hold, to look at that run. */
  readonly failingSeed?: number;
}

/**
 * Judges an expectation over many runs, by the interval of the share in which it holds: pass when all of the interval is at
 * or above the demanded share, fail when all of it is below, otherwise inconclusive. What never may happen fails with the
 * first run in which it does. A run that could not be judged may have been either. Undefined without runs.
 */
export function judgeRuns(outcomes: Readonly<ManyOutcomes>, share: number): SeededExpectation | undefined {
  const [first] = outcomes;
  if (first === undefined) return undefined;
  const runs = outcomes.length;
  const held = outcomes.filter(({ outcome }) => outcome === 'pass').length;
  const failing = outcomes.find(({ outcome }) => outcome === 'fail');
  const unjudged = outcomes.find(({ outcome }) => outcome === 'inconclusive');
  const unknown = outcomes.filter(({ outcome }) => outcome === 'inconclusive').length;
  const interval = shareInterval(held, runs, held + unknown);
  const isDisproved = first.text.startsWith('never ') && failing !== undefined;
  const outcome = isDisproved || interval.high < share ? 'fail' : interval.low >= share ? 'pass' : 'inconclusive';
  const sentences = [
    `Held in ${held} of ${runs} runs: in ${percent(interval.low)} to ${percent(interval.high)} of all.`,
    outcome === 'inconclusive' && unjudged === undefined ? more(held, runs, share) : undefined,
    failing && `Seed ${failing.seed}: ${failing.detail}`,
    unjudged?.detail,
  ];
  return {
    text: first.text,
    outcome,
    detail: sentences.filter((sentence) => sentence !== undefined).join(' '),
    ...(first.path !== undefined && { path: first.path }),
    interval: { ...interval, held, runs, share },
    ...(failing !== undefined && { failingSeed: failing.seed }),
  };
}

/** What would decide it. When it held in every run, how many such runs are enough. */
function more(held: number, runs: number, share: number): string {
  const demanded = `${percent(share)} is demanded`;
  if (held < runs) return `${demanded}: more seeds decide it.`;
  let enough = runs;
  while (shareInterval(enough, enough).low < share && enough < mostSeeds) enough = Math.ceil(enough * 1.1);
  while (enough > runs && shareInterval(enough - 1, enough - 1).low >= share) enough--;
  return `${demanded}: ${enough} seeds are enough if it holds in all.`;
}

/** As many runs as one call may play. */
export const mostSeeds = 100_000;

/** `91.5 %`; rounded, but never to 0 or 100 where it is neither. */
function percent(share: number): string {
  const tenths = Math.round(share * 1000);
  const shown = share > 0 && share < 1 ? Math.min(999, Math.max(1, tenths)) : tenths;
  return `${shown % 10 === 0 ? shown / 10 : (shown / 10).toFixed(1)} %`;
}
