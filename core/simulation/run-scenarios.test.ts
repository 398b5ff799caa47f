import { expect, test } from 'vitest';
import type { Design } from '../design/design.ts';
import { outcomesOf, passes, runScenario, type TestOptions } from './run-scenarios.ts';
import { isProblem } from './scenario.ts';
import { designOf, threeZones } from './testing/example.ts';

const destroyed = [...'ABCDEF'].map((letter) => `{ at: 10s, fail: segment, target: pg-0/${letter} }`).join(', ');

/** Runs the only scenario of a design, given without its name. */
function run(scenario: string, options?: TestOptions) {
  const design: Design = designOf(`${threeZones}\nscenarios: [{ ${scenario} }]`);
  const [only] = design.scenarios.items;
  if (only === undefined) throw new Error('there is no scenario');
  return runScenario(design, only, options);
}

test('a scenario passes when everything that it expects holds', () => {
  const crash = 'name: crash, events: [{ at: 1m, crash: writer }]';
  expect(passes(run(`${crash}, expect: { promoted: orders-b }`))).toBe(true);
  expect(passes(run(`${crash}, expect: { promoted: orders-c, dataLoss: 0s }`))).toBe(false);
  expect(passes(run(`${crash}, expect: { never: [sun-rises] }`))).toBe(false);
});

test('an invariant that breaks fails a scenario that does not speak of it', () => {
  const outcomes = (scenario: string) => {
    const played = run(scenario);
    return isProblem(played) ? [] : outcomesOf(played);
  };
  const lost = outcomes(`name: lost, events: [${destroyed}], expect: { writerRecovery: 0s }`);
  expect(lost.map(({ text, outcome }) => [text, outcome])).toEqual([
    ['writerRecovery 0s', 'pass'],
    ['never acked-commit-lost', 'fail'],
  ]);
  expect(outcomes(`name: lost, events: [${destroyed}], expect: { never: [acked-commit-lost] }`)).toHaveLength(1);
  const accepted = outcomes(`name: lost, events: [${destroyed}], expect: { dataLoss: "< 1h" }`);
  expect(accepted.map(({ text, outcome }) => [text, outcome])).toEqual([['dataLoss < 1h', 'pass']]);
  expect(outcomes(`name: lost, events: [${destroyed}], expect: { regionDataLoss: 0s }`)).toHaveLength(1);
});

test('many seeds are judged by the share of the runs', () => {
  const scenario = 'name: crash, events: [{ at: 1m, crash: writer }], expect: { promoted: orders-b }';
  expect(passes(run(scenario, { seeds: { runs: 10, share: 0.9 } }))).toBe(false);
  expect(passes(run(scenario, { seeds: { runs: 36, share: 0.9 } }))).toBe(true);
});

test('what cannot be played says why, and goes by its place when it has no name', () => {
  const problem = run('events: [{ at: 1m }]');
  expect(problem).toMatchObject({
    name: 'scenarios[0]',
    problem: expect.stringContaining('scenarios[0].events[0] says nothing that can happen'),
  });
  expect(passes(problem)).toBe(false);
});
