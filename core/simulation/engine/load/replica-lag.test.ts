import fc from 'fast-check';
import { expect, test } from 'vitest';
import { replicaLag } from './replica-lag.ts';

test.each([
  [0, 2.62],
  [1000, 2.62],
  [1500, 3.02],
  [2000, 3.42],
  [5000, 3.94],
  [10_000, 5.38],
  [20_000, 8.209],
])('at %i writes per second a reader is %d ms behind', (writes, lag) => {
  expect(replicaLag(writes)).toBe(lag);
});

test('more writes never make a reader less late', () => {
  const writes = fc.nat(100_000);
  fc.assert(
    fc.property(writes, writes, (one, other) => {
      expect(replicaLag(Math.max(one, other))).toBeGreaterThanOrEqual(replicaLag(Math.min(one, other)));
    }),
  );
});
