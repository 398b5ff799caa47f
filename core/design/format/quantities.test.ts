import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseDuration, writeDuration } from './duration.ts';
import { parseSize, writeSize } from './size.ts';

describe('durations', () => {
  test.each([
    [0, '0s'],
    [500, '500ms'],
    [1500, '1500ms'],
    [60_000, '60s'],
    [90_000, '90s'],
    [1_800_000, '30m'],
    [31_536_000_000, '365d'],
  ])('%i ms is written %s', (milliseconds, text) => {
    expect(writeDuration(milliseconds)).toBe(text);
  });

  test('read as they were written', () => {
    fc.assert(
      fc.property(fc.maxSafeNat(), (value) => {
        expect(parseDuration(writeDuration(value))).toBe(value);
      }),
    );
  });
});

describe('sizes', () => {
  test.each([
    [0, '0 B'],
    [107_374_182_400, '100 GiB'],
    [100_000_000_000, '100 GB'],
    [1_649_267_441_664, '1536 GiB'],
    [1023, '1023 B'],
  ])('%i bytes are written %s', (bytes, text) => {
    expect(writeSize(bytes)).toBe(text);
  });

  test('read as they were written', () => {
    fc.assert(
      fc.property(fc.maxSafeNat(), (value) => {
        expect(parseSize(writeSize(value))).toBe(value);
      }),
    );
  });
});
