import fc from 'fast-check';
import { expect, test } from 'vitest';
import { changedSpan } from './changed-span.ts';

test.each([
  ['in the middle', [1, 2, 3, 4], [1, 9, 9, 4], { start: 1, deleteCount: 2, data: [9, 9] }],
  ['what repeats goes once', [1, 1, 1], [1, 1], { start: 2, deleteCount: 1, data: [] }],
  ['what is new', [1, 2], [1, 1, 2], { start: 1, deleteCount: 0, data: [1] }],
  ['nothing', [1, 2], [1, 2], undefined],
])('%s', (_, before, after, span) => expect(changedSpan(before, after)).toEqual(span));

test('it makes one list of the other', () => {
  const list = fc.array(fc.nat(3));
  fc.assert(
    fc.property(list, list, (before, after) => {
      const { start, deleteCount, data } = changedSpan(before, after) ?? { start: 0, deleteCount: 0, data: [] };
      expect(before.toSpliced(start, deleteCount, ...data)).toEqual(after);
    }),
  );
});
