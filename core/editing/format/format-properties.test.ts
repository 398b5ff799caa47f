import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isAlias, isMap, isScalar, isSeq, parseAllDocuments, parseDocument } from 'yaml';
import { readBlueprint } from '../../design/readers/blueprint.ts';
import { readTemplate } from '../../design/readers/template.ts';
import { newBlueprint } from '../../design/writers/new-blueprint.ts';
import { checkBlueprint } from '../../rules/check-blueprint.ts';
import { checkTemplate } from '../../rules/check-template.ts';
import { designRulePages } from '../../rules/design-rule-pages.ts';
import { templateRulePages } from '../../rules/template-rule-pages.ts';
import { anyContent } from '../../testing/arbitrary-content.ts';
import { blueprintForms } from '../../testing/blueprint-forms.ts';
import { knownValues } from '../../testing/design-leaves.ts';
import { exampleBlueprints } from '../../testing/examples.ts';
import { readFixture } from '../../testing/markers.ts';
import { templateForms } from '../../testing/template-forms.ts';
import { type Tear, tear, tears, yamlSoup } from '../../testing/yaml-edits.ts';
import { applyEdits } from '../../text/range.ts';
import { formatYaml } from './format-yaml.ts';

const tabSizes = fc.constantFrom(2, 4, 3, 1);

function formatted(text: string, tabSize: number): string {
  return applyEdits(text, formatYaml(text, { tabSize }));
}

/** What a node says and how: all but where it stands. */
function plain(node: unknown): unknown {
  if (isAlias(node)) return { alias: node.source };
  if (isScalar(node)) {
    const { value, type, tag, anchor } = node;
    return { value, type, tag, anchor };
  }
  if (!isMap(node) && !isSeq(node)) return node;
  const { tag, anchor, flow } = node;
  const items = isSeq(node) ? node.items.map(plain) : node.items.map(({ key, value }) => [plain(key), plain(value)]);
  return { tag, anchor, flow: flow === true, items };
}

/** What the YAML library understands of a text, and what it does not. */
function meaning(text: string): unknown {
  const documents = parseAllDocuments(text, { logLevel: 'silent', prettyErrors: false, uniqueKeys: false });
  if (!Array.isArray(documents)) return [];
  return documents.map(({ contents, errors }) => ({
    contents: plain(contents),
    errors: errors.map(({ code, message }) => ({ code, message })),
  }));
}

const withoutBlanks = (text: string) => text.replace(/[ \t\r\n]/g, '');

/** All that is not blank stays, in its order, comments among it; it means the same; a second time changes nothing. */
function expectSound(text: string, tabSize: number): string {
  const even = formatted(text, tabSize);
  expect(withoutBlanks(even)).toBe(withoutBlanks(text));
  expect(meaning(even), even).toEqual(meaning(text));
  expect(formatYaml(even, { tabSize }), even).toEqual([]);
  return even;
}

function said(text: string): readonly string[] {
  const template = readTemplate(text);
  const findings = template === undefined ? checkBlueprint(readBlueprint(text)) : checkTemplate(template);
  return findings.map(({ rule, severity, path, message }) => `${severity} ${rule} ${path} ${message}`);
}

function expectSameDesigns(text: string, tabSize: number): void {
  const even = expectSound(text, tabSize);
  const values = (source: string) => readBlueprint(source).documents.map(({ design }) => knownValues(design));
  expect(values(even)).toEqual(values(text));
  expect(said(even)).toEqual(said(text));
}

const textsOf = (pages: typeof designRulePages) =>
  Object.values(pages).flatMap(({ bad, good }) => [bad, good].map((text) => readFixture(text).text));

const blueprints = [...exampleBlueprints.map(([, text]) => text), ...textsOf(designRulePages)];
const templates = textsOf(templateRulePages).filter((text) => readTemplate(text) !== undefined);

