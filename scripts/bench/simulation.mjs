import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { loadBench } from './load-bench.mjs';

/** Those of a volume of 64 TiB. */
const groups = 6554;
const year = 8766 * 3_600_000;
/** Each of the segments fails about ten times. */
const horizon = 10 * year;

/**
 * What the simulator and the durability figures cost: 6,554 protection groups failing and being repaired, beside two
 * packages on the same work, and the exact and the sampled answers.
 *
 * @returns {Promise<import('./figure.mjs').Figure[]>}
 */
export async function measureSimulation() {
  const bench = await loadBench('simulation', 'failing-groups');
  return [...(await measureFailingGroups(bench)), ...measureDurability(bench)];
}

/**
 * @param {any} bench
 * @returns {Promise<import('./figure.mjs').Figure[]>}
 */
async function measureFailingGroups({ Failing, playOnEventQueue }) {
  const delays = failureDelays();
  let events = 0;
  const measured = (/** @type {(failing: any, horizon: number) => void} */ play, /** @type {number} */ rounds) =>
    best(() => {
      const failing = new Failing(groups, delays);
      play(failing, horizon);
      if (events !== 0 && failing.happened !== events) throw new Error('The engines have not done the same work.');
      events = failing.happened;
    }, rounds);
  const ours = measured(playOnEventQueue, 20);
  const flatqueue = measured(await flatqueuePlayer(), 20);
  const simjs = measured(await simjsPlayer(), 5);
  const faster = (/** @type {number} */ theirs) =>
    `${(theirs / ours).toFixed(1)} times as long as the simulator's queue`;
  return [
    {
      name: `${groups} groups failing and being repaired, ${events} events in total order`,
      unit: 'ms',
      values: { best: ours },
      remark: `${((ours / events) * 1e6).toFixed(0)} ns an event`,
    },
    { name: '  simjs, same work', unit: 'ms', values: { best: simjs }, remark: faster(simjs) },
    {
      name: '  flatqueue, same work, no order within an instant',
      unit: 'ms',
      values: { best: flatqueue },
      remark: faster(flatqueue),
    },
  ];
}

/** Exponentially distributed times until a segment fails: a year on average, in whole milliseconds. */
function failureDelays() {
  let state = 7;
  return Float64Array.from({ length: 2 ** 20 }, () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.round(-Math.log((state + 1) / 2 ** 32) * year);
  });
}

/** @returns {Promise<(failing: any, until: number) => void>} */
async function flatqueuePlayer() {
  const { default: FlatQueue } = await import(import.meta.resolve('flatqueue'));
  return (failing, until) => {
    const queue = new FlatQueue();
    let now = 0;
    failing.begin((/** @type {number} */ delay, /** @type {number} */ segment, /** @type {boolean} */ fails) =>
      queue.push(2 * segment + (fails ? 1 : 0), now + delay),
    );
    for (let at = queue.peekValue(); at !== undefined && at <= until; at = queue.peekValue()) {
      now = at;
      const id = queue.pop();
      failing.happens(id >> 1, (id & 1) === 1);
    }
  };
}

/**
 * simjs has an entity for each group, whose timers are its events. The package leaves what it offers on a window.
 *
 * @returns {Promise<(failing: any, until: number) => void>}
 */
async function simjsPlayer() {
  const code = await readFile(fileURLToPath(import.meta.resolve('simjs')), 'utf8');
  /** @type {{ Sim?: any }} */
  const window = {};
  new Function('window', code)(window);
  const { Sim, Entity } = window.Sim;
  class Group extends Entity {
    start() {}
  }
  return (failing, until) => {
    const sim = new Sim();
    const entities = Array.from({ length: groups }, () => sim.addEntity(Group));
    failing.begin((/** @type {number} */ delay, /** @type {number} */ segment, /** @type {boolean} */ fails) => {
      const entity = entities[Math.floor(segment / 6)];
      entity.setTimer(delay).done(() => failing.happens(segment, fails));
    });
    sim.simulate(until);
  };
}

/**
 * @param {any} bench
 * @returns {import('./figure.mjs').Figure[]}
 */
function measureDurability({ solveBirthDeathChain, solveZoneChain, playQuietYears, sampledError }) {
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

/**
 * The least that something took, in milliseconds.
 *
 * @param {() => void} work
 * @param {number} times
 */
function best(work, times) {
  let least = Number.POSITIVE_INFINITY;
  for (let time = 0; time < times; time++) {
    const start = performance.now();
    work();
    least = Math.min(least, performance.now() - start);
  }
  return least;
}
