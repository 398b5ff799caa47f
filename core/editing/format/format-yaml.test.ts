import { describe, expect, test } from 'vitest';
import { exampleBlueprints } from '../../testing/examples.ts';
import { readFixture } from '../../testing/markers.ts';
import { applyEdits } from '../../text/range.ts';
import { type FormatOptions, formatYaml } from './format-yaml.ts';

function formatted(text: string, options: Partial<FormatOptions> = {}): string {
  return applyEdits(text, formatYaml(text, { tabSize: 2, ...options }));
}

test.each(exampleBlueprints)('%s is even, and is so again after a detour', (_, text) => {
  expect(formatYaml(text, { tabSize: 2 })).toEqual([]);
  expect(formatted(formatted(text, { tabSize: 4 }))).toBe(text);
});

describe('makes even', () => {
  test.each([
    [
      'blanks behind colons, commas and dashes',
      'a:   1\nb:\t[c,d ,  e]\nf:\n  -   g\n',
      'a: 1\nb: [c, d, e]\nf:\n  - g\n',
    ],
    ['blanks before colons', 'a : 1\n"b" : { c : 2 }\n', 'a: 1\n"b": { c: 2 }\n'],
    ['blanks inside braces and brackets', 'a: {b: [ ], c: { }, d: [ 1 ]}\n', 'a: { b: [], c: {}, d: [1] }\n'],
    ['how far lines stand in', 'a:\n    b:\n       c: 1\n       d: 2\n', 'a:\n  b:\n    c: 1\n    d: 2\n'],
    ['blanks at the ends of lines', 'a: 1  \n# b \t\nc:\t\n', 'a: 1\n# b\nc:\n'],
    ['blank lines: one stays', '\n\na: 1\n\n\n  \nb: 2\n\n', 'a: 1\n\nb: 2\n'],
    ['the last line break', 'a: 1', 'a: 1\n'],
    ['the last line break, as the others are', 'a: 1\r\nb: 2', 'a: 1\r\nb: 2\r\n'],
    ['nothing at all', ' \n\n', ''],
  ])('%s', (_, text, even) => expect(formatted(text)).toBe(even));

  test('as far in as the editor has it', () => {
    const text = 'a:\n  b:\n    - c: 1\n      d: [\n        2\n      ]\n';
    expect(formatted(text, { tabSize: 4 })).toBe(
      'a:\n    b:\n        - c: 1\n          d: [\n              2\n          ]\n',
    );
  });
});

describe('lists stand as the writer mostly has them', () => {
  test.each([
    ['further in than their key', 'a:\n- 1\nb:\n    - 2\nc:\n  - 3\n', 'a:\n  - 1\nb:\n  - 2\nc:\n  - 3\n'],
    ['in its column', 'a:\n- 1\nb:\n- 2\nc:\n  - 3\n', 'a:\n- 1\nb:\n- 2\nc:\n- 3\n'],
    ['in lists', 'a:\n  -   - b: 1\n        c: 2\n      -  d\n', 'a:\n  - - b: 1\n      c: 2\n    - d\n'],
  ])('%s', (_, text, even) => expect(formatted(text)).toBe(even));
});

describe('brackets over several lines', () => {
  test.each([
    ['hang from the line that opens them', 'a: [\n b,\n      c\n  ]\n', 'a: [\n  b,\n  c\n]\n'],
    ['keep what is behind the bracket in its column', 'a:\n - {b: 1,\n  c: 2}\n', 'a:\n  - { b: 1,\n      c: 2 }\n'],
    ['stand in each other', '{"a": {\n"b": [\n1]}}', '{ "a": {\n    "b": [\n      1] } }\n'],
    ['follow a tag', 'a:\n    !Join [\n    "",\n    [b]\n    ]\n', 'a:\n  !Join [\n    "",\n    [b]\n  ]\n'],
  ])('%s', (_, text, even) => expect(formatted(text)).toBe(even));
});

describe('keeps', () => {
  test.each([
    ['quotes', `a: "b"\nc: 'd'\n'e': f\n`],
    ['flow and block', 'a: { b: 1 }\nc:\n  d: 1\ne: [1, 2]\nf:\n  - 1\n'],
    ['anchors, aliases, tags and merge keys', 'a: &b { c: 1 }\nd:\n  <<: *b\n*b : e\nf: !Ref g\n'],
    ['directives and documents', '%YAML 1.2\n---\na: 1\n...\n---\nb: 2\n'],
    ['explicit keys', '? a\n: b\n? - c\n: - d\n'],
    ['a value on the line below its key', 'a:\n  b\nc:\n  "d"\n'],
    ['the last line of a text as it is', 'a: |\n  b'],
    ['blank lines that are part of a text', 'a: |+\n  b\n\n\nc: "d\n\n\n  e"\n'],
    ['a byte order mark', '\ufeffa: 1\n'],
  ])('%s', (_, text) => expect(formatYaml(text, { tabSize: 2 })).toEqual([]));

  test('texts of several lines, which move with what holds them', () => {
    const text =
      'a:\n    b: |\n       c\n         d\n\n       e\n    f: >2\n        g\n    h: "i\n      j"\n    k: l\n     m\n';
    expect(formatted(text)).toBe(
      'a:\n  b: |\n     c\n       d\n\n     e\n  f: >2\n      g\n  h: "i\n    j"\n  k: l\n   m\n',
    );
  });
});

