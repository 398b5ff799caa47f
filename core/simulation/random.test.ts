import fc from 'fast-check';
import { expect, test } from 'vitest';
import { nextInteger, nextWord, seedStream, wordsPerStream } from './random.ts';

function stream(seed: number, component: string): Uint32Array {
  const words = new Uint32Array(wordsPerStream);
  seedStream(words, seed, component);
  return words;
}

const take = (words: Uint32Array, count: number) => Array.from({ length: count }, () => nextWord(words));

test('xoshiro128** gives the published sequence for the state 1, 2, 3, 4', () => {
  expect(take(Uint32Array.of(1, 2, 3, 4), 4)).toEqual([11_520, 0, 5_927_040, 70_819_200]);
});

test('a stream depends on seed and component, and on nothing else', () => {
  expect(take(stream(7, 'orders-a'), 8)).toEqual(take(stream(7, 'orders-a'), 8));
  expect(take(stream(7, 'orders-a'), 8)).not.toEqual(take(stream(7, 'orders-b'), 8));
  expect(take(stream(7, 'orders-a'), 8)).not.toEqual(take(stream(8, 'orders-a'), 8));
  expect(take(stream(7, 'orders-a'), 8)).not.toEqual(take(stream(7 + 0x1_0000_0000, 'orders-a'), 8));
});

test('integers stay inside their range, also when it is one number', () => {
  fc.assert(
    fc.property(fc.maxSafeInteger(), fc.nat(100_000), fc.nat(100_000), (seed, min, width) => {
      const drawn = nextInteger(stream(seed, 'x'), min, min + width);
      expect(Number.isInteger(drawn)).toBe(true);
      expect(drawn).toBeGreaterThanOrEqual(min);
      expect(drawn).toBeLessThanOrEqual(min + width);
    }),
  );
});

test('integers stay inside a range of many years in milliseconds', () => {
  const year = 31_536_000_000;
  const drawn = Array.from({ length: 1000 }, (_, seed) => nextInteger(stream(seed, 'x'), 1000, 10 * year));
  for (const one of drawn) expect(one === Math.floor(one) && one >= 1000 && one <= 10 * year).toBe(true);
  expect(Math.min(...drawn)).toBeLessThan(year);
  expect(Math.max(...drawn)).toBeGreaterThan(9 * year);
});

test('every number of a range comes up about as often', () => {
  const words = stream(1, 'die');
  const counts = new Array<number>(6).fill(0);
  for (let draw = 0; draw < 60_000; draw++) {
    const face = nextInteger(words, 0, 5);
    counts[face] = (counts[face] ?? 0) + 1;
  }
  for (const count of counts) expect(Math.abs(count - 10_000)).toBeLessThan(500);
});
