import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fourCopies, segmentsPerGroup, sixCopies, zoneSlotOfSegment } from './quorum.ts';
import {
  alwaysMeet,
  countSets,
  fullTailSets,
  isMet,
  minimalSets,
  possibleMemberships,
  type QuorumExpression,
  type QuorumSets,
  type SegmentSet,
  segmentSet,
  sizeOf,
  subsetsOf,
  transitionSets,
} from './quorum-expression.ts';

const everybody = segmentSet('ABCDEF');
const six = countSets(sixCopies, everybody);
const fullTail = fullTailSets(sixCopies, everybody, segmentSet('ABC'));
const twoOfThree = countSets({ write: { needs: 2, of: 3 }, read: { needs: 2, of: 3 } }, segmentSet('ABC'));

/** How many sets of segments can write and can recover. */
function counted({ write, read }: QuorumSets, sets: readonly SegmentSet[]) {
  const able = (demand: QuorumExpression) => sets.filter((set) => isMet(demand, set)).length;
  return { states: sets.length, writeOK: able(write), readOK: able(read) };
}

const ofSize = (size: number, set = everybody) => subsetsOf(set).filter((subset) => sizeOf(subset) === size);

/** What is left when one of three AZs is lost and `more` of the copies outside it. */
function leftOfZonePlus(more: number, copies: number = segmentsPerGroup): readonly SegmentSet[] {
  const all = (1 << copies) - 1;
  return [0, 1, 2].flatMap((slot) => {
    const lost = subsetsOf(all).find((set) => set === inSlot(slot, copies)) ?? 0;
    return ofSize(more, all & ~lost).map((others) => all & ~lost & ~others);
  });
}

function inSlot(slot: number, copies: number): SegmentSet {
  return Array.from({ length: copies }, (_, segment) => segment)
    .filter((segment) => zoneSlotOfSegment(segment) === slot)
    .reduce((set, segment) => set | (1 << segment), 0);
}

test('of the 64 ways in which six copies can be lost, 22 leave writes and 42 a recovery', () => {
  expect(counted(six, subsetsOf(everybody))).toEqual({ states: 64, writeOK: 22, readOK: 42 });
});

test.each([
  { more: 0, scenarios: 3, writeOK: 3, readOK: 3 },
  { more: 1, scenarios: 12, writeOK: 0, readOK: 12 },
  { more: 2, scenarios: 18, writeOK: 0, readOK: 0 },
])('an AZ and $more more: $writeOK of $scenarios write, $readOK recover', ({ more, scenarios, writeOK, readOK }) => {
  expect(counted(six, leftOfZonePlus(more))).toEqual({ states: scenarios, writeOK, readOK });
});

test('any two nodes keep writes, any three keep a recovery', () => {
  expect(counted(six, ofSize(4))).toMatchObject({ states: 15, writeOK: 15 });
  expect(counted(six, ofSize(3))).toEqual({ states: 20, writeOK: 0, readOK: 20 });
});

test('two of three copies lose everything with an AZ and one more', () => {
  expect(counted(twoOfThree, subsetsOf(segmentSet('ABC')))).toEqual({ states: 8, writeOK: 4, readOK: 4 });
  expect(counted(twoOfThree, leftOfZonePlus(1, 3))).toEqual({ states: 6, writeOK: 0, readOK: 0 });
});

test('full and tail copies write in 23 of 64 states, recover in 41, and stand an AZ and one more as six equal ones do', () => {
  expect(counted(fullTail, subsetsOf(everybody))).toEqual({ states: 64, writeOK: 23, readOK: 41 });
  expect(counted(fullTail, leftOfZonePlus(1))).toEqual({ states: 12, writeOK: 0, readOK: 12 });
  expect(counted(fullTail, leftOfZonePlus(2))).toEqual({ states: 18, writeOK: 0, readOK: 0 });
  expect(alwaysMeet(fullTail.write, fullTail.read)).toBe(true);
});

test('the four copies that a long loss of an AZ leaves write in 5 of 16 states and recover in 11', () => {
  const four = countSets(fourCopies, segmentSet('ABDE'));
  expect(counted(four, subsetsOf(segmentSet('ABDE')))).toEqual({ states: 16, writeOK: 5, readOK: 11 });
  expect([alwaysMeet(four.write, four.read), alwaysMeet(four.write, four.write)]).toEqual([true, true]);
});

test('two of the four may miss what was written to A, B, C and F, so the four have to be even before they count', () => {
  const four = countSets(fourCopies, segmentSet('ABDE'));
  expect(alwaysMeet(six.write, four.read)).toBe(false);
});

