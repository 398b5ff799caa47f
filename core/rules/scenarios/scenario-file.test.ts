import { describe, expect, test } from 'vitest';
import { mismatches, readFixture } from '../../testing/markers.ts';
import { orders, readBesideOrders } from '../../testing/scenario-texts.ts';
import { checkBlueprint } from '../check-blueprint.ts';
import { scenarioRules } from '../scenario-rules.ts';
import { designRules } from '../table.ts';
import { page } from './sim018-missing-design.ts';

const check = (text: string, design?: string) => checkBlueprint(readBesideOrders(text, design));

/** The text after the only fix of the only finding. */
function fixed(text: string, design?: string): string {
  const [finding, ...others] = check(text, design);
  const [fix, ...choices] = finding?.fixes ?? [];
  if (fix === undefined || others.length + choices.length > 0) throw new Error('There is no one fix.');
  return fix.edits
    .toSorted((a, b) => b.range.start - a.range.start)
    .reduce((done, { range, newText }) => done.slice(0, range.start) + newText + done.slice(range.end), text);
}

test('a file that names no blueprint is told which one it may mean', () => {
  const bad = readFixture(page.bad);
  expect(mismatches(bad, check(bad.text))).toEqual([]);
  expect(fixed(bad.text)).toBe(page.good);
  expect(check(page.good)).toEqual([]);
});

const file = (rest: string) => `design: ./orders.aurora.yaml\nscenarios:\n  - name: x\n${rest}`;

test.each([
  [
    'an instance that the design does not have',
    file(
      '    events: [{ at: 1m, crash: order-b }]\n#                             ^^^^^^^ SIM009 Did you mean orders-b?\n    expect: { dataLoss: 0s }\n',
    ),
  ],
  [
    'an AZ that it is not in',
    file(
      '    events: [{ at: 1m, fail: az, target: us-east-1d }]\n#                                        ^^^^^^^^^^ SIM009 us-east-1a\n    expect: { dataLoss: 0s }\n',
    ),
  ],
  [
    'an event after the end',
    file(
      '    duration: 10m\n    events: [{ at: 11m, crash: writer }]\n#                  ^^^ SIM010 The run ends after 10 min\n    expect: { dataLoss: 0s }\n',
    ),
  ],
  [
    'a scenario without expectations',
    'design: ./orders.aurora.yaml\nscenarios:\n  - name: x\n#         ^ SIM013\n    events: [{ at: 1m, crash: writer }]\n',
  ],
  [
    'an expectation that nothing can decide',
    file(
      '    events: [{ at: 1m, crash: writer }]\n    expect: { regionRecovery: "< 5m" }\n#                             ^^^^^^ SIM014 always 0\n',
    ),
  ],
  [
    'an event that has no duration',
    file(
      '    events: [{ at: 1m, crash: writer, for: 5m }]\n#                                     ^^^ SIM015\n    expect: { dataLoss: 0s }\n',
    ),
  ],
  [
    'a key that it does not have',
    'desing: ./orders.aurora.yaml\n^^^^^^ FMT002 desing is not a property of a scenario file. Did you mean design?\nscenarios: []\n',
  ],
  [
    'keys of a blueprint',
    'design: ./orders.aurora.yaml\nengine: aurora-mysql\n^^^^^^ FMT002 engine is not a property of a scenario file.\nscenarios: []\n',
  ],
  [
    'the design inside of a scenario',
    file(
      '    design: ./orders.aurora.yaml\n#   ^^^^^^ FMT002 It belongs to the scenario file itself.\n    events: []\n    expect: { dataLoss: 0s }\n',
    ),
  ],
  ['no design', 'scenarios: []\n^^^^^^^^^^^^^ FMT004 A scenario file needs design\n'],
  ['text', 'crash the writer\n^^^^^^^^^^^^^^^^ FMT005 it begins with "design: ./orders.aurora.yaml"\n'],
])('what is wrong stands in the scenario file: %s', (_, marked) => {
  const fixture = readFixture(marked);
  expect(mismatches(fixture, check(fixture.text))).toEqual([]);
});

test('what a missing design could be is asked once, and its targets are not guessed', () => {
  const text = file('    events: [{ at: 1m, fail: az, target: mars }]\n    expect: { dataLoss: 0s }\n');
  expect(check(text.replace('orders.aurora', 'shop.aurora')).map(({ rule }) => rule)).toEqual(['SIM018']);
  expect(check(text.replace(/^design.*\n/, '')).map(({ rule }) => rule)).toEqual(['FMT004']);
});

test('a missing design is written on top', () => {
  const text = 'scenarios:\n  - name: x\n    events: []\n    expect: { dataLoss: 0s }\n';
  expect(fixed(text)).toBe(`design: ./orders.aurora.yaml\n${text}`);
});

test('in a design that is half typed, what is not seen may be hidden', () => {
  const text = file('    events: [{ at: 1m, crash: orders-d }]\n    expect: { dataLoss: 0s }\n');
  const found = check(text, `${orders}  - {\n`);
  expect(found.map(({ rule, severity }) => `${rule} ${severity}`)).toEqual(['SIM018 warning']);
});

test('what is wrong with the design itself is said there', () => {
  const text = file('    events: [{ at: 1m, crash: writer }]\n    expect: { dataLoss: 0s }\n');
  expect(check(text, orders.replace('us-east-1c', 'eu-west-1c'))).toEqual([]);
});

test('a comment sets a finding aside', () => {
  const text = file('    events: []\n').replace('name: x', 'name: x # aurora-ignore SIM013: to be looked at');
  expect(check(text)).toEqual([]);
});

describe('the rules over scenarios', () => {
  test.each(scenarioRules.map((rule) => [rule.id, rule] as const))('%s is one over designs', (_, rule) => {
    expect(designRules).toContain(rule);
  });
});