/** Forms that say the same with blanks in other places. */
const uneven: readonly (readonly [string, (text: string) => string])[] = [
  ['far in', (text) => parseDocument(text).toString({ indent: 7, indentSeq: false, lineWidth: 0 })],
  ['with narrow braces', (text) => parseDocument(text).toString({ flowCollectionPadding: false, lineWidth: 0 })],
  ['with wide lines', (text) => text.replace(/^( *\w+): {1,2}(?=\S)/gm, '$1:    ').replace(/- (?=\{)/g, '-  ')],
  ['with blanks at the ends of lines', (text) => text.replace(/\n/g, ' \n')],
  ['with lines between', (text) => text.replace(/\n(?=\w)/g, '\n\n\n')],
];

test('blueprints say the same in every form', () => {
  const texts = fc.tuple(fc.constantFrom(...blueprints), fc.constantFrom(...blueprintForms, ...uneven));
  fc.assert(
    fc.property(texts, tabSizes, ([text, [, form]], tabSize) => expectSameDesigns(form(text), tabSize)),
    { numRuns: 200 },
  );
});

test('templates say the same in every form', () => {
  const texts = fc.tuple(fc.constantFrom(...templates), fc.constantFrom(...templateForms, ...uneven));
  fc.assert(
    fc.property(texts, tabSizes, ([text, [, form]], tabSize) => {
      const source = form(text);
      expect(said(expectSound(source, tabSize))).toEqual(said(source));
    }),
  );
});

test.each(uneven)('examples %s become what they were', (_, form) => {
  const lines = (text: string) => text.replace(/\n+/g, '\n');
  for (const [, text] of exampleBlueprints) expect(lines(formatted(form(text), 2))).toBe(lines(text));
});

test('whatever a design says, it says it afterwards', () => {
  fc.assert(
    fc.property(anyContent, fc.constantFrom(...blueprintForms, ...uneven), tabSizes, (content, [, form], tabSize) => {
      expectSameDesigns(form(newBlueprint(content)), tabSize);
    }),
    { numRuns: 50 },
  );
});

/** Much of what YAML has, none of it even. */
const rich = `primary:
    # one
    a: |
       text
         more

       x
    b: >+2
        folded


    c: [a, b,   # two
      { d: e,
        f: g }
    ]
    list:
    - x: "a
       b"   # three
      y: plain
        more
    # four
    - &a !!map {k: 1}
    -  - n
       -   m: 1
           o: *a
`;

function torn(text: string, edits: readonly Tear[], longest: number): string {
  return edits.reduce((current, edit) => tear(current, { ...edit, length: edit.length % longest }), text);
}

test('blanks, line breaks and comments put in anywhere', () => {
  const blanks = fc.constantFrom(' ', '  ', '\n', '\n\n', '\n  ', '   ', ' # c\n', '\n # d\n');
  fc.assert(
    fc.property(fc.array(tears(blanks), { maxLength: 8 }), tabSizes, (edits, tabSize) => {
      expectSound(torn(rich, edits, 1), tabSize);
    }),
    { numRuns: 150 },
  );
});

test('half-typed and torn text', () => {
  const words = fc.constantFrom(
    '',
    '  ',
    '\n',
    '\n  ',
    ' # c',
    'a: 1\n',
    '- c\n',
    '"',
    '{',
    '[',
    '|\n',
    '\t',
    ',',
    ':',
  );
  const start = fc
    .tuple(fc.constantFrom(rich, ...exampleBlueprints.map(([, text]) => text)), fc.constantFrom(...blueprintForms))
    .map(([text, [, form]]) => form(text));
  fc.assert(
    fc.property(
      start,
      fc.array(tears(fc.oneof(words, yamlSoup)), { maxLength: 6 }),
      tabSizes,
      (text, edits, tabSize) => {
        expectSound(torn(text, edits, 4), tabSize);
      },
    ),
    { numRuns: 100 },
  );
});

test('anything', () => {
  fc.assert(
    fc.property(yamlSoup, tabSizes, (text, tabSize) => void expectSound(text, tabSize)),
    { numRuns: 500 },
  );
});

test('whatever the range, its lines alone change, and the rest means what it meant', () => {
  fc.assert(
    fc.property(fc.constantFrom(rich, ...blueprints), fc.nat(), fc.nat(300), tabSizes, (text, at, length, tabSize) => {
      const start = at % (text.length + 1);
      const range = { start, end: Math.min(text.length, start + length) };
      const edits = formatYaml(text, { tabSize, range });
      const first = text.lastIndexOf('\n', start - 1) + 1;
      for (const edit of edits) expect(edit.range.start).toBeGreaterThanOrEqual(first);
      const even = applyEdits(text, edits);
      expect(even.startsWith(text.slice(0, first))).toBe(true);
      expect(meaning(even), even).toEqual(meaning(text));
    }),
    { numRuns: 150 },
  );
});
