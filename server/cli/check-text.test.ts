import { LineIndex } from '@aurora-blueprint/core/text/line-index.ts';
import { describe, expect, test } from 'vitest';
import type { CheckedFile } from './check-file.ts';
import { findingsAsText } from './check-text.ts';
import { excerpt } from './excerpt.ts';
import { coloured, plain, type Terminal, terminalOf } from './terminal.ts';

/** The excerpt of the text between « and ». */
function excerptOf(marked: string, terminal: Terminal = plain): string {
  const [before = '', inside = '', after = ''] = marked.split(/[«»]/);
  const text = before + inside + after;
  const range = { start: before.length, end: before.length + inside.length };
  return excerpt(text, new LineIndex(text), range, 'red', terminal);
}

describe('an excerpt', () => {
  test('marks the exact range', () => {
    expect(excerptOf('a: 1\nport: «80»  # ours\n')).toBe(`\
  2 | port: 80  # ours
    |       ^^`);
  });

  test('marks one place where nothing is', () => {
    expect(excerptOf('port:«»\n')).toBe(`\
  1 | port:
    |      ^`);
    expect(excerptOf('«»')).toBe(`\
  1 |
    | ^`);
  });

  test('shows tabs as blanks, and control characters as signs', () => {
    expect(excerptOf('\tport:\t«\u001b[31m80»\r\n')).toBe(`\
  1 |     port:    ␛[31m80
    |              ^^^^^^^`);
    expect(excerptOf('a\u202eb: «1»')).toBe(`\
  1 | a\ufffdb: 1
    |      ^`);
  });

  test('puts the carets below wide characters, emoji and combining marks', () => {
    expect(excerptOf('注文🐘e\u0301: «値»x')).toBe(`\
  1 | 注文🐘e\u0301: 値x
    |          ^^`);
  });

  test('shows the first and the last of several lines', () => {
    expect(excerptOf('x: «{\n  a: 1,\n  b: 2\n}» # end\n')).toBe(`\
  1 | x: {
    |    ^
    | ...
  4 | } # end
    | ^`);
    expect(excerptOf('x: «a\n   b»\n')).toBe(`\
  1 | x: a
    |    ^
  2 |    b
    |    ^`);
  });

  test('cuts a long line around the range', () => {
    const narrow = { ...plain, columns: 40 };
    const [line, carets] = excerptOf(`${'a'.repeat(500)}«bbb»${'c'.repeat(500)}`, narrow).split('\n');
    expect(line).toBe(`  1 | …${'a'.repeat(14)}bbb${'c'.repeat(15)}…`);
    expect(carets).toBe(`    | ${' '.repeat(15)}^^^`);
    expect(excerptOf(`«${'b'.repeat(500)}»`, narrow).split('\n')[0]).toBe(`  1 | ${'b'.repeat(31)}…`);
    expect(excerptOf(`aa«bbb»${'c'.repeat(500)}`, narrow).split('\n')[0]).toBe(`  1 | aabbb${'c'.repeat(28)}…`);
    expect(excerptOf(`${'a'.repeat(500)}«bbb»cc`, narrow).split('\n')[0]).toBe(`  1 | …${'a'.repeat(28)}bbbcc`);
  });

  test('of a line of a megabyte is short all the same', () => {
    expect(excerptOf(`${'{"a": '.repeat(200_000)}«1»${'}'.repeat(200_000)}`).length).toBeLessThan(300);
  });
});

const file = (name: string, ...severities: readonly ('error' | 'warning' | 'info')[]): CheckedFile => ({
  file: name,
  kind: 'blueprint',
  text: 'port: 80\n',
  findings: severities.map((severity) => ({
    rule: 'AUR1002',
    severity,
    message: 'port is 80; Aurora listens on 1150 to 65535. Usual is 5432.',
    path: 'port',
    range: { start: 6, end: 8 },
    fixes: [{ title: 'Set port to 5432', edits: [] }],
  })),
});

describe('the text of findings', () => {
  test('is plain in a pipe, a line for each message', () => {
    expect(findingsAsText([file('a.aurora.yaml', 'error'), file('b.sql')], plain)).toBe(`\
a.aurora.yaml:1:7 error AUR1002: port is 80; Aurora listens on 1150 to 65535. Usual is 5432.
  1 | port: 80
    |       ^^
  fix: Set port to 5432

2 files: 1 error, 0 warnings, 0 infos
`);
  });

  test('is wrapped to the width of a terminal', () => {
    const text = findingsAsText([file('a.aurora.yaml', 'error')], { ...plain, columns: 60 });
    expect(text.split('\n').slice(0, 2)).toEqual([
      'a.aurora.yaml:1:7 error AUR1002: port is 80; Aurora listens',
      '  on 1150 to 65535. Usual is 5432.',
    ]);
    for (const line of text.split('\n')) expect(line.length).toBeLessThanOrEqual(60);
  });

  test('ends with an overview where several files have findings', () => {
    const files = [file('a.sql', 'error', 'error', 'info'), file('clean.sql'), file('long.aurora.yaml', 'warning')];
    expect(findingsAsText(files, plain)).toMatch(
      /\n\na\.sql {13}2 errors, 1 info\nlong\.aurora\.yaml {2}1 warning\n\n3 files: 2 errors, 1 warning, 1 info\n$/,
    );
  });

  test('is one line when all is well', () => {
    expect(findingsAsText([file('a.sql')], plain)).toBe('1 file, nothing found\n');
  });

  test('in colours says the same', () => {
    const files = [file('a.sql', 'error'), file('b.sql', 'warning')];
    const painted = findingsAsText(files, coloured(undefined));
    expect(painted).toContain('\u001b[31m');
    // biome-ignore lint/suspicious/noControlCharactersInRegex: that is what colours are
    expect(painted.replace(/\u001b\[\d+m/g, '')).toBe(findingsAsText(files, plain));
  });
});

describe('colours', () => {
  const tty = { isTTY: true, columns: 100 };
  const pipe = { isTTY: false, columns: 0 };
  test.each([
    ['on a terminal', tty, {}, true],
    ['in a pipe', pipe, {}, false],
    ['on a terminal with NO_COLOR', tty, { NO_COLOR: '1' }, false],
    ['on a terminal with an empty NO_COLOR', tty, { NO_COLOR: '' }, true],
    ['on a terminal that has none', tty, { TERM: 'dumb' }, false],
    ['in a pipe with FORCE_COLOR', pipe, { FORCE_COLOR: '1' }, true],
    ['on a terminal with FORCE_COLOR=0', tty, { FORCE_COLOR: '0' }, false],
    ['with both', pipe, { FORCE_COLOR: '1', NO_COLOR: '1' }, true],
  ])('%s', (_, stream, env, hasColours) => {
    expect(terminalOf(stream, env).paint('x', 'red') !== 'x').toBe(hasColours);
  });

  test('only a terminal has a width', () => {
    expect(terminalOf(tty, {}).columns).toBe(100);
    expect(terminalOf(pipe, { FORCE_COLOR: '1' }).columns).toBeUndefined();
    expect(terminalOf({ isTTY: true, columns: 3 }, {}).columns).toBe(40);
  });
});
