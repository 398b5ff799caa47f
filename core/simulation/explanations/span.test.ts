import { expect, test } from 'vitest';
import { atLeast, inShort } from './span.ts';

test.each([
  [900, '900 ms'],
  [13_376, '13.4 s'],
  [484_000, '8 min 4 s'],
  [3_905_000, '1 h 5 min'],
  [90_061_000, '1 d 1 h'],
])('%i ms in short is %s', (milliseconds, text) => {
  expect(inShort(milliseconds)).toBe(text);
});

test.each([
  [301_000, '5 min'],
  [7_199_000, '1 h'],
  [12_000, '12 s'],
])('%i ms are at least %s', (milliseconds, text) => {
  expect(atLeast(milliseconds)).toBe(text);
});
