/** A clone among the clones of one volume, in pages. */
export interface ClonedPages {
  /** Pages that the volume held when the clone was made. */
  readonly pages: number;
  /** How many of these the clone has written itself. */
  readonly changed: number;
  /**
   * Share of these, 0 to 1, that the source has not written until the next clone was made, or until now for the last one;
   * 0 for the last one when the source is deleted.
   */
  readonly untouched: number;
}

/** Where the pages that a clone sees are. Own, kept and shared come to all of them. */
export interface DividedPages {
  /** Written by the clone. */
  readonly own: number;
  /** Seen by it, and no longer by the source: the source has written them since, or is deleted. */
  readonly kept: number;
  /** Seen by it and by the source. */
  readonly shared: number;
  /** Its part of what is kept: several clones that see the same page divide it. */
  readonly keptPart: number;
}

/**
 * Divides the pages of a volume among its clones, given in the order in which they were made. Every side writes any page
 * as likely as another. Pages that both the source and a clone see belong to the source; what the source sees no longer
 * belongs to the clones that still see it, in proportion to what each sees.
 * Source: Aurora guide, cloning (who is billed for a page that the source has written since is not documented).
 */
export function dividePages(clones: readonly ClonedPages[]): readonly DividedPages[] {
  const alone = new Float64Array(clones.length);
  for (const first of clones.keys()) divideVersions(clones, first, alone);
  return clones.map(({ pages, changed }, index) => {
    const seen = pages - changed;
    const shared = seen * untouchedUntilNow(clones, index);
    return { own: changed, kept: seen - shared, shared, keptPart: alone[index] ?? 0 };
  });
}

function untouchedUntilNow(clones: readonly ClonedPages[], index: number): number {
  return clones.slice(index).reduce((share, { untouched }) => share * untouched, 1);
}

/** Divides the versions of pages that the clone `first` is the oldest to see. */
function divideVersions(clones: readonly ClonedPages[], first: number, alone: Float64Array): void {
  const before = clones[first - 1];
  const older = before === undefined ? 0 : before.pages * before.untouched;
  let versions = Math.max(0, (clones[first]?.pages ?? 0) - older);
  let nobodySees = 1;
  let seeing = 0;
  for (let last = first; last < clones.length; last++) {
    const { pages, changed, untouched } = clones[last] as ClonedPages;
    seeing += seenShare(pages, changed);
    nobodySees *= 1 - seenShare(pages, changed);
    const left = versions * (1 - untouched) * (1 - nobodySees);
    for (let row = first; row <= last && seeing > 0; row++) {
      const clone = clones[row] as ClonedPages;
      alone[row] = (alone[row] ?? 0) + (left * seenShare(clone.pages, clone.changed)) / seeing;
    }
    versions *= untouched;
  }
}

function seenShare(pages: number, changed: number): number {
  return pages > 0 ? (pages - changed) / pages : 0;
}
