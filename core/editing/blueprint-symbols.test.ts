import { expect, test } from 'vitest';
import { readBlueprint } from '../design/readers/blueprint.ts';
import { exampleBlueprints } from '../testing/examples.ts';
import { blueprintSymbols } from './blueprint-symbols.ts';
import type { OutlineSymbol } from './outline-symbol.ts';

/** A tree as indented lines. */
const outline = (symbols: readonly OutlineSymbol[], indent = ''): string =>
  symbols
    .map(
      ({ name, kind, detail, children }) =>
        `${indent}${kind} ${name} ${detail}`.trimEnd() + outlineOf(children, indent),
    )
    .join('\n');
const outlineOf = (children: readonly OutlineSymbol[], indent: string) =>
  children.length === 0 ? '' : `\n${outline(children, `${indent}  `)}`;

test('groups, lists and values; items by what identifies them', () => {
  const text = `x-small: &small { class: db.r7g.large }
name: "orders"
primary:
  region: us-east-1
  availabilityZones: [us-east-1a]
  instances:
    - { <<: *small, id: orders-a }
    - class: db.r7g.large
  tags: { Team: data }
secondaries:
  - region: eu-west-1
---
name: other
`;
  expect(outline(blueprintSymbols(readBlueprint(text)))).toBe(`value name orders
group primary us-east-1
  value region us-east-1
  list availabilityZones
    value us-east-1a
  list instances
    group orders-a db.r7g.large writer
      value id orders-a
    group 2 db.r7g.large reader
      value class db.r7g.large
  group tags
    value Team data
list secondaries
  group eu-west-1
    value region eu-west-1
value name other`);
});

test('endpoints, scenarios and events say what they are', () => {
  const text = `primary:
  clusterIdentifier: orders-use1
  region: us-east-1
  endpoints: [{ id: reports, type: READER }, { id: batch }]
machineLearning: [{ service: SageMaker, endpoints: [{ name: fraud }] }]
scenarios:
  - name: lose an AZ
    events:
      - { at: 60s, fail: az, target: us-east-1c }
      - { at: 90s, load: { connections: 5 } }
  - { name: crash, events: [{ at: 1s, crash: writer }] }
`;
  const lines = outline(blueprintSymbols(readBlueprint(text)))
    .split('\n')
    .map((line) => line.trim());
  expect(lines.filter((line) => line.startsWith('group'))).toEqual([
    'group primary orders-use1 us-east-1',
    'group reports READER',
    'group batch ANY',
    'group SageMaker',
    'group fraud SageMaker endpoint',
    'group lose an AZ 2 events',
    'group 60s fail az us-east-1c',
    'group 90s',
    'group load',
    'group crash 1 event',
    'group 1s crash writer',
  ]);
});

test('children lie inside their parents, selections inside their ranges', () => {
  const expectNested = ({ range, selectionRange, children }: OutlineSymbol): void => {
    for (const inner of [selectionRange, ...children.map((child) => child.range)]) {
      expect(range.start <= inner.start && inner.end <= range.end).toBe(true);
    }
    children.forEach(expectNested);
  };
  for (const [, text] of exampleBlueprints) blueprintSymbols(readBlueprint(text)).forEach(expectNested);
});

test('no text, no symbols', () => expect(blueprintSymbols(readBlueprint(''))).toEqual([]));
