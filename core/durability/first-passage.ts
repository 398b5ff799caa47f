import { exponentialMinusOne } from './arithmetic.ts';
import { TransientChain } from './elimination.ts';
import { absorbedWithin } from './squaring.ts';
import type { TransientPart } from './transient-part.ts';

/** Mean time in hours until the chain leaves its good states, from the first of them. */
export function meanTimeToLeave(part: TransientPart): number {
  const chain = new TransientChain(part.rates, part.exits);
  return chain.gathered(new Float64Array(chain.size).fill(1))[0] ?? 0;
}

/** So many times slower than what relaxes has an event to be, before one rate describes all of it. */
const forgotten = 60;

/** The probability that the chain leaves its good states within so many hours, from the first of them. */
export function leavesWithin(part: TransientPart, hours: number, relaxation: number): number {
  return relaxation * hours > forgotten ? leavesAtOneRate(part, hours) : (absorbedWithin(part, hours)[0] ?? 0);
}

/**
 * When the chain has long forgotten how it began, it leaves at one rate: that of the mode that decays slowest. Found by
 * inverse iteration, which converges at once when leaving is rare.
 */
export function leavesAtOneRate(part: TransientPart, hours: number): number {
  const chain = new TransientChain(part.rates, part.exits);
  let right: Float64Array = new Float64Array(chain.size).fill(1);
  let left: Float64Array = new Float64Array(chain.size);
  left[0] = 1;
  let time = 0;
  for (let round = 0; round < mostRounds; round++) {
    const longer = chain.gathered(right);
    const growth = longer[0] ?? 0;
    right = longer.map((value) => value / growth);
    const visits = chain.visits(left);
    const total = visits.reduce((sum, value) => sum + value, 0);
    left = visits.map((value) => value / total);
    const isSteady = Math.abs(growth - time) <= 1e-14 * growth;
    time = growth;
    if (isSteady) break;
  }
  const headStart = headStarts(part, 1 / time).reduce((sum, better, state) => sum + (left[state] ?? 0) * better, 0);
  const survives = 1 / (1 - headStart);
  return -headStart * survives - survives * exponentialMinusOne(-hours / time);
}

/** Rounds after which an iteration is as good as it gets; a few are the rule. */
const mostRounds = 200;

/**
 * By how much each state is worse than the first one in the long run, as a fraction: the probability to leave before coming
 * back to the first, less what it loses on the way. `rate` is the one at which the chain leaves.
 */
function headStarts({ rates, exits }: TransientPart, rate: number): Float64Array {
  const size = exits.length;
  const rest = size - 1;
  const among = new Float64Array(rest * rest);
  const leaving = new Float64Array(rest);
  for (let from = 1; from < size; from++) {
    for (let to = 1; to < size; to++) among[(from - 1) * rest + to - 1] = rates[from * size + to] ?? 0;
    leaving[from - 1] = (rates[from * size] ?? 0) + (exits[from] ?? 0);
  }
  const chain = new TransientChain(among, leaving);
  const leavesFirst = chain.gathered(exits.slice(1));
  let worse = leavesFirst;
  for (let round = 0; round < mostRounds; round++) {
    const onTheWay = chain.gathered(worse.map((value) => 1 - value));
    const next = leavesFirst.map((value, state) => value - rate * (onTheWay[state] ?? 0));
    const isSteady = next.every((value, state) => Math.abs(value - (worse[state] ?? 0)) <= 1e-13 * Math.abs(value));
    worse = next;
    if (isSteady) break;
  }
  const all = new Float64Array(size);
  all.set(worse, 1);
  return all;
}
