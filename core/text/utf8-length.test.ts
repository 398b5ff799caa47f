import fc from 'fast-check';
import { expect, test } from 'vitest';
import { utf8Length } from './utf8-length.ts';

test('is the length of what an encoder writes', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const encoded = encodeURIComponent(text).replace(/%../g, '?');
      expect(utf8Length(text)).toBe(encoded.length);
    }),
  );
  expect(utf8Length('aé漢😀')).toBe(1 + 2 + 3 + 4);
});

test('half a surrogate pair takes as much as the replacement character', () => {
  expect(utf8Length('\ud83d')).toBe(utf8Length('\ufffd'));
});
