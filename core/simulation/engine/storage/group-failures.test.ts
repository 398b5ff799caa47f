import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compileRun } from '../../compile/compile.ts';
import type { Run } from '../../run.ts';
import { isProblem, type PlainScenario, type ScenarioEvent } from '../../scenario.ts';
import { anyEvent, scenarioOf } from '../../testing/arbitrary.ts';
import { designOf, threeZones, twoRegions } from '../../testing/example.ts';
import { createSimulation } from '../engine.ts';
import { handle } from '../handlers.ts';
import { readsOf, writesOf } from '../instances/service.ts';
import { advance } from '../load/measures.ts';
import { type PlayedRun, Player, play } from '../playing/player.ts';
import { settle } from '../settle.ts';
import { primaryOf, type Simulation } from '../simulation.ts';
import { destroyedSegments } from './group-grid.ts';
import { setDestroyed } from './group-masks.ts';
import { completeCopies, unnamedGroup } from './quorums.ts';

const groups = 4;
const volume = (clusters: string, size: string) =>
  clusters.replace('primary:', `primary:\n  volume: { size: ${size} }`);
const small = volume(threeZones, `${10 * groups} GiB`);

function runOf(clusters: string, scenario: PlainScenario): Run {
  const run = compileRun(designOf(clusters), scenario);
  if (isProblem(run)) throw new Error(run.problem);
  return run;
}

/** A scenario in which segments fail often, over an hour. */
const failing = (events: readonly ScenarioEvent[], seed: number, assumptions = {}): PlainScenario => ({
  ...scenarioOf(events, seed),
  assumptions: { segmentMttf: '40m', segmentCatchUp: '5s', segmentRepair: '5s to 3m', ...assumptions },
});

/** Every group is named, by an event that comes after the end. */
const naming: readonly ScenarioEvent[] = Array.from({ length: groups }, (_, number) => ({
  at: 3_600_001,
  fail: 'segment',
  target: `pg-${number}/A`,
}));

/** From when on the groups had which copies (`seen` says what of them is looked at), and the primary took writes and reads. */
function quorumTimeline(run: Run, seen: (copies: readonly number[]) => string): readonly string[] {
  const player = new Player(run);
  const { sim } = player;
  const [, ...named] = sim.run.clusters[0]?.groups ?? [];
  const standings = new Map<number, string>();
  const see = () => {
    const copies = Array.from({ length: groups }, (_, number) =>
      completeCopies(sim, named[number] ?? unnamedGroup(sim, number)),
    );
    const primary = primaryOf(sim);
    standings.set(sim.now, `${seen(copies)} ${writesOf(sim, primary)} ${readsOf(sim, primary)}`);
  };
  see();
  while (player.step(run.duration)) see();
  const all = [...standings];
  return all.filter(([, text], index) => text !== all[index - 1]?.[1]).map(([at, text]) => `${at}: ${text}`);
}

/** Plays the same with every group named, and with none. */
function expectAgreement(events: readonly ScenarioEvent[], seed: number, seen: (copies: readonly number[]) => string) {
  const aggregate = compileRun(designOf(small), failing(events, seed));
  fc.pre(!isProblem(aggregate));
  const named = runOf(small, failing([...events, ...naming], seed));
  expect(quorumTimeline(aggregate, seen)).toEqual(quorumTimeline(named, seen));
}

const instant = fc.integer({ min: 0, max: 3600 }).map((seconds) => seconds * 1000);
const zone = fc.constantFrom('us-east-1a', 'us-east-1b', 'us-east-1c');
const length = fc.integer({ min: 1, max: 900 }).map((seconds) => seconds * 1000);
const darkness = fc.record({ at: instant, fail: fc.constant('az' as const), target: zone, for: length });
const event = fc.oneof(
  darkness,
  anyEvent.filter((one) => !('fail' in one && one.fail === 'segment')),
);

test('the same seed gives the same copies of each group, named and followed record by record or not', () => {
  fc.assert(
    fc.property(darkness, fc.nat(), (dark, seed) => expectAgreement([dark], seed, (copies) => copies.join(' '))),
    { numRuns: 60 },
  );
});

test('whatever happens besides, the same seed gives the same quorum of the volume', () => {
  fc.assert(
    fc.property(fc.array(event, { maxLength: 6 }), fc.nat(), (events, seed) =>
      expectAgreement(events, seed, (copies) => `${Math.min(...copies)}`),
    ),
    { numRuns: 60 },
  );
});

