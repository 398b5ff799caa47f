import fc from 'fast-check';
import { expect, test } from 'vitest';
import { CommitClock } from './commit-clock.ts';

test('it advances while commits are acknowledged, and stands still while they are not', () => {
  const clock = new CommitClock();
  clock.advance(1000, true);
  clock.advance(4000, false);
  clock.advance(4500, true);
  expect(clock.acknowledged).toBe(1500);
  expect([500, 1000, 2500, 4200].map((instant) => clock.at(instant))).toEqual([500, 1000, 1000, 1200]);
});

test('what was acknowledged before the run lies below 0', () => {
  expect(new CommitClock().at(-800)).toBe(-800);
});

test('the past stays as it was', () => {
  const stretch = fc.tuple(fc.nat(1000), fc.boolean());
  fc.assert(
    fc.property(fc.array(stretch, { minLength: 1 }), (stretches) => {
      const clock = new CommitClock();
      const seen: [number, number][] = [];
      let now = 0;
      for (const [length, acknowledging] of stretches) {
        now += length;
        clock.advance(now, acknowledging);
        seen.push([now, clock.acknowledged]);
      }
      for (const [instant, count] of seen) expect(clock.at(instant)).toBe(count);
    }),
  );
});
