import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseAllDocuments } from 'yaml';
import { readBlueprint } from '../design/readers/blueprint.ts';
import { readTemplate } from '../design/readers/template.ts';
import { exampleBlueprints } from '../testing/examples.ts';
import { asJson, instance, template } from '../testing/template-texts.ts';
import { tear, tears } from '../testing/yaml-edits.ts';
import { LineIndex } from '../text/line-index.ts';
import { foldsOf } from './folding.ts';

const folds = (text: string) =>
  foldsOf(
    text,
    readBlueprint(text).documents.map(({ source }) => source.document.contents),
  );

/** The text with a sign before each line that can be folded, and the number of lines that it hides. */
function marked(text: string, found = folds(text)): string {
  const lines = text.split('\n').map((line, index) => {
    const signs = found.filter(({ startLine }) => startLine === index);
    return signs.map(({ kind = '', endLine }) => `▾${kind}${endLine - index} `).join('') + line;
  });
  return lines.join('\n');
}

test('structure, comments and regions of a blueprint', () => {
  expect(
    marked(`# one
# two

# three alone
# region network
primary:
  region: us-east-1
  # about
  # instances
  instances:
    - id: a
      class: b
    - { id: c }

  tags: {
    a: b
  }
# endregion
secondaries: []
masterUserPassword: |
  # no
  # comment
`),
  ).toBe(
    `▾comment1 # one
# two

# three alone
▾region13 # region network
▾10 primary:
  region: us-east-1
  ▾comment1 # about
  # instances
  ▾3 instances:
    ▾1 - id: a
      class: b
    - { id: c }

  ▾1 tags: {
    a: b
  }
# endregion
secondaries: []
▾2 masterUserPassword: |
  # no
  # comment
`.replace(/^( +)(▾\w+ )/gm, '$2$1'),
  );
});

test('a template in JSON: the closing bracket stays in sight', () => {
  const text = asJson(template('', { resources: instance('A') }));
  const contents = readTemplate(text)?.syntax.document.contents ?? null;
  const lines = text.split('\n').map((line) => line.trim());
  const found = foldsOf(text, [contents]).map(({ startLine, endLine }) => [lines[startLine], lines[endLine + 1]]);
  expect(found).toEqual([
    ['"Resources": {', '}'],
    ['"Cluster": {', '},'],
    ['"Properties": {', '}'],
    ['"A": {', '}'],
    ['"Properties": {', '}'],
    ['"DBClusterIdentifier": {', '},'],
  ]);
});

test('the rest of a broken text can still be folded', () => {
  expect(marked('primary:\n  region: us-east-1\n  port: [\nscenarios:\n  - name: x\n    seed: 1\n')).toContain(
    '▾2 primary:',
  );
});

test('folds of any text lie in it, one way round, each line begins one by structure', () => {
  const edited = fc
    .tuple(fc.constantFrom(...exampleBlueprints.map(([, text]) => text)), tears())
    .map(([text, edit]) => tear(text, edit));
  fc.assert(
    fc.property(edited, (text) => {
      const found = folds(text);
      const { lineCount } = new LineIndex(text);
      for (const { startLine, endLine } of found) {
        expect(0 <= startLine && startLine < endLine && endLine < lineCount).toBe(true);
      }
      const structure = found.filter(({ kind }) => kind === undefined).map(({ startLine }) => startLine);
      expect(new Set(structure).size).toBe(structure.length);
    }),
  );
});

test('a text of several documents', () => {
  const text = 'a:\n  b: 1\n---\nc:\n  d: 1\n';
  expect(
    marked(
      text,
      foldsOf(
        text,
        parseAllDocuments(text).map(({ contents }) => contents),
      ),
    ),
  ).toBe('▾1 a:\n  b: 1\n---\n▾1 c:\n  d: 1\n');
});