test('an event that nobody waits for comes to the same when everything is settled after it', () => {
  const settled = (run: Run): Simulation => {
    const sim = createSimulation(run);
    settle(sim);
    for (let next = sim.queue.pop(run.duration); next !== undefined; next = sim.queue.pop(run.duration)) {
      advance(sim, next.at);
      handle(sim, next);
      settle(sim);
    }
    advance(sim, run.duration);
    return sim;
  };
  const outcomeOf = ({ state, violations, commits }: Simulation) => ({
    destroyed: state.destroyed,
    copies: state.copies,
    random: state.random,
    masks: Array.from({ length: 64 }, (_, mask) => state.masks.groups.get(mask)),
    measured: ['writesUnavailable', 'readsUnavailable', 'dataLoss', 'groupLevel'].map((name) =>
      state.run[name as 'dataLoss'].get(0),
    ),
    acknowledged: commits.acknowledged,
    violations,
  });
  fc.assert(
    fc.property(fc.array(event, { maxLength: 6 }), fc.nat(), (events, seed) => {
      const run = compileRun(designOf(small), failing(events, seed));
      fc.pre(!isProblem(run));
      expect(outcomeOf(play(run).sim)).toEqual(outcomeOf(settled(run)));
    }),
    { numRuns: 60 },
  );
});

const huge = volume(threeZones, '64 TiB');
const ofHuge = (assumptions: Record<string, string>, events: readonly ScenarioEvent[] = []) =>
  runOf(huge, { ...scenarioOf(events, 11), assumptions });
const kinds = ({ moments }: PlayedRun) => moments.map(({ kind }) => kind);
const bits = (mask: number) => mask.toString(2).replaceAll('0', '').length;
const destroyedIn = (grid: Uint8Array) => grid.reduce((sum, mask) => sum + bits(mask), 0);

test('of the 39,324 segments of 64 TiB as many fail as their mean time to failure says', () => {
  const run = ofHuge({ segmentMttf: '30d', segmentRepair: '300d' });
  const { sim } = play(run);
  const grid = destroyedSegments(sim, 0);
  expect(grid).toHaveLength(6554);
  // An hour in 30 days: 54.6 failures on average, give or take 7.4.
  expect(destroyedIn(grid)).toBeGreaterThan(54.6 - 4 * 7.4);
  expect(destroyedIn(grid)).toBeLessThan(54.6 + 4 * 7.4);
  expect(sim.state.masks.groups.get(0)).toBe(grid.filter((mask) => mask === 0).length);
});

test('each segment fails as often as the others', () => {
  const run = ofHuge({ segmentMttf: '1d', segmentRepair: '300d' });
  const grid = destroyedSegments(play(run).sim, 0);
  const perSegment = [0, 1, 2, 3, 4, 5].map((segment) => grid.filter((mask) => (mask >> segment) & 1).length);
  // 6,554 groups, an hour in a day: 267 on average, give or take 16.
  for (const failed of perSegment) expect(Math.abs(failed - 267)).toBeLessThan(4 * 16);
});

test('a failed segment is repaired in 10 s, and nothing is said of it', () => {
  const run = ofHuge({ segmentMttf: '30d' });
  const player = new Player(run);
  let most = 0;
  while (player.step(run.duration)) most = Math.max(most, destroyedIn(destroyedSegments(player.sim, 0)));
  expect(most).toBeGreaterThan(0);
  expect(most).toBeLessThan(6);
  expect(kinds(player.finish())).toEqual(['start', 'end']);
});

test('while an AZ is dark, each failure in the others stalls commits, and the group is named', () => {
  const run = ofHuge({ segmentMttf: '10d' }, [{ at: 60_000, fail: 'az', target: 'us-east-1c', for: 290_000 }]);
  const played = play(run);
  const stalls = played.moments.filter(({ kind }) => kind === 'writes-stalled');
  expect(stalls.length).toBeGreaterThan(0);
  const [stall] = stalls;
  const group = stall?.clusters[0]?.volume.worst;
  expect(stall?.explanation.headline).toBe(
    `Every commit waits: ${group?.id} has 3 of its 6 copies, and a write needs 4.`,
  );
  expect(group?.segments.filter((state) => state === 'copying')).toHaveLength(1);
  expect(group?.segments.filter((state) => state === 'dark')).toHaveLength(2);
  expect(kinds(played)).not.toContain('segment-failed');
  expect(played.sim.violations).toEqual([]);
});

test('a group with just enough copies is said, with how many more there are, and when none is left', () => {
  const { moments } = play(runOf(small, failing([], 3, { segmentMttf: '2h', segmentRepair: '2m' })));
  const said = moments.filter(({ kind }) => kind === 'segment-failed' || kind === 'segment-repaired');
  expect(said[0]?.explanation).toMatchObject({
    headline: expect.stringMatching(/^pg-[0-3] is down to 4 of 6 copies\.$/),
    detail: 'One more loss in it stalls commits. No other group has so few.',
  });
  expect(said[1]?.explanation.headline).toBe('No group is short of copies any more by failures of its own.');
  for (const [index, { kind }] of said.entries()) {
    expect(kind).toBe(index % 2 === 0 ? 'segment-failed' : 'segment-repaired');
  }
});

