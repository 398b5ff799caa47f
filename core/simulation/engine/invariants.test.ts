import { beforeEach, expect, test } from 'vitest';
import { compileRun } from '../compile/compile.ts';
import { isProblem } from '../scenario.ts';
import { scenarioOf } from '../testing/arbitrary.ts';
import { designOf, multiMaster, threeZones } from '../testing/example.ts';
import { createSimulation } from './engine.ts';
import { checkInvariants } from './invariants.ts';
import { advance } from './load/measures.ts';
import type { Simulation } from './simulation.ts';
import { destroySegment } from './storage/segments.ts';

let sim: Simulation;

function simulationOf(clusters: string): Simulation {
  const run = compileRun(designOf(clusters), scenarioOf([]));
  if (isProblem(run)) throw new Error(run.problem);
  const created = createSimulation(run);
  advance(created, 5000);
  return created;
}

beforeEach(() => {
  sim = simulationOf(threeZones);
});

const broken = () => sim.violations.map(({ invariant, at }) => [invariant, at]);

test('a healthy state breaks nothing', () => {
  checkInvariants(sim);
  expect(broken()).toEqual([]);
});

test('a second instance with the epoch of the volume is two writers in one epoch', () => {
  sim.state.instances.epoch.set(1, 1);
  checkInvariants(sim);
  expect(broken()).toEqual([['two-writers-in-one-epoch', 5000]]);
  expect(sim.violations[0]?.detail).toBe('orders-a and orders-b both write with epoch 1');
});

test('a writer behind a partition counts as long as it holds the epoch of the volume', () => {
  sim.state.instances.state.set(0, 2);
  sim.state.instances.cutOff.set(0, 1);
  sim.state.instances.epoch.set(1, 1);
  checkInvariants(sim);
  expect(broken()).toEqual([['two-writers-in-one-epoch', 5000]]);
});

test('a writer of a former epoch is refused by the volume, so it is none', () => {
  sim.state.instances.epoch.set(1, 1);
  sim.state.instances.epoch.set(0, 2);
  sim.state.clusters.epoch.set(0, 2);
  checkInvariants(sim);
  expect(broken()).toEqual([]);
});

test('commits are held as long as one segment holds them, and lost with the last', () => {
  for (const segment of [0, 1, 2, 3, 4]) destroySegment(sim, segment);
  checkInvariants(sim);
  expect(broken()).toEqual([]);
  destroySegment(sim, 5);
  checkInvariants(sim);
  expect(broken()).toEqual([['acked-commit-lost', 5000]]);
  expect(sim.state.run.dataLoss.get(0)).toBe(5000);
});

test('an invariant that breaks is reported once, with its first instant', () => {
  sim.state.instances.epoch.set(1, 1);
  checkInvariants(sim);
  advance(sim, 6000);
  checkInvariants(sim);
  expect(broken()).toEqual([['two-writers-in-one-epoch', 5000]]);
});

test('the writers of a multi-master cluster have an epoch each; two that share one are two writers in it', () => {
  sim = simulationOf(multiMaster);
  checkInvariants(sim);
  expect(broken()).toEqual([]);
  sim.state.instances.epoch.set(2, 1);
  checkInvariants(sim);
  expect(broken()).toEqual([['two-writers-in-one-epoch', 5000]]);
  expect(sim.violations[0]?.detail).toBe('orders-a and orders-c both write with epoch 1');
});
