import { expect, test } from 'vitest';
import { applyEdits, contains } from './range.ts';

test('a range holds both its ends', () => {
  expect([1, 2, 4, 5].map((offset) => contains({ start: 2, end: 4 }, offset))).toEqual([false, true, true, false]);
});

test('edits speak of the text before any of them, in whatever order they come', () => {
  const edits = [
    { range: { start: 4, end: 5 }, newText: 'E' },
    { range: { start: 0, end: 2 }, newText: '' },
    { range: { start: 3, end: 3 }, newText: '1' },
    { range: { start: 3, end: 3 }, newText: '2' },
  ];
  expect(applyEdits('abcde', edits)).toBe('c12dE');
  expect(applyEdits('abc', [])).toBe('abc');
});
