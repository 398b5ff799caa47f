import fc from 'fast-check';
import { expect, test } from 'vitest';
import { lineEdits } from './line-edits.ts';
import { applyEdits } from './range.ts';

test('lines that change in place are edited one by one', () => {
  expect(lineEdits('a\nb\nc\nd\n', 'A\nb\nc\nD\n')).toEqual([
    { range: { start: 0, end: 2 }, newText: 'A\n' },
    { range: { start: 6, end: 8 }, newText: 'D\n' },
  ]);
});

test('lines that come and go are one edit, without what stands around', () => {
  expect(lineEdits('a\nb\nc\n', 'a\nc\n')).toEqual([{ range: { start: 2, end: 4 }, newText: '' }]);
  expect(lineEdits('a\nc\n', 'a\nb\nc\n')).toEqual([{ range: { start: 2, end: 2 }, newText: 'b\n' }]);
});

test('the same text needs no edit', () => expect(lineEdits('a\n', 'a\n')).toEqual([]));

test('whatever the texts, the edits make one of the other', () => {
  const text = fc
    .array(fc.constantFrom('a\n', 'b\n', 'a\r\n', '\n', 'a', 'b'), { maxLength: 12 })
    .map((all) => all.join(''));
  fc.assert(
    fc.property(text, text, (before, after) => {
      expect(applyEdits(before, lineEdits(before, after))).toBe(after);
    }),
  );
});
