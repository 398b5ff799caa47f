import fc from 'fast-check';
import { expect, test } from 'vitest';
import { copyOf } from './copy-of.ts';

test('is the same text, whatever its length and signs', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (text) => {
      expect(copyOf(text)).toBe(text);
    }),
  );
  const long = 'é😀x'.repeat(5000);
  expect(copyOf(long)).toBe(long);
});
