import { nextFraction, seedStream, wordsPerStream } from '../simulation/random.ts';
import { exponentialMinusOne } from './arithmetic.ts';
import { type Chain, chainOf } from './chain.ts';
import { stationaryDistribution } from './elimination.ts';
import type { DurabilityModel } from './model.ts';

/** A probability that was estimated, with its standard error as a fraction of it. */
export interface EstimatedLoss {
  readonly probability: number;
  readonly relativeError: number;
}

export interface SampledLosses {
  readonly cycles: number;
  readonly seed: number;
  readonly write: EstimatedLoss;
  readonly read: EstimatedLoss;
}

/** How likely a step for the worse is made, however rare it is; all such steps are as likely as one another. */
const biased = 0.5;

/**
 * Estimates how likely a group loses its quorums within the horizon: cycles that begin when all is well are played with
 * failures as likely as repairs, and each counts by how much likelier it was made. For losses that are rare within the
 * horizon. The model has no problems.
 */
export function sampleLosses(model: DurabilityModel, cycles: number, seed: number): SampledLosses {
  const chain = chainOf(model);
  const [wellAlways = 0] = stationaryDistribution(chain.rates, chain.size);
  const steps = stepsOf(chain);
  const beginsPerHour = wellAlways * (steps[0]?.rate ?? 0);
  const words = new Uint32Array(wordsPerStream);
  seedStream(words, seed, 'importance sampling');
  const estimate = (isWell: readonly boolean[]): EstimatedLoss => {
    let [sum, squares] = [0, 0];
    for (let cycle = 0; cycle < cycles; cycle++) {
      const weight = playCycle(steps, isWell, words);
      sum += weight;
      squares += weight * weight;
    }
    const mean = sum / cycles;
    const error = Math.sqrt(Math.max(0, squares / cycles - mean * mean) / cycles);
    return {
      probability: -exponentialMinusOne(-mean * beginsPerHour * model.horizon),
      relativeError: mean === 0 ? Number.POSITIVE_INFINITY : error / mean,
    };
  };
  return { cycles, seed, write: estimate(chain.canWrite), read: estimate(chain.canRead) };
}

/** Where a state leads, things for the worse first. */
interface Steps {
  readonly rate: number;
  readonly to: readonly number[];
  /** Up to which fraction each is taken when it is played, and by how much likelier that is than in truth. */
  readonly upTo: readonly number[];
  readonly likelier: readonly number[];
}

function stepsOf({ size, rates, away }: Chain): readonly Steps[] {
  return Array.from({ length: size }, (_, from): Steps => {
    const targets = Array.from({ length: size }, (_unused, to) => ({ to, rate: rates[from * size + to] ?? 0 }));
    const [worse, better] = [true, false].map((isWorse) =>
      targets.filter(({ to, rate }) => rate > 0 && (away[to] ?? 0) > (away[from] ?? 0) === isWorse),
    );
    const all = [...(worse ?? []), ...(better ?? [])];
    const rate = all.reduce((sum, step) => sum + step.rate, 0);
    const worseRate = (worse ?? []).reduce((sum, step) => sum + step.rate, 0);
    const isMixed = worseRate > 0 && worseRate < rate && from !== 0;
    let sum = 0;
    const played = all.map((step, index) => {
      const isWorse = index < (worse ?? []).length;
      if (!isMixed) return step.rate / rate;
      return isWorse ? biased / (worse ?? []).length : ((1 - biased) * step.rate) / (rate - worseRate);
    });
    return {
      rate,
      to: all.map(({ to }) => to),
      upTo: played.map((share) => (sum += share)),
      likelier: played.map((share, index) => share / ((all[index]?.rate ?? 0) / rate)),
    };
  });
}

/** Plays from the first failure until all is well again, or a loss: what such a cycle counts. */
function playCycle(steps: readonly Steps[], isWell: readonly boolean[], words: Uint32Array): number {
  let weight = 1;
  let state = 0;
  do {
    const { to, upTo, likelier } = steps[state] as Steps;
    const drawn = nextFraction(words);
    let step = 0;
    while (step < to.length - 1 && drawn >= (upTo[step] ?? 1)) step++;
    weight /= likelier[step] ?? 1;
    state = to[step] ?? 0;
    if (isWell[state] !== true) return weight;
  } while (state !== 0);
  return 0;
}
