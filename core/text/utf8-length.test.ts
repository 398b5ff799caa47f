import fc from 'fast-check';
import { expect, test } from 'vitest';
import { utf8Length } from './utf8-length.ts';

test('is what an encoder writes, for any text', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: fc.integer({ min: 0, max: 0xffff }).map((unit) => String.fromCharCode(unit)) }),
      (text) => {
        expect(utf8Length(text)).toBe(Buffer.from(text, 'utf8').length);
      },
    ),
  );
  expect(utf8Length('aé漢😀')).toBe(1 + 2 + 3 + 4);
});