describe('comments', () => {
  test.each([
    ['follow one blank', 'a: 1   # b\nc:   # d\n  - e # f\n', 'a: 1 # b\nc: # d\n  - e # f\n'],
    [
      'follow two where the writer has two',
      'a: 1  # b\n\nc: 2    # d\n\ne: 3  # f\n',
      'a: 1  # b\n\nc: 2  # d\n\ne: 3  # f\n',
    ],
    [
      'stay in one column',
      'a:   1     # b\nccc: 2     # d\n\ne: 3 # f\n',
      'a: 1       # b\nccc: 2     # d\n\ne: 3 # f\n',
    ],
    ['go on below in their column', 'a:   1   # b\n         # c\nd: 2\n', 'a: 1 # b\n     # c\nd: 2\n'],
    ['go with what follows', 'a:\n    # b\n    c: 1\n   # d\n    e: 2\n', 'a:\n  # b\n  c: 1\n  # d\n  e: 2\n'],
    ['end a list in its column', 'a:\n    - b\n    # c\nd: 1\n', 'a:\n  - b\n  # c\nd: 1\n'],
    ['stay outside', 'a:\n    b: 1\n# c\n    d: 2\n', 'a:\n  b: 1\n# c\n  d: 2\n'],
    ['stand in brackets', 'a: [ # b\n# c\n d, # e\n # f\n ]\n', 'a: [ # b\n# c\n  d, # e\n  # f\n]\n'],
    ['keep their words', '#a\n#  b\n##c\na: 1 #d\n', '#a\n#  b\n##c\na: 1 #d\n'],
  ])('%s', (_, text, even) => expect(formatted(text)).toBe(even));
});

describe('what cannot be understood', () => {
  test('stays as it is, and lines stay as far in', () => {
    const text = 'a:   1\nb:\n    c:   2\n  d:   3\ne:   [4,\nf:   5\ng:   6   \n';
    expect(formatted(text)).toBe('a: 1\nb:\n    c:   2\n  d:   3\ne:   [4,\nf:   5\ng: 6   \n');
  });

  test('an open quote leaves all behind it as it is', () => {
    expect(formatted('a:   1\nb: "c\nd:   2\n')).toBe('a: 1\nb: "c\nd:   2\n');
  });

  test.each([
    ['a carriage return alone', 'a:   1\rb:   2'],
    ['control characters', 'a:   \u0001'],
    ['brackets nested too deep', `a: ${'[ '.repeat(201)}${']'.repeat(201)}`],
    ['dashes nested much too deep', '-  '.repeat(50_000)],
  ])('%s: nothing changes', (_, text) => expect(formatYaml(text, { tabSize: 2 })).toEqual([]));
});

test('brackets are formatted as deep as anybody nests them', () => {
  expect(formatted(`${'['.repeat(199)} 1 ${']'.repeat(199)}\n`)).toBe(`${'['.repeat(199)}1${']'.repeat(199)}\n`);
});

describe('a part of a text', () => {
  const part = (marked: string) => {
    const { text, cursor = 0 } = readFixture(marked.replace('«', '').replace('»', '').replace('$1', ''));
    const start = marked.indexOf('«');
    const range = start < 0 ? { start: cursor, end: cursor } : { start, end: marked.indexOf('»') - 1 };
    return formatted(text, { range });
  };

  test('its lines alone', () => {
    expect(part('a:   1\nb:  « 2\nc:   3»\nd:   4\n')).toBe('a:   1\nb: 2\nc: 3\nd:   4\n');
    expect(part('a:   1\n«b:   2\n»c:   3\n')).toBe('a:   1\nb: 2\nc:   3\n');
  });

  test('a block moves when it is all in there, and stays with what is outside', () => {
    expect(part('a:\n«     b: 1\n     c: 2\n»d:   3\n')).toBe('a:\n  b: 1\n  c: 2\nd:   3\n');
    expect(part('a:\n«     b:   1\n»     c:   2\n')).toBe('a:\n     b: 1\n     c:   2\n');
    expect(part('a:\n  -   b:   1\n«      c:   2»\n')).toBe('a:\n  -   b:   1\n      c: 2\n');
  });
});

test('the edits are blanks, and no more than those that change', () => {
  const text = 'a:   1\nb: 2\nc:\n    d: 3\n';
  expect(formatYaml(text, { tabSize: 2 })).toEqual([
    { range: { start: 3, end: 5 }, newText: '' },
    { range: { start: 17, end: 19 }, newText: '' },
  ]);
});