test('a level that lasts is said once, whatever else happens', () => {
  const said = (events: readonly ScenarioEvent[]) =>
    play(runOf(small, failing(events, 3, { segmentMttf: '40m', segmentRepair: '5m' })))
      .moments.filter(({ kind }) => kind === 'segment-failed' || kind === 'segment-repaired')
      .map(({ at, label }) => `${at} ${label}`);
  const loads = Array.from({ length: 300 }, (_, index) => ({ at: index * 12_000, load: { connections: index } }));
  expect(said(loads)).toEqual(said([]));
  expect(said([]).length).toBeGreaterThan(2);
});

test('a group that has lost every segment has lost its commits', () => {
  const { sim } = play(runOf(small, failing([], 1, { segmentMttf: '5m', segmentRepair: '300d' })));
  expect(destroyedSegments(sim, 0)).toContain(63);
  expect(sim.violations[0]).toMatchObject({
    invariant: 'acked-commit-lost',
    detail: expect.stringMatching(/^no copy of pg-[0-3] holds /),
  });
  expect(sim.state.run.dataLoss.get(0)).toBe(sim.commits.acknowledged);
});

test('a named group shows in the grid as the others do', () => {
  const events: readonly ScenarioEvent[] = [{ at: 3_599_000, fail: 'segment', target: 'pg-3/B' }];
  const off = play(runOf(small, scenarioOf(events)));
  expect(destroyedSegments(off.sim, 0)).toEqual(Uint8Array.of(0, 0, 0, 0b10));
  const alone = play(runOf(small, failing([], 5, { segmentRepair: '300d' })));
  const named = play(runOf(small, failing(naming, 5, { segmentRepair: '300d' })));
  expect(destroyedSegments(named.sim, 0)).toEqual(destroyedSegments(alone.sim, 0));
  const counted = ({ sim }: PlayedRun) =>
    Array.from({ length: 64 }, (_, mask) => sim.state.masks.groups.get(mask)).reduce((sum, count) => sum + count);
  expect([counted(alone), counted(named)]).toEqual([groups, 0]);
});

test('a group that the volume does not have yet loses nothing', () => {
  const growing = threeZones.replace('primary:', 'primary:\n  volume: { size: 10 GiB, growthPerDay: 960 GiB }');
  const run = runOf(growing, failing([], 1, { segmentMttf: '10m', segmentRepair: '10s' }));
  const player = new Player(run);
  const { sim } = player;
  const failed = new Set<number>();
  const copiesOf = (group: number) => [...sim.state.copies.subarray(6 * group, 6 * group + 6)];
  while (player.step(run.duration)) {
    const present = destroyedSegments(sim, 0).length;
    for (const [group, mask] of sim.state.destroyed.entries()) {
      if (mask !== 0) failed.add(group);
      if (group >= present) expect([mask, ...copiesOf(group)]).toEqual([0, 0, 0, 0, 0, 0, 0]);
    }
  }
  expect(destroyedSegments(sim, 0)).toHaveLength(5);
  expect([...failed].toSorted()).toEqual([0, 1, 2, 3, 4]);
});

test('an AZ that is back catches up once every group has a copy to catch up from', () => {
  const events: readonly ScenarioEvent[] = [
    { at: 60_000, fail: 'az', target: 'us-east-1c', for: 60_000 },
    { at: 119_000, fail: 'az', target: 'us-east-1b', for: 81_000 },
  ];
  const player = new Player(runOf(small, { ...scenarioOf(events), assumptions: { segmentMttf: '1000000d' } }));
  const { sim } = player;
  const copiesAt = (instant: number) => {
    player.playUntil(instant);
    return [0, 2].map((number) => completeCopies(sim, unnamedGroup(sim, number)));
  };
  expect(copiesAt(118_000)).toEqual([4, 4]);
  setDestroyed(sim, 0, 2, 0b00_1001);
  expect(copiesAt(150_000)).toEqual([2, 0]);
  expect(copiesAt(200_000)).toEqual([4, 2]);
  expect(copiesAt(210_000)).toEqual([6, 4]);
  expect(copiesAt(220_000)).toEqual([6, 6]);
  expect(sim.violations).toEqual([]);
});

test('the volume of another Region fails in its own way', () => {
  const { sim } = play(runOf(twoRegions, failing([], 1, { segmentMttf: '5h', segmentRepair: '300d' })));
  expect(destroyedIn(destroyedSegments(sim, 1))).toBeGreaterThan(0);
  expect(destroyedSegments(sim, 1)).not.toEqual(destroyedSegments(sim, 0));
});
