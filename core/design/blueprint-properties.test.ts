import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkBlueprint } from '../rules/check-blueprint.ts';
import { blueprintForms } from '../testing/blueprint-forms.ts';
import { knownValues, type Leaf, leavesOf } from '../testing/design-leaves.ts';
import { exampleBlueprints } from '../testing/examples.ts';
import { tear, tears, yamlSoup } from '../testing/yaml-edits.ts';
import { applyEdits, type Range } from '../text/range.ts';
import { blueprintShape } from './format/blueprint.ts';
import { exampleValue } from './format/example-value.ts';
import { shapeAt } from './format/shape-at.ts';
import { formatPath, isInside } from './path.ts';
import { type BlueprintDocument, readBlueprint } from './readers/blueprint.ts';
import { writeBlueprint } from './writers/blueprint.ts';

const examples = exampleBlueprints.map(([, text]) => text);

const isInText = ({ start, end }: Range, text: string) => 0 <= start && start <= end && end <= text.length;

/** Reading and checking a text ends, and every range it gives lies in the text. */
function expectSound(text: string): void {
  const blueprint = readBlueprint(text);
  for (const { rule, message, range, fixes } of checkBlueprint(blueprint)) {
    expect(rule, message).not.toBe('AUR000');
    expect(message).not.toBe('');
    expect(isInText(range, text), message).toBe(true);
    for (const { edits } of fixes) {
      expect(
        edits.every((edit) => isInText(edit.range, text)),
        message,
      ).toBe(true);
      applyEdits(text, edits);
    }
  }
  for (const { locator } of blueprint.documents) {
    for (const { path, key, value, whole } of locator.places()) {
      const ranges = [value, whole, ...(key === undefined ? [] : [key])];
      expect(
        ranges.every((range) => isInText(range, text)),
        formatPath(path),
      ).toBe(true);
    }
  }
}

describe('reading never throws and stays inside the text', () => {
  test('on every prefix of the examples', () => {
    for (const text of examples) {
      for (let length = 0; length <= text.length; length++) expectSound(text.slice(0, length));
    }
  }, 120_000);

  test('on anything', () => {
    fc.assert(fc.property(fc.oneof(yamlSoup, fc.string({ unit: 'binary' })), expectSound));
  });

  test('on the examples with something torn out and something put in', () => {
    const edited = fc
      .tuple(fc.constantFrom(...examples), fc.constantFrom(...blueprintForms), tears())
      .map(([text, [, form], edit]) => tear(form(text), edit));
    fc.assert(fc.property(edited, expectSound));
  });
});

const document = fc
  .tuple(fc.constantFrom(...examples), fc.constantFrom(...blueprintForms))
  .map(([text, [, form]]) => form(text))
  .map((text) => ({ text, document: readBlueprint(text).documents[0] as BlueprintDocument }));

/** A value that can stand where a leaf stands, as an edit writes it and as it reads again. */
function otherValue({ path }: Leaf, random: number): { written: string | number | boolean; read: unknown } | undefined {
  const shape = shapeAt(blueprintShape, path);
  if (shape?.kind !== 'scalar') return undefined;
  const { choices } = shape;
  const candidates = [
    choices?.[random % Math.max(choices.length, 1)],
    random,
    random % 2 === 0,
    `value ${random}: "it's" #${random}`,
    `${random}s`,
    `${random} GiB`,
    exampleValue(shape),
  ];
  for (const written of candidates) {
    if (written === undefined || typeof written === 'object') continue;
    const read = shape.parse({ value: written, text: `${written}` });
    if (read !== undefined) return { written, read } as { written: string | number | boolean; read: unknown };
  }
  return undefined;
}

describe('writing', () => {
  test('sets one value, written or not, and leaves all others', () => {
    fc.assert(
      fc.property(document, fc.nat(), fc.nat(1000), ({ text, document: { design, ...rest } }, pick, random) => {
        const leaves = leavesOf(design);
        const leaf = leaves[pick % leaves.length] as Leaf;
        const value = otherValue(leaf, random);
        fc.pre(value !== undefined);
        const edits = writeBlueprint(text, { design, ...rest }, [
          { kind: 'set', path: leaf.path, value: value.written },
        ]);
        fc.pre(edits !== undefined);
        const after = knownValues(readBlueprint(applyEdits(text, edits)).documents[0]?.design ?? {});
        const expected = new Map(knownValues(design)).set(formatPath(leaf.path), value.read);
        expect(Object.fromEntries(after)).toEqual(Object.fromEntries(expected));
      }),
      { numRuns: 300 },
    );
  });

  test('removes one key with all in it, and leaves all others', () => {
    fc.assert(
      fc.property(document, fc.nat(), ({ text, document }, pick) => {
        const keys = [...document.locator.places()].filter(({ path }) => typeof path.at(-1) === 'string');
        const { path } = keys[pick % keys.length] ?? { path: [] };
        const edits = writeBlueprint(text, document, [{ kind: 'remove', path }]);
        fc.pre(edits !== undefined);
        const after = knownValues(readBlueprint(applyEdits(text, edits)).documents[0]?.design ?? {});
        const left = leavesOf(document.design).filter(
          (leaf) => leaf.presence === 'known' && !isInside(leaf.path, path),
        );
        expect([...after.keys()].sort()).toEqual(left.map((leaf) => formatPath(leaf.path)).sort());
      }),
    );
  });

  test('inserts one item behind the others', () => {
    const lists = ['primary.instances', 'primary.endpoints', 'secondaries', 'primary.snapshots'];
    fc.assert(
      fc.property(document, fc.constantFrom(...lists), ({ text, document }, list) => {
        const path = list.split('.');
        const edits = writeBlueprint(text, document, [{ kind: 'insert', path, value: { id: 'new-one', region: 'r' } }]);
        const after = readBlueprint(applyEdits(text, edits ?? [])).documents[0]?.design;
        const [before, now] = [knownValues(document.design), knownValues(after ?? {})];
        const added = [...now].filter(([place]) => !before.has(place));
        expect([...before].filter(([place, value]) => now.get(place) !== value)).toEqual([]);
        expect(added.length).toBe(1);
        expect(added[0]?.[0].startsWith(`${list}[`)).toBe(true);
      }),
    );
  });
});
