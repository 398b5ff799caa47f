import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { runScenario } from '../../simulation/run-scenarios.ts';
import { besideOrders, readBesideOrders } from '../../testing/scenario-texts.ts';
import { known } from '../node.ts';
import { readScenarioFile } from './scenario-file.ts';

const crash = `design: ./orders.aurora.yaml
scenarios:
  - name: crash the writer
    events: [{ at: 1m, crash: writer }]
    expect: { promoted: orders-b }
`;

const only = (text: string, design?: string) => {
  const [document, ...others] = readBesideOrders(text, design).documents;
  if (document === undefined || others.length > 0) throw new Error('This is not one document.');
  return document;
};

test('a scenario file is the design that it names, with its own scenarios', () => {
  const { design } = only(crash);
  expect(design.primary.instances.items.map(({ id }) => known(id))).toEqual(['orders-a', 'orders-b', 'orders-c']);
  expect(design.scenarios.items.map(({ name }) => known(name))).toEqual(['crash the writer']);
});

test('its places are those of its own text', () => {
  const { design, locator } = only(crash);
  const [scenario] = design.scenarios.items;
  const { start, end } = locator.rangeOf(scenario?.name.path ?? []);
  expect(crash.slice(start, end)).toBe('crash the writer');
  expect(locator.placeOf(design.primary.region.path)).toBeUndefined();
});

test('its scenarios run as they would in the blueprint', () => {
  const { design } = only(crash);
  const [scenario] = design.scenarios.items;
  const test = scenario && runScenario(design, scenario);
  expect(test && 'timeline' in test ? test.timeline.expectations : test).toMatchObject([
    { text: 'promoted orders-b', outcome: 'pass' },
  ]);
});

test('each of several documents names a design of its own', () => {
  const { documents } = readBesideOrders(`${crash}---\n${crash.replace('orders.aurora', 'shop.aurora')}`);
  expect(documents.map(({ beside }) => beside?.named && 'design' in beside.named)).toEqual([true, false]);
});

describe('without a design', () => {
  test.each([
    ['that it names', crash.replace('orders.aurora', 'shop.aurora')],
    ['in that file', crash],
    ['because it says none', crash.replace(/^design.*\n/, '')],
  ])('%s, nothing is known but the scenarios', (_, text) => {
    const { design } = only(text, '');
    expect(design.presence).toBe('unknown');
    expect(design.primary.region.presence).toBe('unknown');
    expect(design.scenarios.items).toHaveLength(1);
  });
});

test('what is read from edit to edit is what is read as a whole', () => {
  const before = readBesideOrders(crash);
  const edited = crash.replace('1m', '2m');
  const after = readScenarioFile(edited, besideOrders(), before);
  expect(after.findings).toEqual(readBesideOrders(edited).findings);
  expect(after.documents.map(({ design }) => JSON.stringify(design.scenarios))).toEqual(
    readBesideOrders(edited).documents.map(({ design }) => JSON.stringify(design.scenarios)),
  );
});

test('whatever the text, reading does not throw and every place lies inside it', () => {
  const pieces = fc.constantFrom(
    'design:',
    ' ./orders.aurora.yaml',
    'scenarios:',
    '\n',
    '  - ',
    'name: ',
    '{',
    ']',
    '&a',
    '*a',
    '---\n',
    '#x',
  );
  fc.assert(
    fc.property(fc.array(pieces), (parts) => {
      const text = parts.join('');
      const { findings, documents } = readBesideOrders(text);
      const places = documents.flatMap(({ locator }) => [...locator.places()].map(({ whole }) => whole));
      for (const { start, end } of [...places, ...findings.map(({ range }) => range)]) {
        expect(start).toBeGreaterThanOrEqual(0);
        expect(end).toBeLessThanOrEqual(Math.max(1, text.length));
      }
    }),
  );
});
