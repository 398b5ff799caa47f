import fc from 'fast-check';
import { expect, test } from 'vitest';
import { commonEnds } from './common-ends.ts';

test.each([
  ['ab', 'ab', 2, 0],
  ['a-b', 'a+b', 1, 1],
  ['aa', 'aaa', 2, 0],
  ['', 'a', 0, 0],
  ['x'.repeat(2000), `${'x'.repeat(1500)}y${'x'.repeat(500)}`, 1500, 500],
])('%# of two texts', (a, b, start, end) => expect(commonEnds(a, b)).toEqual({ start, end }));

test('all that an edit leaves alone, and no character twice', () => {
  const part = fc.string({ unit: fc.constantFrom('a', 'b', '\n'), maxLength: 1500 });
  fc.assert(
    fc.property(part, part, part, part, (before, removed, added, behind) => {
      const [a, b] = [before + removed + behind, before + added + behind];
      const { start, end } = commonEnds(a, b);
      expect(a.slice(0, start)).toBe(b.slice(0, start));
      expect(a.slice(a.length - end)).toBe(b.slice(b.length - end));
      expect(start + end).toBeLessThanOrEqual(Math.min(a.length, b.length));
      expect(start + end).toBeGreaterThanOrEqual(before.length + behind.length);
    }),
  );
});
