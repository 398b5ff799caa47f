import { expect, test } from 'vitest';
import { readBlueprint } from '../design/readers/blueprint.ts';
import { exampleBlueprints } from '../testing/examples.ts';
import { type BlueprintSymbol, blueprintSymbols } from './blueprint-symbols.ts';

/** A tree as indented lines. */
const outline = (symbols: readonly BlueprintSymbol[], indent = ''): string =>
  symbols
    .map(
      ({ name, kind, detail, children }) =>
        `${indent}${kind} ${name} ${detail}`.trimEnd() + outlineOf(children, indent),
    )
    .join('\n');
const outlineOf = (children: readonly BlueprintSymbol[], indent: string) =>
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
group primary
  value region us-east-1
  list availabilityZones
    value us-east-1a
  list instances
    group orders-a
      value id orders-a
    group class: db.r7g.large
      value class db.r7g.large
  group tags
    value Team data
list secondaries
  group eu-west-1
    value region eu-west-1
value name other`);
});

test('children lie inside their parents, selections inside their ranges', () => {
  const expectNested = ({ range, selectionRange, children }: BlueprintSymbol): void => {
    for (const inner of [selectionRange, ...children.map((child) => child.range)]) {
      expect(range.start <= inner.start && inner.end <= range.end).toBe(true);
    }
    children.forEach(expectNested);
  };
  for (const [, text] of exampleBlueprints) blueprintSymbols(readBlueprint(text)).forEach(expectNested);
});

test('no text, no symbols', () => expect(blueprintSymbols(readBlueprint(''))).toEqual([]));
