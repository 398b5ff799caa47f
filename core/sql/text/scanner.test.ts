import { describe, expect, test } from 'vitest';
import type { SqlDialect } from '../../facts/ml.ts';
import { Scanner } from './scanner.ts';

function tokens(text: string, dialect: SqlDialect = 'postgresql'): string[] {
  const scanner = new Scanner(text, dialect, { start: 0, end: text.length });
  const found: string[] = [];
  for (let token = scanner.next(); token !== undefined; token = scanner.next()) {
    found.push(`${token.kind} ${token.text}${token.closed ? '' : ' (open)'}`);
  }
  return found;
}

describe('both dialects', () => {
  test('names are folded, quoted names and strings are not', () => {
    expect(tokens(`SELECT "Body" FROM T WHERE x = 'It''s'`)).toEqual([
      'word select',
      'quotedName Body',
      'word from',
      'word t',
      'word where',
      'word x',
      'symbol =',
      "string 'It''s'",
    ]);
  });

  test('numbers and the symbols of casts and named arguments', () => {
    expect(tokens('1 2.5 .5 1e-3 0xFF 1_000 1..10')).toEqual([
      'number 1',
      'number 2.5',
      'number .5',
      'number 1e-3',
      'number 0xFF',
      'number 1_000',
      'number 1',
      'symbol .',
      'number .10',
    ]);
    expect(tokens('a::int b=>1 c:=2')).toEqual([
      'word a',
      'symbol ::',
      'word int',
      'word b',
      'symbol =>',
      'number 1',
      'word c',
      'symbol :=',
      'number 2',
    ]);
  });

  test('offsets count UTF-16 units', () => {
    const text = "'😀' é x";
    const scanner = new Scanner(text, 'postgresql', { start: 0, end: text.length });
    expect([scanner.next(), scanner.next(), scanner.next()].map((token) => [token?.start, token?.end])).toEqual([
      [0, 4],
      [5, 6],
      [7, 8],
    ]);
  });
});

describe('PostgreSQL', () => {
  test('a backslash escapes a quote only in E strings', () => {
    expect(tokens(`E'a\\'b' c`)).toEqual([`string E'a\\'b'`, 'word c']);
    expect(tokens(`'a\\' c`)).toEqual([`string 'a\\'`, 'word c']);
  });

  test('dollar quotes end at their own tag', () => {
    expect(tokens("$a$ $$ it's $b$ $a$ $1 x$y$")).toEqual([
      "string $a$ $$ it's $b$ $a$",
      'placeholder $1',
      'word x$y$',
    ]);
  });

  test('block comments nest', () => {
    expect(tokens('/* a /* b */ c */ d -- e\nf')).toEqual([
      'comment /* a /* b */ c */',
      'word d',
      'comment -- e',
      'word f',
    ]);
  });

  test('# is an operator and not a comment', () => {
    expect(tokens('a # b')).toEqual(['word a', 'symbol #', 'word b']);
  });
});

describe('MySQL', () => {
  test('backticks name, double quotes hold text, backslashes escape', () => {
    expect(tokens("`a``b` \"it's\" 'a\\'b'", 'mysql')).toEqual(['quotedName a`b', 'string "it\'s"', "string 'a\\'b'"]);
  });

  test('comments: #, -- with a blank behind it, and blocks that do not nest', () => {
    expect(tokens('a # b\nc -- d\ne--f /* /* */ g', 'mysql')).toEqual([
      'word a',
      'comment # b',
      'word c',
      'comment -- d',
      'word e',
      'symbol -',
      'symbol -',
      'word f',
      'comment /* /* */',
      'word g',
    ]);
  });

  test('a version comment is code', () => {
    expect(tokens('/*!40101 SET a = 1 */;', 'mysql')).toEqual([
      'word set',
      'word a',
      'symbol =',
      'number 1',
      'symbol ;',
    ]);
  });
});

describe('a quote that is never closed', () => {
  test('ends before the next statement', () => {
    expect(tokens("SELECT 'a\nFROM t;\nSELECT 1")).toEqual([
      'word select',
      "string 'a\nFROM t (open)",
      'symbol ;',
      'word select',
      'number 1',
    ]);
  });

  test('takes the rest where no statement follows', () => {
    expect(tokens("SELECT 'a; b")).toEqual(['word select', "string 'a; b (open)"]);
  });

  test('is not closed by the quote that opens a text of the next statement', () => {
    expect(tokens("SELECT 'a);\nSELECT 'b';").slice(0, 5)).toEqual([
      'word select',
      "string 'a) (open)",
      'symbol ;',
      'word select',
      "string 'b'",
    ]);
  });

  test('a dollar quote stands alone, and so does one before a body that another opens', () => {
    expect(tokens('AS $$ SELECT 1')).toEqual(['word as', 'symbol $$', 'word select', 'number 1']);
    expect(tokens('AS $$ a;\nCREATE FUNCTION f AS $$ b $$').at(-1)).toBe('string $$ b $$');
    expect(tokens('AS $$ a;\nSELECT b AS c; $$').at(-1)).toMatch(/^string/);
  });

  test('a comment ends before the next statement', () => {
    expect(tokens('SELECT /* a;\nSELECT 1').slice(1)).toEqual(['comment /* a', 'symbol ;', 'word select', 'number 1']);
  });
});
