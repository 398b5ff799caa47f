import { expect, test } from 'vitest';
import { Steps } from './steps.ts';

function counting(done: string[]): Steps<number> {
  return new Steps(
    (function* count() {
      done.push('first');
      yield undefined;
      done.push('second');
      return 2;
    })(),
  );
}

test('goes on by one step', () => {
  const done: string[] = [];
  const steps = counting(done);
  expect(done).toEqual([]);
  steps.step();
  expect(done).toEqual(['first']);
  expect(steps.isDone).toBe(false);
});

test('whoever asks for the result gets it at once, without a step being done twice', () => {
  const done: string[] = [];
  const steps = counting(done);
  steps.step();
  expect(steps.result).toBe(2);
  expect(steps.isDone).toBe(true);
  steps.step();
  expect(steps.result).toBe(2);
  expect(done).toEqual(['first', 'second']);
});
