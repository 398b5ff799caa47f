import fc from 'fast-check';
import { expect, test } from 'vitest';
import * as arithmetic from './arithmetic.ts';

function expectNear(actual: number, expected: number): void {
  if (expected === 0 || !Number.isFinite(expected)) expect(actual).toBe(expected);
  else expect(Math.abs(actual / expected - 1), `${actual} is not ${expected}`).toBeLessThan(2e-15);
}

const anyNumber = (min: number, max: number) => fc.double({ min, max, noNaN: true });

test('logarithms and exponentials agree with those of the engine', () => {
  fc.assert(
    fc.property(
      anyNumber(-700, 700),
      anyNumber(-0.99, 1e6).map((x) => (Math.abs(x) < 1e-300 ? 0 : x)),
      (exponent, x) => {
        const value = Math.exp(exponent);
        expectNear(arithmetic.exponential(exponent), value);
        expectNear(arithmetic.naturalLog(value), Math.log(value));
        expectNear(arithmetic.decadicLog(value), Math.log10(value));
        expectNear(arithmetic.logOfOnePlus(x), Math.log1p(x));
        expectNear(arithmetic.exponentialMinusOne(exponent / 100), Math.expm1(exponent / 100));
      },
    ),
    { numRuns: 2000 },
  );
});

test('small arguments keep their precision', () => {
  for (const x of [1e-5, -1e-9, 1e-16, -1e-300]) {
    expectNear(arithmetic.logOfOnePlus(x), Math.log1p(x));
    expectNear(arithmetic.exponentialMinusOne(x), Math.expm1(x));
  }
  expectNear(arithmetic.naturalLog(5e-324), Math.log(5e-324));
});

test('powers and ways to choose', () => {
  fc.assert(
    fc.property(fc.integer({ min: -1074, max: 1023 }), (exponent) => {
      expect(arithmetic.powerOfTwo(exponent)).toBe(2 ** exponent);
    }),
  );
  expect(arithmetic.power(3, 5)).toBe(243);
  expect(arithmetic.power(0.5, 0)).toBe(1);
  expect([0, 1, 2, 3].map((chosen) => arithmetic.binomial(6, chosen))).toEqual([1, 6, 15, 20]);
  expect(arithmetic.exponential(-800)).toBe(0);
  expect(arithmetic.exponential(800)).toBe(Number.POSITIVE_INFINITY);
});

test('at least one of many rare events', () => {
  expectNear(arithmetic.anyOf(1e6, 1e-18), 9.999999999995e-13);
  expect(arithmetic.anyOf(3, 1)).toBe(1);
  expectNear(arithmetic.anyOf(2, 0.5), 0.75);
});
