import { expect, test } from 'vitest';
import * as resilience from '../facts/generated/resilience.ts';
import { fourCopies, type QuorumModel, quorumsMeet, segmentLetters, sixCopies, zoneSlotOfSegment } from './quorum.ts';

/** Every set of `size` of the `of` copies, as a bit mask. */
function subsets(of: number, size: number): number[] {
  const masks = Array.from({ length: 2 << (of - 1) }, (_, mask) => mask);
  return masks.filter((mask) => [...mask.toString(2)].filter((bit) => bit === '1').length === size);
}

/** The truth that the formula stands for: no write set and read set, and no two write sets, are disjoint. */
function meetByEnumeration({ write, read }: QuorumModel): boolean {
  const writes = subsets(write.of, write.needs);
  const others = [...subsets(read.of, read.needs), ...writes];
  return writes.every((one) => others.every((other) => (one & other) !== 0));
}

test('4 and 3 of 6 meet, and so do 3 and 2 of 4', () => {
  expect(quorumsMeet(sixCopies)).toBe(true);
  expect(quorumsMeet(fourCopies)).toBe(true);
});

test('the rule of overlap agrees with trying every pair of sets', () => {
  for (let of = 1; of <= 6; of++) {
    for (let write = 1; write <= of; write++) {
      for (let read = 1; read <= of; read++) {
        const model = { write: { needs: write, of }, read: { needs: read, of } };
        expect(quorumsMeet(model), `${write} and ${read} of ${of}`).toBe(meetByEnumeration(model));
      }
    }
  }
});

test('the truth table of lost copies follows from the two quorums', () => {
  for (const { lost, write, read_quorum } of resilience.truth_table.table) {
    expect(6 - lost >= sixCopies.write.needs).toBe(write);
    expect(6 - lost >= sixCopies.read.needs).toBe(read_quorum);
  }
});

test('A and D lie in the first AZ, B and E in the second, C and F in the third', () => {
  const slots = segmentLetters.map((letter, segment) => [letter, zoneSlotOfSegment(segment)]);
  expect(Object.fromEntries(slots)).toEqual({ A: 0, B: 1, C: 2, D: 0, E: 1, F: 2 });
});
