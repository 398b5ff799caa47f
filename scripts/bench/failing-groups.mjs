import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { best } from './best.mjs';
import { loadBench } from './load-bench.mjs';

/** Those of a volume of 64 TiB. */
const groups = 6554;
const year = 8766 * 3_600_000;
/** Each of the segments fails about ten times. */
const horizon = 10 * year;

/**
 * The failing groups of test/bench/failing-groups.ts: the same work for every engine that keeps the events.
 *
 * @typedef {object} Failing
 * @property {number} happened
 * @property {(schedule: (delay: number, segment: number, fails: boolean) => void) => void} begin
 * @property {(segment: number, fails: boolean) => void} happens
 *
 * @typedef {(failing: Failing, horizon: number) => void} FailingPlayer
 *
 * @typedef {object} FailingBench
 * @property {new (groups: number, delays: Float64Array) => Failing} Failing
 * @property {FailingPlayer} playOnEventQueue
 */

/**
 * The groups on the queue of the simulator, on simjs and on flatqueue, and what an event takes simjs in milliseconds.
 *
 * @returns {Promise<{ figures: import('./figure.mjs').Figure[], simjsPerEvent: number }>}
 */
export async function measureFailingGroups() {
  /** @type {FailingBench} */
  const { Failing, playOnEventQueue } = await loadBench('failing-groups', ['Failing', 'playOnEventQueue']);
  const delays = failureDelays();
  let events = 0;
  const measured = (/** @type {FailingPlayer} */ play, /** @type {number} */ rounds) =>
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
  const figures = [
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
  return { figures, simjsPerEvent: simjs / events };
}

/** Exponentially distributed times until a segment fails: a year on average, in whole milliseconds. */
function failureDelays() {
  let state = 7;
  return Float64Array.from({ length: 2 ** 20 }, () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.round(-Math.log((state + 1) / 2 ** 32) * year);
  });
}

/**
 * What is used of flatqueue.
 *
 * @typedef {object} FlatQueue
 * @property {(item: number, priority: number) => void} push
 * @property {() => number | undefined} pop
 * @property {() => number | undefined} peekValue
 */

/** @returns {Promise<FailingPlayer>} */
async function flatqueuePlayer() {
  /** @type {{ default: new () => FlatQueue }} */
  const { default: Queue } = await import(import.meta.resolve('flatqueue'));
  return (failing, until) => {
    const queue = new Queue();
    let now = 0;
    failing.begin((delay, segment, fails) => queue.push(2 * segment + (fails ? 1 : 0), now + delay));
    for (let at = queue.peekValue(); at !== undefined && at <= until; at = queue.peekValue()) {
      now = at;
      const id = queue.pop() ?? 0;
      failing.happens(id >> 1, (id & 1) === 1);
    }
  };
}

/**
 * What is used of simjs: a simulation of entities that set timers.
 *
 * @typedef {object} SimjsEntity
 * @property {(delay: number) => { done: (then: () => void) => void }} setTimer
 *
 * @typedef {object} SimjsSimulation
 * @property {(type: new () => SimjsEntity) => SimjsEntity} addEntity
 * @property {(until: number) => void} simulate
 *
 * @typedef {object} Simjs
 * @property {new () => SimjsSimulation} Sim
 * @property {new () => SimjsEntity} Entity
 */

/**
 * simjs has an entity for each group, whose timers are its events. The package leaves what it offers on a window.
 *
 * @returns {Promise<FailingPlayer>}
 */
async function simjsPlayer() {
  const code = await readFile(fileURLToPath(import.meta.resolve('simjs')), 'utf8');
  /** @type {{ Sim?: Simjs }} */
  const window = {};
  new Function('window', code)(window);
  if (window.Sim === undefined) throw new Error('simjs has left nothing on its window.');
  const { Sim, Entity } = window.Sim;
  class Group extends Entity {
    start() {}
  }
  return (failing, until) => {
    const sim = new Sim();
    const entities = Array.from({ length: groups }, () => sim.addEntity(Group));
    failing.begin((delay, segment, fails) => {
      const entity = entities[Math.floor(segment / 6)];
      entity?.setTimer(delay).done(() => failing.happens(segment, fails));
    });
    sim.simulate(until);
  };
}
