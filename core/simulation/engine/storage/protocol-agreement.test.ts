import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compileRun } from '../../compile/compile.ts';
import { standingOf } from '../../protocol/quorums.ts';
import { isReached } from '../../quorum.ts';
import { at } from '../../run.ts';
import { isProblem, type PlainScenario, type ScenarioEvent } from '../../scenario.ts';
import { anyEvent, arbitraryClusters, scenarioOf } from '../../testing/arbitrary.ts';
import { designOf, threeZones } from '../../testing/example.ts';
import { createSimulation } from '../engine.ts';
import { handle } from '../handlers.ts';
import { advance } from '../load/measures.ts';
import { settle } from '../settle.ts';
import type { Simulation } from '../simulation.ts';
import { completeCopies, isGroupReadable, quorumModelOf } from './quorums.ts';

/** How a group stands from an instant on. */
interface Standing {
  readonly at: number;
  readonly group: number;
  readonly complete: number;
  readonly writable: boolean;
  readonly readable: boolean;
}

/** Plays a scenario in both representations. Undefined when its events name something that the design does not have. */
function played(clusters: string, scenario: PlainScenario, see: (sim: Simulation) => void): Simulation | undefined {
  const run = compileRun(designOf(clusters), scenario);
  if (isProblem(run)) return undefined;
  const sim = createSimulation(run);
  settle(sim);
  see(sim);
  for (let event = sim.queue.pop(run.duration); event !== undefined; event = sim.queue.pop(run.duration)) {
    advance(sim, event.at);
    handle(sim, event);
    settle(sim);
    see(sim);
  }
  return sim;
}

/** Notes how the named groups stand, in the protocol and in the aggregate. */
function notes() {
  const protocol: Standing[] = [];
  const aggregate: Standing[] = [];
  const see = (sim: Simulation) => {
    for (const [index, group] of (sim.protocol?.groups ?? []).entries()) {
      const { cluster } = at(sim.run.groups, group);
      const complete = completeCopies(sim, group);
      const writable = isReached(quorumModelOf(sim, cluster).write, complete);
      aggregate.push({ at: sim.now, group, complete, writable, readable: isGroupReadable(sim, group) });
      if (sim.protocol) protocol.push({ at: sim.now, group, ...standingOf(sim.protocol.volume, index) });
    }
  };
  return { protocol, aggregate, see };
}

const instant = fc.integer({ min: 0, max: 900 }).map((seconds) => seconds * 1000);
const segment = fc
  .tuple(fc.constantFrom('pg-3', 'pg-5'), fc.constantFrom('A', 'B', 'C', 'D', 'E', 'F'))
  .map(([group, letter]) => `${group}/${letter}`);
const storageEvent: fc.Arbitrary<ScenarioEvent> = fc.oneof(
  { weight: 1, arbitrary: anyEvent },
  { weight: 2, arbitrary: fc.record({ at: instant, fail: fc.constant('segment' as const), target: segment }) },
  { weight: 1, arbitrary: fc.record({ at: instant, corrupt: fc.constant('segment' as const), target: segment }) },
  {
    weight: 1,
    arbitrary: fc.record({
      at: instant,
      fail: fc.constant('az' as const),
      target: fc.constantFrom('us-east-1a', 'us-east-1b', 'us-east-1c'),
      for: fc.integer({ min: 1, max: 700 }).map((seconds) => seconds * 1000),
    }),
  },
);
const figures = fc.constantFrom(
  {},
  { segmentRepair: '5s to 3m', segmentCatchUp: '1s to 2m', storageMessage: '1ms to 200ms' },
  { segmentMttf: '1h', segmentRepair: '5s to 3m', storageMessage: '1ms to 200ms' },
);

test('the same seed gives the same quorum timeline record by record and in the aggregate', () => {
  fc.assert(
    fc.property(
      arbitraryClusters,
      fc.array(storageEvent, { minLength: 1, maxLength: 12 }),
      fc.nat(),
      figures,
      (clusters, events, seed, assumptions) => {
        const { protocol, aggregate, see } = notes();
        const sim = played(clusters, { ...scenarioOf(events, seed), assumptions }, see);
        fc.pre(sim?.protocol !== undefined);
        expect(protocol).toEqual(aggregate);
      },
    ),
    { numRuns: 200 },
  );
});

test('nothing breaks record by record, unless every copy that held a commit is destroyed', () => {
  fc.assert(
    fc.property(
      arbitraryClusters,
      fc.array(storageEvent, { minLength: 1, maxLength: 12 }),
      fc.nat(),
      (clusters, events, seed) => {
        const sim = played(clusters, scenarioOf(events, seed), () => {});
        fc.pre(sim?.protocol !== undefined);
        const broken = sim.violations.map(({ invariant }) => invariant);
        const few = events.filter((event) => 'fail' in event && event.fail === 'segment').length < 4;
        const region = events.some((event) => 'failover' in event && event.failover === 'region');
        if (few && !region) expect(broken).toEqual([]);
        expect(broken.filter((invariant) => invariant !== 'acked-commit-lost')).toEqual([]);
      },
    ),
    { numRuns: 200 },
  );
});

test('commits of a named group are acknowledged while it has its write quorum, and wait while it has not', () => {
  const events: ScenarioEvent[] = [
    { at: 60_000, fail: 'az', target: 'us-east-1c', for: 200_000 },
    { at: 120_000, fail: 'segment', target: 'pg-3/A' },
  ];
  const acknowledged: number[] = [];
  const sim = played(threeZones, { ...scenarioOf(events), duration: 600_000 }, ({ protocol }) => {
    acknowledged.push(protocol?.volume.state.volume.acknowledgedCommits.get(0) ?? 0);
  });
  const at60 = acknowledged.at(1) ?? 0;
  expect(at60).toBeGreaterThan(0);
  expect(acknowledged.at(-1)).toBeGreaterThan(at60);
  expect(sim?.violations).toEqual([]);
});

test('a writer that takes over has the same epoch in both', () => {
  const events: ScenarioEvent[] = [
    { at: 60_000, fail: 'segment', target: 'pg-3/A' },
    { at: 90_000, crash: 'writer' },
    { at: 300_000, failover: 'cluster' },
  ];
  const epochs: (readonly number[])[] = [];
  const see = ({ protocol, state }: Simulation) =>
    epochs.push([protocol?.volume.state.volume.epoch.get(0) ?? 0, state.clusters.epoch.get(0)]);
  const sim = played(threeZones, { ...scenarioOf(events), duration: 600_000 }, see);
  if (sim !== undefined) advance(sim, 600_000);
  expect(epochs.at(-1)?.[1]).toBe(3);
  expect(sim?.protocol?.volume.state.volume.truncations.get(0)).toBe(2);
});
