import fc from 'fast-check';
import { expect, test } from 'vitest';
import { EventQueue } from './event-queue.ts';

function drain(queue: EventQueue): number[] {
  const subjects: number[] = [];
  for (let event = queue.pop(); event !== undefined; event = queue.pop()) subjects.push(event.subject);
  return subjects;
}

test('events come in the order of time, those of one instant as they were scheduled', () => {
  const queue = new EventQueue();
  for (const [subject, at] of [30, 10, 20, 10, 10].entries()) queue.push(at, 0, subject, 0);
  expect(drain(queue)).toEqual([1, 3, 4, 2, 0]);
});

test('an event comes out as it went in, once', () => {
  const queue = new EventQueue();
  queue.push(90_000, 3, 17, 2);
  expect(queue.size).toBe(1);
  expect(queue.pop()).toEqual({ at: 90_000, code: 3, subject: 17, token: 2 });
  expect(queue.pop()).toBeUndefined();
  expect(queue.size).toBe(0);
});

test('it agrees with a stable sort, whatever is pushed and popped in between', () => {
  const step = fc.oneof(fc.nat(20), fc.constant('pop' as const));
  fc.assert(
    fc.property(fc.array(step, { maxLength: 400 }), (steps) => {
      const queue = new EventQueue();
      const expected: { at: number; subject: number }[] = [];
      for (const [subject, action] of steps.entries()) {
        if (action === 'pop') {
          expected.sort((a, b) => a.at - b.at || a.subject - b.subject);
          expect(queue.pop()?.subject).toBe(expected.shift()?.subject);
        } else {
          queue.push(action, 0, subject, 0);
          expected.push({ at: action, subject });
        }
      }
      expected.sort((a, b) => a.at - b.at || a.subject - b.subject);
      expect(drain(queue)).toEqual(expected.map(({ subject }) => subject));
    }),
  );
});
