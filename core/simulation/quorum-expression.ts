import { isReached, type QuorumModel } from './quorum.ts';

/** Segments as bits: bit 0 is A. Beyond F lie those that replace a member: the set has room for 30. */
export type SegmentSet = number;

/** What a set of segments has to hold: some of a set, all of several demands, or one of them. */
export type QuorumExpression =
  | { readonly needs: number; readonly of: SegmentSet }
  | { readonly all: readonly QuorumExpression[] }
  | { readonly any: readonly QuorumExpression[] };

/** What a write and a recovery of one protection group need. */
export interface QuorumSets {
  readonly write: QuorumExpression;
  readonly read: QuorumExpression;
}

/** Segments by their letters, such as `ABCDEG`. */
export function segmentSet(letters: string): SegmentSet {
  return [...letters].reduce((set, letter) => set | (1 << (letter.charCodeAt(0) - 65)), 0);
}

/** How many segments a set has. */
export function sizeOf(set: SegmentSet): number {
  let size = 0;
  for (let left = set; left !== 0; left &= left - 1) size++;
  return size;
}

/** Whether these segments meet a demand. */
export function isMet(demand: QuorumExpression, present: SegmentSet): boolean {
  if ('needs' in demand) return isReached(demand, sizeOf(demand.of & present));
  if ('all' in demand) return demand.all.every((part) => isMet(part, present));
  return demand.any.some((part) => isMet(part, present));
}

/** Every segment that a demand speaks of. */
export function segmentsOf(demand: QuorumExpression): SegmentSet {
  if ('needs' in demand) return demand.of;
  return ('all' in demand ? demand.all : demand.any).reduce((set, part) => set | segmentsOf(part), 0);
}

/** Every subset of a set, itself and the empty one included. */
export function subsetsOf(set: SegmentSet): readonly SegmentSet[] {
  const subsets = [0];
  for (let subset = set; subset !== 0; subset = (subset - 1) & set) subsets.push(subset);
  return subsets;
}

/** The sets that meet a demand and no longer do once any segment is left out. */
export function minimalSets(demand: QuorumExpression): readonly SegmentSet[] {
  const members = segmentsOf(demand);
  return subsetsOf(members).filter((set) => isMet(demand, set) && !hasSpare(demand, set));
}

function hasSpare(demand: QuorumExpression, set: SegmentSet): boolean {
  for (let left = set; left !== 0; left &= left - 1) {
    if (isMet(demand, set & ~(left & -left))) return true;
  }
  return false;
}

/**
 * Whether no set that meets one demand is disjoint from one that meets the other: what is written to the one is found in
 * the other. Of everything outside a set that meets `one`, nothing may meet `other`.
 */
export function alwaysMeet(one: QuorumExpression, other: QuorumExpression): boolean {
  const everybody = segmentsOf(one) | segmentsOf(other);
  return subsetsOf(segmentsOf(one)).every((set) => !isMet(one, set) || !isMet(other, everybody & ~set));
}

/** So many of the members, to write and to recover. */
export function countSets({ write, read }: QuorumModel, members: SegmentSet): QuorumSets {
  return { write: { needs: write.needs, of: members }, read: { needs: read.needs, of: members } };
}

/**
 * Members of which some are full (log and pages) and the others tail (log alone): a write needs the quorum or all full
 * ones, a recovery the quorum with a full one in it. Source: Verbitski 2018, 4.2.
 */
export function fullTailSets(model: QuorumModel, members: SegmentSet, full: SegmentSet): QuorumSets {
  const { write, read } = countSets(model, members);
  return {
    write: { any: [write, { needs: sizeOf(full), of: full }] },
    read: { all: [read, { needs: 1, of: full }] },
  };
}

/**
 * While members are being replaced there are several memberships, and nobody knows yet which will stay: a write has to
 * satisfy all of them, so that a recovery may go by any. Source: Verbitski 2018, 4.1.
 */
export function transitionSets(memberships: readonly QuorumSets[]): QuorumSets {
  const [only] = memberships;
  if (only !== undefined && memberships.length === 1) return only;
  return { write: { all: memberships.map(({ write }) => write) }, read: { any: memberships.map(({ read }) => read) } };
}

/** The memberships that may come of it: each replacement stays undone, or takes the place of its member. */
export function possibleMemberships(
  members: SegmentSet,
  replacements: readonly { readonly leaves: SegmentSet; readonly joins: SegmentSet }[],
): readonly SegmentSet[] {
  return replacements.reduce<readonly SegmentSet[]>(
    (sets, { leaves, joins }) => sets.flatMap((set) => [set, (set & ~leaves) | joins]),
    [members],
  );
}
