import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isAlias, isMap, isScalar, isSeq, parseAllDocuments } from 'yaml';
import { blueprintForms } from '../../../testing/blueprint-forms.ts';
import { exampleBlueprints } from '../../../testing/examples.ts';
import { tear, tears, yamlSoup } from '../../../testing/yaml-edits.ts';
import { blocksOf } from './blocks.ts';
import { linesOf, noLines } from './lines.ts';
import { noBlocks, type ParsedBlocks, parseDocuments, type YamlDocument } from './parse-documents.ts';

const options = { logLevel: 'silent', prettyErrors: false, uniqueKeys: false, merge: false } as const;

/** All that readers and writers look at in a node. */
function plain(node: unknown): unknown {
  if (isAlias(node)) return { alias: node.source, range: placeOf(node.range) };
  if (isScalar(node)) {
    const { value, source, type, tag, anchor } = node;
    return { value, source, type, tag, anchor, range: placeOf(node.range) };
  }
  if (!isMap(node) && !isSeq(node)) return node;
  const { tag, anchor, flow } = node;
  const items = isSeq(node) ? node.items.map(plain) : node.items.map(({ key, value }) => [plain(key), plain(value)]);
  return { tag, anchor, flow: flow === true, range: placeOf(node.range), items };
}

const placeOf = (range: readonly number[] | null | undefined) => range?.slice(0, 2);

const plainDocument = ({ contents, errors, warnings, range }: YamlDocument) => ({
  contents: plain(contents),
  problems: [...errors, ...warnings]
    .filter(({ name, code }) => name === 'YAMLParseError' || code !== 'BAD_INDENT')
    .map(({ code, message, pos }) => ({ code, message, pos })),
  end: range[2],
});

const whole = (text: string) => {
  const documents = parseAllDocuments(text, options);
  return (Array.isArray(documents) ? documents : []).map(plainDocument);
};

function expectAsWhole(text: string, known: ParsedBlocks = noBlocks): ParsedBlocks {
  const parsed = parseDocuments(text, options, known);
  expect(parsed.documents.map(plainDocument)).toEqual(whole(text));
  return parsed.blocks;
}

/** Long enough that the entries of `scenarios` and of `primary` are blocks of their own. */
const long = `${exampleBlueprints[0]?.[1] ?? ''}x-more:
  # Above the first.
  first: |
    text

  second: >-
   folded
    # no comment

  third:
  - { a: 1 }
  -

  # Between.
  fourth: [a,
    b]
${Array.from({ length: 30 }, (_, index) => `  entry-${index}: # behind\n    name: "${index}"\n    plain: a b\n     c\n\n`).join('')}
x-list:
${Array.from({ length: 30 }, (_, index) => `- name: ${index}\n  events:\n    - at: 60s\n# less\n    - at: 90s\n`).join('')}`;

const texts = [...exampleBlueprints.map(([, text]) => text), ...Array.from({ length: 10 }, () => long)];

test('a long text falls into its entries, and the entries of long ones', () => {
  const blocks = blocksOf(linesOf(long, noLines, { start: 0, end: 0 }));
  expect(blocks.filter(({ entries }) => entries().length > 0).map(({ start }) => long.slice(start, start + 6))).toEqual(
    ['x-more', 'x-list'],
  );
  expect(blocks.at(-1)?.entries()).toHaveLength(30);
});

test('what was not touched is not parsed again', () => {
  const before = parseDocuments(long, options, noBlocks);
  const after = parseDocuments(long.replace('entry-29', 'entry-twenty-nine'), options, before.blocks);
  const [known, read] = [before, after].map(({ documents }) => {
    const contents = documents[0]?.contents;
    return isMap(contents) ? contents : undefined;
  });
  expect(read?.items[0]).toBe(known?.items[0]);
  expect(known?.getIn(['x-more', 'entry-3'], true)).toBeDefined();
  expect(read?.getIn(['x-more', 'entry-3'], true)).toBe(known?.getIn(['x-more', 'entry-3'], true));
});

test.each([
  ['a key that is being typed', 'entry-3:', 'entry-2b\n  entry-3:'],
  ['a key on top', 'x-list:', 'x-mo\nx-list:'],
  ['a quote that is not closed', 'name: "3"', 'name: "3'],
  ['a letter behind all others', /$/, 'x'],
])('%s leaves alone what was not touched', (_, from, to) => {
  const before = parseDocuments(long, options, noBlocks);
  const after = parseDocuments(long.replace(from, to), options, before.blocks);
  expect(after.documents[0]?.errors).not.toEqual([]);
  const [known, read] = [before, after].map(({ documents }) => documents[0]?.contents);
  const entry = ['x-more', 'entry-1'];
  expect(isMap(read) && read.getIn(entry, true)).toBe(isMap(known) && known.getIn(entry, true));
  expect(plainDocument(after.documents[0] ?? expect.fail('nothing is read'))).toEqual(whole(long.replace(from, to))[0]);
});

describe('the documents are those of the whole text', () => {
  test('on every prefix', () => {
    let known: ParsedBlocks | undefined;
    for (let length = 0; length <= long.length; length += 7) known = expectAsWhole(long.slice(0, length), known);
  });

  test('on anything', () => {
    fc.assert(
      fc.property(yamlSoup, (text) => void expectAsWhole(text)),
      { numRuns: 1000 },
    );
  });

  test('while somebody edits', () => {
    const start = fc
      .tuple(fc.constantFrom(...texts), fc.constantFrom(...blueprintForms))
      .map(([text, [, form]]) => form(text));
    const words = fc.constantFrom(
      '',
      ' ',
      '\n',
      '  ',
      '# c',
      'a: 1\n',
      '\n  b: 2\n',
      '- c\n',
      '\n\n# d\n',
      'x',
      '"',
      '\n  pref',
      '\n    x',
      '\nobj',
      "'",
      '[',
      '{ a: 1, ',
      '\nx\n',
      '\n  x\n',
      '\n  b: [c',
      '\n  - { d: "e',
      ']',
    );
    fc.assert(
      fc.property(start, fc.array(tears(fc.oneof(words, yamlSoup)), { maxLength: 6 }), (text, edits) => {
        let current = text;
        let known = expectAsWhole(current);
        for (const edit of edits) {
          current = tear(current, { ...edit, length: edit.length % 4 });
          known = expectAsWhole(current, known);
        }
      }),
      { numRuns: 100 },
    );
  });
});
