import { expect, test } from 'vitest';
import { simulate } from './simulate.ts';
import { scenarioOf } from './testing/arbitrary.ts';
import { designOf, threeZones, timelineOf } from './testing/example.ts';

const design = designOf(`${threeZones}
scenarios:
  - name: lose an AZ, then one more storage node
    seed: 7
    duration: 30m
    events:
      - { at: 60s, fail: az, target: us-east-1c, for: 20m }
      - { at: 90s, fail: segment, target: pg-7/A }
      - { at: 2m, crash: writer }
    expect:
      writerRecovery: "< 60s"
      dataLoss: 0s
      promoted: orders-b
      never: [acked-commit-lost, two-writers-in-one-epoch]
`);
const scenario = 'lose an AZ, then one more storage node';

test('a scenario of the design is played with its seed', () => {
  const timeline = timelineOf(design, { scenario });
  expect(timeline).toMatchObject({
    scenario,
    seed: 7,
    version: 2,
    duration: 1_800_000,
    notSimulated: [],
    violations: [],
  });
  expect(timeline.traceHash).toMatch(/^[0-9a-f]{16}$/);
  expect(timeline.verdict).toEqual({
    writerRecoverySeconds: 13.376,
    writesUnavailableSeconds: 23.376,
    readsUnavailableSeconds: 5.526,
    dataLossSeconds: 0,
    regionRecoverySeconds: 0,
    regionDataLossSeconds: 0,
    promoted: 'orders-b',
    writeConflicts: 0,
    costUsd: null,
  });
  expect(timeline.summary).toMatchObject({
    headline: 'Writes were back 13.4 s after the crash.',
    detail: 'orders-b took over. No acknowledged commit was lost.',
  });
  expect(timeline.expectations.map(({ outcome }) => outcome)).toEqual(Array(5).fill('pass'));
});

test('another seed gives another trace, the same seed the same', () => {
  const hashOf = (seed: number) => timelineOf(design, { scenario }, seed).traceHash;
  expect(hashOf(8)).not.toBe(hashOf(7));
  expect(hashOf(8)).toBe(hashOf(8));
});

test('what happens to one instance does not depend on how many others there are', () => {
  const crash = scenarioOf([{ at: 60_000, crash: 'orders-a' }]);
  const more = designOf(`${threeZones}    - { id: orders-d, availabilityZone: us-east-1a, promotionTier: 15 }`);
  const recovery = timelineOf(design, { scenario: crash }).summary.recovery;
  expect(timelineOf(more, { scenario: crash }).summary.recovery).toEqual(recovery);
});

test('every figure of the model is listed with its basis', () => {
  const { assumptions } = timelineOf(design, { scenario });
  expect(assumptions.find(({ name }) => name === 'azDarkUntilQuorumChange')).toEqual({
    name: 'azDarkUntilQuorumChange',
    meaning: 'that an AZ is dark before a write needs 3 of 4 copies',
    value: '5 min',
    basis: 'assumed',
    source: 'Verbitski 2018, 4.1 describes the change, not when it comes',
  });
  expect(new Set(assumptions.map(({ basis }) => basis))).toEqual(new Set(['documented', 'measured', 'assumed']));
});

test.each([
  [{ scenario: 'lose an AZ, then one more storage nod' }, `did you mean ${scenario}?`],
  [{ scenario: 'quite another thing' }, `The design has no scenario quite another thing; it has ${scenario}.`],
  [{ fault: 'az:mars' }, 'The design has no fault az:mars to play.'],
])('%j is a problem, not an exception', (choice, sentence) => {
  expect(simulate(design, choice)).toEqual({ problem: expect.stringContaining(sentence) });
});

test('seeds and lengths out of range are problems', () => {
  const play = (part: object, seed?: number) => simulate(design, { scenario: { ...scenarioOf([]), ...part } }, seed);
  expect(play({}, Number.NaN)).toEqual({ problem: 'The seed is no whole number; give one such as 7.' });
  expect(play({ duration: 1e15 })).toEqual({ problem: 'The run is too long; give a duration of at most 365d.' });
  const events = Array(501).fill({ at: 0, crash: 'writer' });
  expect(play({ events })).toEqual({ problem: 'The scenario has 501 events; at most 500 can be played.' });
});
