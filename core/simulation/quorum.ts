import * as resilience from '../facts/generated/resilience.ts';

/** `needs` complete copies of the `of` that belong to a protection group. */
export interface Quorum {
  readonly needs: number;
  readonly of: number;
}

/** How many copies of a group a write and a recovery need. */
export interface QuorumModel {
  readonly write: Quorum;
  readonly read: Quorum;
}

const { copies, write_quorum, read_quorum } = resilience;

/** Six copies, two in each of three AZs: four to write, three to recover. Source: Verbitski 2017, 2.1. */
export const sixCopies: QuorumModel = {
  write: { needs: write_quorum.value, of: copies.value },
  read: { needs: read_quorum.value, of: copies.value },
};

/** The four copies that are left when an AZ is away for long: three to write, two to recover. Source: Verbitski 2018, 4.1. */
export const fourCopies: QuorumModel = { write: { needs: 3, of: 4 }, read: { needs: 2, of: 4 } };

/** Whether so many copies are enough for a quorum. */
export function isReached({ needs }: Pick<Quorum, 'needs'>, copies: number): boolean {
  return copies >= needs;
}

/**
 * Whether every read meets every write (Vr + Vw > V) and every write the one before it (2 Vw > V), without which a
 * recovery may miss an acknowledged commit. Source: Verbitski 2017, 2.1.
 */
export function quorumsMeet({ write, read }: QuorumModel): boolean {
  return write.of === read.of && read.needs + write.needs > write.of && 2 * write.needs > write.of;
}

/** Letters of the six segments of a group, in order. */
export const segmentLetters = ['A', 'B', 'C', 'D', 'E', 'F'] as const;

/** Copies of a group, and so segments of it. */
export const segmentsPerGroup = segmentLetters.length;

/** Segments of a group in each AZ of the volume. */
export const segmentsPerZone: number = copies.per_az;

/** Which of the three AZs of the volume holds a segment: A and D the first, B and E the second, C and F the third. */
export function zoneSlotOfSegment(segment: number): number {
  return segment % copies.azs;
}
