import { exponential, naturalLog } from '../../durability/arithmetic.ts';

/** The probability of exactly so many hits in `runs` independent runs, each a hit with this probability. */
function exactly(hits: number, runs: number, probability: number): number {
  if (probability <= 0) return hits === 0 ? 1 : 0;
  if (probability >= 1) return hits === runs ? 1 : 0;
  let log = hits * naturalLog(probability) + (runs - hits) * naturalLog(1 - probability);
  const fewer = Math.min(hits, runs - hits);
  for (let one = 1; one <= fewer; one++) log += naturalLog((runs - fewer + one) / one);
  return exponential(log);
}

/** The probability of at least so many hits. Summed from the likeliest count on, where no term is lost to underflow. */
export function atLeast(hits: number, runs: number, probability: number): number {
  if (hits <= 0) return 1;
  if (hits > runs) return 0;
  if (probability <= 0 || probability >= 1) return probability <= 0 ? 0 : 1;
  const likeliest = Math.min(runs, Math.floor((runs + 1) * probability));
  const from = Math.max(hits, likeliest);
  const odds = probability / (1 - probability);
  const first = exactly(from, runs, probability);
  let sum = first;
  for (let term = first, count = from; count < runs && term > 0; count++) {
    term *= ((runs - count) / (count + 1)) * odds;
    sum += term;
  }
  for (let term = first, count = from; count > hits && term > 0; count--) {
    term *= count / (runs - count + 1) / odds;
    sum += term;
  }
  return Math.min(1, sum);
}

/** How sure an interval is: it holds the true value in at least this share of all cases. */
export const confidence = 0.95;

const tail = (1 - confidence) / 2;

/** Between these two lies the true share, with the stated confidence. */
export interface ShareInterval {
  readonly low: number;
  readonly high: number;
}

/**
 * The exact interval (Clopper and Pearson, 1934) for the share of all runs that are hits, after so many of `runs` were.
 * Where some could not be told, `atMost` counts them in.
 */
export function shareInterval(hits: number, runs: number, atMost = hits): ShareInterval {
  const low = hits === 0 ? 0 : crossing((share) => atLeast(hits, runs, share) > tail);
  const high = atMost === runs ? 1 : crossing((share) => 1 - atLeast(atMost + 1, runs, share) < tail);
  return { low, high };
}

/** The share from which on something holds, by bisection. */
function crossing(holds: (share: number) => boolean): number {
  let [low, high] = [0, 1];
  for (let round = 0; round < 52; round++) {
    const middle = (low + high) / 2;
    if (holds(middle)) high = middle;
    else low = middle;
  }
  return high;
}
