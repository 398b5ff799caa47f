import { expect, test } from 'vitest';
import { holds, parseComparison } from './comparison.ts';

test.each([
  ['< 60s', 59_999, true],
  ['< 60s', 60_000, false],
  ['<= 5s', 5000, true],
  ['> 1m', 60_001, true],
  ['>=1m', 59_999, false],
  ['0s', 0, true],
  ['0', 0, true],
  ['= 10s', 10_000, true],
  ['10s', 10_001, false],
])('%s on %i ms: %s', (text, measured, expected) => {
  const comparison = parseComparison(text);
  expect(comparison && holds(comparison, measured)).toBe(expected);
});

test('never fulfils no comparison', () => {
  for (const text of ['< 60s', '> 60s', '0s']) {
    const comparison = parseComparison(text);
    expect(comparison && holds(comparison, null)).toBe(false);
  }
});

test.each(['', 'soon', '< ', '<< 5s', '< 5 apples', '60'])('%j is no comparison', (text) => {
  expect(parseComparison(text)).toBeUndefined();
});
