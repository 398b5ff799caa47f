import { expect, test } from 'vitest';
import { judgedInvariants } from '../engine/invariants.ts';
import { alone, played, threeZones } from '../testing/example.ts';

/** The outcomes of what is expected of a run. */
function outcomes(clusters: string, events: string, expected: string) {
  const { expectations } = played(clusters, events, `, expect: {${expected}}`);
  return expectations.map(({ text, outcome, detail }) => [text, outcome, detail]);
}

test('what is expected of a crash is judged by what came of it', () => {
  const expected =
    'writerRecovery: "< 60s", dataLoss: 0s, promoted: orders-b, never: [acked-commit-lost, two-writers-in-one-epoch]';
  expect(outcomes(threeZones, '{ at: 1m, crash: writer }', expected)).toEqual([
    ['writerRecovery < 60s', 'pass', '13.4 s.'],
    ['dataLoss 0s', 'pass', '0 s.'],
    ['promoted orders-b', 'pass', 'orders-b was promoted last.'],
    ['never acked-commit-lost', 'pass', 'It never happened.'],
    ['never two-writers-in-one-epoch', 'pass', 'It never happened.'],
  ]);
});

test('what never came back fails every comparison', () => {
  const expected = 'writerRecovery: "> 1s", writesUnavailable: "< 5m", promoted: orders-b';
  expect(outcomes(alone, '{ at: 1m, fail: az, target: us-east-1a }', expected)).toEqual([
    ['writerRecovery > 1s', 'fail', 'Never within the run.'],
    ['writesUnavailable < 5m', 'fail', '29 min.'],
    ['promoted orders-b', 'fail', 'Nobody was promoted.'],
  ]);
});

test('an invariant that broke fails, with the instant', () => {
  const events = [...'ABCDEF'].map((letter) => `{ at: 10s, fail: segment, target: pg-0/${letter} }`).join(', ');
  expect(outcomes(threeZones, events, 'never: [acked-commit-lost]')).toEqual([
    ['never acked-commit-lost', 'fail', 'At 10 s: no copy of pg-0 holds 10 s of commits.'],
  ]);
});

test('what cannot be judged is inconclusive, and says why', () => {
  const expected =
    'costUsd: "< 10", writesUnavailable: soon, never: [sun-rises], at: [{ at: soon }, { at: 2h, writes: up }]';
  expect(outcomes(threeZones, '{ at: 1m, crash: writer }', expected)).toEqual([
    ['writesUnavailable soon', 'inconclusive', 'soon cannot be read; write it as < 60s.'],
    [
      'costUsd < 10',
      'inconclusive',
      'No sourced price of db.r7g.2xlarge an hour is known; set db.r7g.2xlarge under prices.',
    ],
    ['never sun-rises', 'inconclusive', `sun-rises is not checked; checked are ${judgedInvariants.join(', ')}.`],
    ['at ?', 'inconclusive', 'The instant cannot be read; write it as 95s.'],
    ['at 2h: writes up', 'inconclusive', 'The run ends after 30 min.'],
  ]);
});

test('while an event is not played, nothing is judged', () => {
  const events = '{ at: 1m, crash: writer }, { at: 2h, crash: writer }';
  expect(outcomes(threeZones, events, 'dataLoss: 0s')).toEqual([
    ['dataLoss 0s', 'inconclusive', 'crash: writer at 2 h is not played: it comes after the end of the run at 30 min.'],
  ]);
});
