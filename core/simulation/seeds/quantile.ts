import { atLeast, confidence } from './binomial.ts';

/** A quantile of what was measured; null is never, or beyond all that was measured. */
export interface QuantileEstimate {
  /** The least measure that this share of the runs does not exceed. */
  readonly value: number | null;
  /** The quantile of all runs lies between these, with the confidence of all intervals. */
  readonly low: number | null;
  readonly high: number | null;
}

const tail = (1 - confidence) / 2;

/**
 * A quantile with its interval by order statistics: how many runs stay below the true quantile is binomial, whatever the
 * measure is distributed like. `sorted` ascends, with null (never) last. With too few runs for the upper end it is null.
 */
export function quantileOf(sorted: readonly (number | null)[], share: number): QuantileEstimate {
  const runs = sorted.length;
  const rank = Math.max(1, Math.ceil(share * runs));
  let lowRank = 0;
  while (lowRank < rank && 1 - atLeast(lowRank + 1, runs, share) <= tail) lowRank++;
  let highRank = rank;
  while (highRank <= runs && atLeast(highRank, runs, share) > tail) highRank++;
  return {
    value: sorted[rank - 1] ?? null,
    low: lowRank === 0 ? 0 : (sorted[lowRank - 1] ?? null),
    high: sorted[highRank - 1] ?? null,
  };
}
