import fc from 'fast-check';
import { expect, test } from 'vitest';
import { mixed, TraceHash } from './trace-hash.ts';

function hashOf(bytes: Iterable<number>): string {
  const hash = new TraceHash();
  for (const byte of bytes) hash.addByte(byte);
  return hash.toString();
}

test.each([
  ['', 'cbf29ce484222325'],
  ['a', 'af63dc4c8601ec8c'],
  ['foobar', '85944171f73967e8'],
])('%j has the published FNV-1a hash', (text, hash) => {
  expect(hashOf([...text].map((character) => character.charCodeAt(0)))).toBe(hash);
});

test('it is the hash that big integers give', () => {
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 500, maxLength: 1000 }), (bytes) => {
      let expected = 0xcbf29ce484222325n;
      for (const byte of bytes) expected = ((expected ^ BigInt(byte)) * 0x100000001b3n) & 0xffff_ffff_ffff_ffffn;
      expect(hashOf(bytes)).toBe(expected.toString(16).padStart(16, '0'));
    }),
  );
});

test('another number, or another order of numbers, mixes to another hash', () => {
  const of = (values: readonly number[]) => values.reduce(mixed, 0);
  expect(new Set([of([]), of([1]), of([1, 2]), of([2, 1]), of([1, 3]), of([1, 2, -1])]).size).toBe(6);
  fc.assert(
    fc.property(fc.nat(0xffff_ffff), fc.integer(), fc.integer(), (hash, one, other) => {
      expect(mixed(hash, one) === mixed(hash, other)).toBe(one === other);
    }),
  );
});

test('numbers that differ above 32 bits give different hashes', () => {
  const [small, large] = [new TraceHash(), new TraceHash()];
  small.add(5);
  large.add(5 + 0x1_0000_0000);
  expect(small.toString()).not.toBe(large.toString());
});
