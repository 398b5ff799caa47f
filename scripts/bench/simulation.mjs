import { best } from './best.mjs';
import { measureFailingGroups } from './failing-groups.mjs';
import { loadBench } from './load-bench.mjs';
import { measureYear } from './year-of-failures.mjs';

/**
 * What the simulator and the durability figures cost: 6,554 protection groups failing and being repaired, beside two
 * packages on the same work; a year of them in the simulator itself, and going to any instant of it; and the exact and the
 * sampled answers.
 *
 * @returns {Promise<import('./figure.mjs').Figure[]>}
 */
export async function measureSimulation() {
  const { figures, simjsPerEvent } = await measureFailingGroups();
  return [...figures, ...(await measureYear(simjsPerEvent)), ...(await measureDurability())];
}

/**
 * What test/bench/durability.ts exports.
 *
 * @typedef {object} DurabilityBench
 * @property {() => void} solveBirthDeathChain
 * @property {() => void} solveZoneChain
 * @property {() => void} playQuietYears
 * @property {(cycles: number) => number} sampledError
 */

/** @returns {Promise<import('./figure.mjs').Figure[]>} */
async function measureDurability() {
  /** @type {DurabilityBench} */
  const { solveBirthDeathChain, solveZoneChain, playQuietYears, sampledError } = await loadBench('durability', [
    'solveBirthDeathChain',
    'solveZoneChain',
    'playQuietYears',
    'sampledError',
  ]);
  const cycles = 100_000;
  const error = sampledError(cycles);
  return [
    {
      name: 'durability of a group, birth–death chain, exact',
      unit: 'µs',
      values: { best: 1000 * best(solveBirthDeathChain, 2000) },
    },
    {
      name: 'durability of a group with AZ outages, 56 states, exact',
      unit: 'ms',
      values: { best: best(solveZoneChain, 100) },
    },
    { name: '1e9 years of a group at 10 s repair, played', unit: 'ms', values: { best: best(playQuietYears, 20) } },
    {
      name: `a loss of 6e-12 a year, sampled in ${cycles} cycles`,
      unit: 'ms',
      values: { best: best(() => sampledError(cycles), 10) },
      remark: `standard error ${(100 * error).toFixed(2)} %`,
    },
  ];
}
