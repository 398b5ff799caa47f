import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decodeCsv, encodeCsv } from './csv.ts';

test('quotes only what needs it, and sends NULL as an empty cell', () => {
  expect(
    encodeCsv([
      ['12.5', null, 'ok'],
      ['a,b', 'say "hi"', 'two\nlines'],
    ]),
  ).toBe('12.5,,ok\n"a,b","say ""hi""","two\nlines"');
});

test('an empty cell alone in its record does not become an empty line', () => {
  expect(encodeCsv([['1'], [null], [''], ['2']])).toBe('1\n""\n""\n2');
});

test('reads any line end, with or without one after the last record', () => {
  const records = [['1'], ['2'], ['3']];
  expect(decodeCsv('1\n2\n3')).toEqual(records);
  expect(decodeCsv('1\r\n2\r\n3\r\n')).toEqual(records);
  expect(decodeCsv('1\r2\r3\r')).toEqual(records);
  expect(decodeCsv('1\n\n2\n3\n\n')).toEqual(records);
});

test('reads what is not quite CSV without losing text', () => {
  expect(decodeCsv('a,')).toEqual([['a', '']]);
  expect(decodeCsv('"open, and on\nand on')).toEqual([['open, and on\nand on']]);
  expect(decodeCsv('"a"b,c')).toEqual([['ab', 'c']]);
  expect(decodeCsv('')).toEqual([]);
});

test('what is encoded reads back, NULL as an empty string', () => {
  const cell = fc.option(fc.string({ unit: fc.constantFrom('a', ',', '"', '\n', '\r', ' ', 'é', '😀') }));
  const rows = fc.array(fc.array(cell, { minLength: 1, maxLength: 4 }), { maxLength: 8 });
  fc.assert(
    fc.property(rows, (written) => {
      expect(decodeCsv(encodeCsv(written))).toEqual(written.map((row) => row.map((value) => value ?? '')));
    }),
  );
});

test('reads any text', () => {
  fc.assert(fc.property(fc.string(), (text) => decodeCsv(text).every((record) => record.length > 0)));
});