/** The quorums while members of ABCDEF are replaced; `FG` means that G comes for F. */
function replacing(...changes: readonly string[]): QuorumSets {
  const replacements = changes.map((change) => ({
    leaves: segmentSet(change.charAt(0)),
    joins: segmentSet(change.charAt(1)),
  }));
  const memberships = possibleMemberships(everybody, replacements);
  return transitionSets(memberships.map((members) => countSets(sixCopies, members)));
}

test('while G comes for F, 34 of 128 states write and 94 recover, and ABCD always writes', () => {
  const { write, read } = replacing('FG');
  expect(counted({ write, read }, subsetsOf(segmentSet('ABCDEFG')))).toEqual({ states: 128, writeOK: 34, readOK: 94 });
  expect([minimalSets(write).length, minimalSets(read).length]).toEqual([15, 30]);
  expect(isMet(write, segmentSet('ABCD'))).toBe(true);
});

test('the epochs of a change meet one after the other; without the one between them they do not', () => {
  const second = replacing('FG');
  const third = countSets(sixCopies, segmentSet('ABCDEG'));
  expect(alwaysMeet(second.write, second.read)).toBe(true);
  expect(alwaysMeet(second.write, six.read)).toBe(true);
  expect(alwaysMeet(second.write, third.read)).toBe(true);
  expect(alwaysMeet(six.write, second.write)).toBe(true);
  expect(alwaysMeet(second.write, third.write)).toBe(true);
  expect(alwaysMeet(six.write, third.read)).toBe(false);
});

test('a G that holds nothing yet must not vote: 10 of the 30 read sets miss what C, D, E and F hold', () => {
  const { read } = replacing('FG');
  expect(alwaysMeet(six.write, read)).toBe(false);
  const missing = minimalSets(read).filter(isMissedBySome);
  expect(missing).toHaveLength(10);
  expect(missing).toContain(segmentSet('ABG'));
  expect(missing.every((set) => (set & segmentSet('G')) !== 0)).toBe(true);
});

/** Whether some write set of the first epoch, in which G was no member, is disjoint from a read set. */
function isMissedBySome(readSet: SegmentSet): boolean {
  return minimalSets(six.write).some((writeSet) => (writeSet & readSet) === 0);
}

test('while F is down and G comes, one more loss stalls nothing, and two more only some of the time', () => {
  const { write } = replacing('FG');
  const left = (letters: string, more: number) =>
    ofSize(more, segmentSet(letters)).map((lost) => segmentSet(letters) & ~lost);
  const writing = (sets: readonly SegmentSet[]) => sets.filter((set) => isMet(write, set)).length;
  expect(writing(left('ABCDEG', 1))).toBe(6);
  expect([writing(left('ABCDEG', 2)), left('ABCDEG', 2).length]).toEqual([5, 15]);
  expect([writing(left('ABCDE', 1)), left('ABCDE', 1).length]).toEqual([5, 5]);
});

test('E fails too, and H comes for it: 50 of 256 states write, 206 recover, and ABCD still writes', () => {
  const { write, read } = replacing('FG', 'EH');
  expect(counted({ write, read }, subsetsOf(segmentSet('ABCDEFGH')))).toEqual({
    states: 256,
    writeOK: 50,
    readOK: 206,
  });
  expect([minimalSets(write).length, minimalSets(read).length]).toEqual([15, 44]);
  expect([alwaysMeet(write, read), isMet(write, segmentSet('ABCD'))]).toEqual([true, true]);
});

const expression: fc.Arbitrary<QuorumExpression> = fc.letrec<{ demand: QuorumExpression }>((tie) => ({
  demand: fc.oneof(
    { maxDepth: 2 },
    fc.record({ needs: fc.integer({ min: 1, max: 4 }), of: fc.integer({ min: 1, max: 63 }) }),
    fc.record({ all: fc.array(tie('demand'), { minLength: 1, maxLength: 3 }) }),
    fc.record({ any: fc.array(tie('demand'), { minLength: 1, maxLength: 3 }) }),
  ),
})).demand;

test('a demand that is met stays met when more segments come, and its minimal sets say all of it', () => {
  fc.assert(
    fc.property(expression, fc.nat(63), fc.nat(63), (demand, set, more) => {
      if (isMet(demand, set)) expect(isMet(demand, set | more)).toBe(true);
      expect(isMet(demand, set)).toBe(minimalSets(demand).some((minimal) => (minimal & ~set) === 0));
    }),
  );
});

test('two demands always meet exactly when no two of their minimal sets are disjoint', () => {
  fc.assert(
    fc.property(expression, expression, (one, other) => {
      const disjoint = minimalSets(one).some((first) => minimalSets(other).some((second) => (first & second) === 0));
      expect(alwaysMeet(one, other)).toBe(!disjoint);
    }),
  );
});
