import { best } from './best.mjs';
import { spread } from './figure.mjs';
import { loadBench } from './load-bench.mjs';

/**
 * What test/bench/year-of-failures.ts exports.
 *
 * @typedef {object} YearBench
 * @property {() => Run} compileYear
 * @property {(run: Run) => void} playYear
 * @property {(run: Run) => Recorded} recordYear
 *
 * @typedef {object} Recorded
 * @property {number} events
 * @property {number} bytes of its keyframes
 * @property {(instant: number) => void} goTo
 *
 * @typedef {{ readonly duration: number }} Run
 */

const warmUps = 20;
const looks = 300;

/**
 * A year of a volume of 64 TiB in the simulator itself, with its draws, quorums, bills and trace; and how long it takes to
 * go to an instant of it, anywhere.
 *
 * @param {number} simjsPerEvent milliseconds
 * @returns {Promise<import('./figure.mjs').Figure[]>}
 */
export async function measureYear(simjsPerEvent) {
  /** @type {YearBench} */
  const { compileYear, playYear, recordYear } = await loadBench('year-of-failures', [
    'compileYear',
    'playYear',
    'recordYear',
  ]);
  const run = compileYear();
  const played = best(() => playYear(run), 3);
  const { events, bytes, goTo } = recordYear(run);
  let state = 7;
  const times = Array.from({ length: warmUps + looks }, () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    const instant = Math.floor((state / 2 ** 32) * run.duration);
    const start = performance.now();
    goTo(instant);
    return performance.now() - start;
  });
  const perEvent = played / events;
  return [
    {
      name: `a year of 64 TiB in the simulator, ${events} events`,
      unit: 'ms',
      values: { best: played },
      remark: `${(perEvent * 1e6).toFixed(0)} ns an event; simjs takes ${(simjsPerEvent / perEvent).toFixed(1)} times as long for its queue alone`,
    },
    {
      name: '  scrub to any instant of it',
      unit: 'ms',
      values: spread(times.slice(warmUps)),
      remark: `its keyframes take ${(bytes / 1_048_576).toFixed(0)} MiB`,
    },
  ];
}
