import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readBlueprint } from '../design/readers/blueprint.ts';
import { readTemplate } from '../design/readers/template.ts';
import { exampleBlueprints } from '../testing/examples.ts';
import { readFixture } from '../testing/markers.ts';
import { template } from '../testing/template-texts.ts';
import { tear, tears } from '../testing/yaml-edits.ts';
import { selectionsAt } from './selection.ts';

const contentsOf = (text: string) => readBlueprint(text).documents.map(({ source }) => source.document.contents);

/** What is selected at `$0`, step by step. */
function selected(marked: string): readonly string[] {
  const { text, cursor = 0 } = readFixture(marked);
  return selectionsAt(text, contentsOf(text), cursor).map(({ start, end }) => text.slice(start, end));
}

test('a value, its entry, the mapping, the list and so on', () => {
  expect(selected('primary:\n  instances:\n    - { id: "a$0", class: b }\n    - { id: c }\n\nname: x\n')).toEqual([
    'a',
    '"a"',
    'id: "a"',
    '{ id: "a", class: b }',
    '- { id: "a", class: b }\n    - { id: c }',
    'instances:\n    - { id: "a", class: b }\n    - { id: c }',
    'primary:\n  instances:\n    - { id: "a", class: b }\n    - { id: c }',
    'primary:\n  instances:\n    - { id: "a", class: b }\n    - { id: c }\n\nname: x',
    'primary:\n  instances:\n    - { id: "a", class: b }\n    - { id: c }\n\nname: x\n',
  ]);
});

test('a key, its entry', () => {
  expect(selected('primary:\n  po$0rt: 3306\n').slice(0, 2)).toEqual(['port', 'port: 3306']);
});

test('a comment: what it stands in', () => {
  expect(selected('name: x\n# abo$0ut\n')).toEqual(['name: x\n# about\n']);
});

test('a template', () => {
  const text = template('      Port: !If [A, 33, 44]\n');
  const contents = readTemplate(text)?.syntax.document.contents ?? null;
  const found = selectionsAt(text, [contents], text.indexOf('33'));
  expect(found.slice(0, 3).map(({ start, end }) => text.slice(start, end))).toEqual([
    '33',
    '[A, 33, 44]',
    'Port: !If [A, 33, 44]',
  ]);
});

test('whatever the text, each selection holds the one before it and the cursor, and the last is all', () => {
  const edited = fc
    .tuple(fc.constantFrom(...exampleBlueprints.map(([, text]) => text)), tears(), fc.nat())
    .map(([text, edit, at]) => {
      const torn = tear(text, edit);
      return [torn, at % (torn.length + 1)] as const;
    });
  fc.assert(
    fc.property(edited, ([text, offset]) => {
      const found = selectionsAt(text, contentsOf(text), offset);
      expect(found.at(-1)).toEqual({ start: 0, end: text.length });
      for (const [index, { start, end }] of found.entries()) {
        expect(start <= offset && offset <= end).toBe(true);
        const outer = found[index + 1];
        if (outer !== undefined)
          expect(outer.start <= start && end <= outer.end && end - start < outer.end - outer.start).toBe(true);
      }
    }),
  );
});
