import fc from 'fast-check';
import { expect, test } from 'vitest';
import { LineIndex } from './line-index.ts';

test('lines end at \\n, \\r\\n and a lone \\r', () => {
  const lines = new LineIndex('a\nbb\r\nccc\rd');
  expect(lines.lineCount).toBe(4);
  expect([0, 1, 2, 3, 4].map((line) => lines.startOfLine(line))).toEqual([0, 2, 6, 10, 11]);
  expect(lines.positionAt(4)).toEqual({ line: 1, character: 2 });
  expect(lines.positionAt(6)).toEqual({ line: 2, character: 0 });
});

test('characters count in UTF-16 units', () => {
  const lines = new LineIndex('é🐘x\n');
  expect(lines.positionAt(3)).toEqual({ line: 0, character: 3 });
  expect(lines.offsetAt({ line: 0, character: 3 })).toBe(3);
});

test('positions outside the text move to its ends', () => {
  const lines = new LineIndex('ab\r\ncd');
  expect(lines.offsetAt({ line: 0, character: 99 })).toBe(2);
  expect(lines.offsetAt({ line: -1, character: 5 })).toBe(0);
  expect(lines.offsetAt({ line: 9, character: 0 })).toBe(6);
  expect(lines.positionAt(-5)).toEqual({ line: 0, character: 0 });
  expect(lines.positionAt(99)).toEqual({ line: 1, character: 2 });
});

const text = fc
  .array(fc.constantFrom('a', 'é', '🐘', '\n', '\r', '\r\n'), { maxLength: 30 })
  .map((parts) => parts.join(''));

test('a position leads back to its offset, except inside a line break', () => {
  fc.assert(
    fc.property(text, fc.nat(60), (source, offset) => {
      const lines = new LineIndex(source);
      const place = Math.min(offset, source.length);
      const back = lines.offsetAt(lines.positionAt(place));
      const isInsideBreak = source.charAt(place - 1) === '\r' && source.charAt(place) === '\n';
      expect(back).toBe(isInsideBreak ? place - 1 : place);
    }),
  );
});
