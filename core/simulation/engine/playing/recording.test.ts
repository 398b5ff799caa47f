import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compileRun } from '../../compile/compile.ts';
import type { Run } from '../../run.ts';
import { isProblem, type ScenarioEvent } from '../../scenario.ts';
import { anyEvent, arbitraryClusters, scenarioOf } from '../../testing/arbitrary.ts';
import { designOf, threeZones } from '../../testing/example.ts';
import type { Simulation } from '../simulation.ts';
import { clusterMoments } from './moments.ts';
import { type PlayedRun, Player, play } from './player.ts';
import { Recording } from './recording.ts';

const eventsPerKeyframe = 4;

/** With an even seed segments fail by themselves too. */
function compiled(clusters: string, events: readonly ScenarioEvent[], seed: number): Run | undefined {
  const assumptions: Record<string, string> = seed % 2 === 0 ? { segmentMttf: '8h', segmentRepair: '1m to 30m' } : {};
  const run = compileRun(designOf(clusters), { ...scenarioOf(events, seed), assumptions });
  return isProblem(run) ? undefined : run;
}

const events = fc.array(anyEvent, { minLength: 1, maxLength: 8 });
const pointed = fc.nat(3_600_000);

/** Holds for every run that can be compiled. */
function always(holds: (run: Run, pointed: number, share: number) => void): void {
  const share = fc.double({ min: 0, max: 1, noNaN: true });
  fc.assert(
    fc.property(arbitraryClusters, events, fc.nat(), pointed, share, (clusters, some, seed, at, part) => {
      const run = compiled(clusters, some, seed);
      fc.pre(run !== undefined);
      holds(run, at, part);
    }),
    { numRuns: 100 },
  );
}

/** What can be told apart of two runs that were played. */
const outcomeOf = ({ sim, moments, traceHash }: PlayedRun) => ({ moments, traceHash, ...factsOf(sim) });
const factsOf = (sim: Simulation) => ({
  now: sim.now,
  cells: sim.state.cells,
  random: sim.state.random,
  destroyed: sim.state.destroyed,
  copies: sim.state.copies,
  acknowledged: sim.commits.acknowledged,
  recoveries: sim.recoveries.snapshot(),
  violations: sim.violations,
  waiting: sim.queue.size,
  clusters: clusterMoments(sim),
});

test('from a snapshot at any event another player plays the same end', () => {
  always((run, _, share) => {
    const whole = new Player(run).finish();
    const player = new Player(run);
    let steps = 0;
    while (player.step(run.duration)) steps++;
    const other = new Player(run);
    for (let step = 0; step < Math.floor(share * steps); step++) other.step(run.duration);
    const snapshot = other.snapshot();
    other.finish();
    const resumed = new Player(run);
    resumed.restore(snapshot, whole.moments);
    expect(outcomeOf(resumed.finish())).toEqual(outcomeOf(whole));
  });
});

test('a run that is looked at where somebody points is as it was when it was played until then', () => {
  always((run, at, share) => {
    const recording = Recording.of(run, eventsPerKeyframe);
    for (const instant of [at, Math.floor(share * at), run.duration]) {
      const player = new Player(run);
      player.playUntil(instant);
      expect(factsOf(recording.stateAt(instant))).toEqual(factsOf(player.sim));
    }
  });
});

test('keyframes of a large volume stay within 64 MiB', () => {
  const large = threeZones.replace('primary:', 'primary:\n  volume: { size: 256 TiB }');
  const run = compileRun(designOf(large), { ...scenarioOf([], 1), assumptions: { segmentMttf: '1d' } });
  if (isProblem(run)) throw new Error(run.problem);
  const recording = Recording.of(run, 60);
  expect(recording.events).toBeGreaterThan(12_000);
  expect(recording.bytes).toBeGreaterThan(24 * 1_048_576);
  expect(recording.bytes).toBeLessThan(64 * 1_048_576);
});

test('to record a run changes nothing of it, nor does looking at it', () => {
  always((run, at) => {
    const recording = Recording.of(run, eventsPerKeyframe);
    recording.stateAt(at);
    expect(outcomeOf(recording.played)).toEqual(outcomeOf(play(run)));
  });
});

test('a fork with no new events is the run itself', () => {
  always((run, at) => {
    const recording = Recording.of(run, eventsPerKeyframe);
    const fork = recording.fork(at, run);
    expect(fork && outcomeOf(fork.played)).toEqual(outcomeOf(recording.played));
  });
});

test('a fork has the same past, and the future that the run would have had with its events from the start', () => {
  const further = fc.array(anyEvent, { minLength: 1, maxLength: 3 });
  fc.assert(
    fc.property(arbitraryClusters, events, further, fc.nat(), pointed, (clusters, some, more, seed, at) => {
      const run = compiled(clusters, some, seed);
      // No instant of the run is in the middle of a second: nothing happens at one instant with these.
      const later = more.map((event) => ({ ...event, at: at + event.at + 0.5 }));
      const both = compiled(clusters, [...some, ...later], seed);
      fc.pre(run !== undefined && both !== undefined);
      const [own, theirs] = [run.events, both.events.filter((event) => event.at % 1 !== 0)];
      const other = { ...both, events: [...own, ...theirs] };
      const fork = Recording.of(run, eventsPerKeyframe).fork(at, other);
      const rowsOf = ({ groups, instances, classes }: Run) => groups.length + instances.length + classes.length;
      if (fork === undefined) expect(rowsOf(other)).toBeGreaterThan(rowsOf(run));
      fc.pre(fork !== undefined);
      const past = ({ moments }: PlayedRun) => moments.filter((moment) => moment.at <= at && moment.kind !== 'end');
      expect(JSON.stringify(past(fork.played))).toBe(JSON.stringify(past(play(run))));
      expect(outcomeOf(fork.played)).toEqual(outcomeOf(play(other)));
      for (const instant of [Math.floor(at / 2), at, at + 90_000]) {
        const player = new Player(other);
        player.playUntil(instant);
        const { waiting: _, ...facts } = factsOf(player.sim);
        expect(factsOf(fork.stateAt(instant))).toMatchObject(facts);
      }
    }),
    { numRuns: 100 },
  );
});
