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

test('an event that is not due yet stays', () => {
  const queue = new EventQueue();
  queue.push(90_000, 3, 17, 2);
  expect(queue.pop(89_999)).toBeUndefined();
  expect(queue.size).toBe(1);
  expect(queue.pop(90_000)?.subject).toBe(17);
});

/** What to do next: take an event out, or put one in so much later than the one taken out last. */
type Step = 'pop' | number;

/** Plays steps on a queue and on a sorted list; calls `between` before each. */
function compare(steps: readonly Step[], between: (queue: EventQueue) => EventQueue = (queue) => queue): void {
  let queue = new EventQueue();
  const sorted: { at: number; subject: number }[] = [];
  let now = 0;
  const take = () => {
    const expected = sorted.shift();
    const { at, subject } = queue.pop() ?? {};
    expect([at, subject]).toEqual([expected?.at, expected?.subject]);
    now = expected?.at ?? now;
  };
  for (const [subject, step] of steps.entries()) {
    queue = between(queue);
    if (step === 'pop') {
      take();
      continue;
    }
    const at = Math.max(0, now + step);
    queue.push(at, 0, subject, 0);
    const place = sorted.findIndex((other) => other.at > at);
    sorted.splice(place === -1 ? sorted.length : place, 0, { at, subject });
  }
  while (sorted.length > 0) take();
  expect(queue.pop()).toBeUndefined();
}

const delay = fc.oneof(
  fc.nat(20),
  fc.constant(10_000),
  fc.integer({ min: -50, max: 50 }),
  fc.integer({ min: 0, max: 31_557_600_000 }),
  fc.double({ min: 0, max: 100, noNaN: true }),
);
const steps = fc.array(
  fc.oneof({ arbitrary: delay, weight: 3 }, { arbitrary: fc.constant('pop' as const), weight: 2 }),
  {
    maxLength: 600,
    size: 'max',
  },
);

test('it agrees with a sorted list, whatever is pushed and popped in between', () => {
  fc.assert(fc.property(steps, (some) => compare(some)));
});

test('a queue goes on from its snapshot as it would have itself', () => {
  fc.assert(
    fc.property(steps, (some) =>
      compare(some, (queue) => {
        const other = new EventQueue();
        other.push(5, 0, 0, 0);
        other.restore(queue.snapshot());
        return other;
      }),
    ),
    { numRuns: 20 },
  );
});

test('thousands of events of one instant, and a few of another age, keep their order', () => {
  const many = Array.from({ length: 3000 }, (_, index): Step => (index % 7 === 0 ? 31_557_600_000 : 10_000));
  compare([...many, ...many.map((): Step => 'pop'), ...many]);
});
