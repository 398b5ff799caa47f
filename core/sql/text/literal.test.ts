import { expect, test } from 'vitest';
import type { SqlDialect } from '../../facts/ml.ts';
import { decodeString } from './literal.ts';
import { Scanner } from './scanner.ts';

function decode(text: string, dialect: SqlDialect): string {
  const token = new Scanner(text, dialect, { start: 0, end: text.length }).next();
  expect(token?.kind).toBe('string');
  return token === undefined ? '' : decodeString(token, dialect);
}

test.each([
  [`'it''s'`, "it's"],
  [String.raw`'a\n'`, String.raw`a\n`],
  [String.raw`E'a\n\t\'\\''b'`, "a\n\t'\\'b"],
  [String.raw`e'\x48\111\xC3\xA9\u20ac\U0001F600'`, 'HIé€😀'],
  [String.raw`E'\xFF'`, '\ufffd'],
  [String.raw`E'\U7FFFFFFF'`, '\ufffd'],
  ["$$it's$$", "it's"],
  ['$tag$a $$ b$tag$', 'a $$ b'],
  [`'open''`, "open'"],
])('PostgreSQL reads %s', (written, value) => {
  expect(decode(written, 'postgresql')).toBe(value);
});

test.each([
  [`'it''s "here"'`, `it's "here"`],
  [`"it''s ""here"""`, `it''s "here"`],
  [String.raw`'a\nb\'c\\d\qe\0'`, "a\nb'c\\dqe\0"],
  [String.raw`'100\%'`, String.raw`100\%`],
  [`'open`, 'open'],
])('MySQL reads %s', (written, value) => {
  expect(decode(written, 'mysql')).toBe(value);
});
