import { expect, test } from 'vitest';
import { type RecordedRun, record } from './record.ts';
import { isProblem, type ScenarioEvent } from './scenario.ts';
import { scenarioOf } from './testing/arbitrary.ts';
import { designOf, threeZones, twoRegions } from './testing/example.ts';

function recorded(clusters: string, events: readonly ScenarioEvent[]): RecordedRun {
  const run = record(designOf(clusters), scenarioOf(events));
  if (isProblem(run)) throw new Error(run.problem);
  return run;
}

function forked(run: RecordedRun, instant: number, events: readonly ScenarioEvent[]): RecordedRun {
  const fork = run.fork(instant, events);
  if (isProblem(fork)) throw new Error(fork.problem);
  return fork;
}

const outage: ScenarioEvent = { at: 60_000, fail: 'az', target: 'us-east-1c', for: 1_200_000 };

test('between two moments a run is as it was after the first', () => {
  const run = recorded(threeZones, [outage]);
  const [dark] = run.clustersAt(60_001);
  expect(dark?.volume.worst.complete).toBe(4);
  expect(run.clustersAt(59_999)[0]?.volume.worst.complete).toBe(6);
  expect(run.clustersAt(60_000)).toEqual(run.timeline.moments.find(({ kind }) => kind === 'az-dark')?.clusters);
});

test('the grid of all segments is there for every instant', () => {
  const run = recorded(threeZones, [{ at: 60_000, fail: 'segment', target: 'pg-7/C' }]);
  expect(run.destroyedSegmentsAt(59_999)).toEqual([new Uint8Array(10)]);
  expect(run.destroyedSegmentsAt(60_000)[0]?.[7]).toBe(0b100);
  expect(run.destroyedSegmentsAt(70_000)).toEqual([new Uint8Array(10)]);
});

test('a fork has the past of its run, and a future of its own', () => {
  const run = recorded(threeZones, [outage]);
  const fork = forked(run, 90_000, [{ at: 90_000, crash: 'writer' }]);
  const until = (recording: RecordedRun) => recording.timeline.moments.filter(({ at }) => at < 90_000);
  expect(until(fork)).toEqual(until(run));
  expect(run.timeline.verdict.promoted).toBe('nobody');
  expect(fork.timeline.verdict.promoted).toBe('orders-b');
});

test('a fork can be forked, and looked at on both sides', () => {
  const crash = forked(recorded(twoRegions, [outage]), 90_000, [{ at: 100_000, crash: 'writer' }]);
  const fork = forked(crash, 130_000, [{ at: 140_000, switchover: 'region', target: 'eu-west-1' }]);
  expect(fork.clustersAt(95_000)).toEqual(crash.clustersAt(95_000));
  expect(fork.timeline.moments.at(-1)?.clusters.find(({ role }) => role === 'primary')?.region).toBe('eu-west-1');
});

test('a fork may name a segment that nobody named before', () => {
  const fork = forked(recorded(threeZones, [outage]), 90_000, [{ at: 95_000, fail: 'segment', target: 'pg-7/A' }]);
  expect(fork.timeline.verdict.writesUnavailableSeconds).toBe(10);
});

test('what a fork cannot play is a problem', () => {
  const run = recorded(threeZones, [outage]);
  expect(run.fork(90_000, [{ at: 95_000, crash: 'nobody' }])).toHaveProperty('problem');
  expect(run.fork(90_000, [{ at: 80_000, crash: 'writer' }])).toEqual({
    problem: 'An event of a fork cannot come before it; give a later instant.',
  });
});
