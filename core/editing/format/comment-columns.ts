/** A comment behind something on its line. */
export interface TrailingComment {
  readonly line: number;
  /** The last line on which it goes on, in comments below it in the same column. */
  readonly lastLine: number;
  /** The column in which it stands. */
  readonly was: number;
  /** The column behind what stands before it, as it was and as it becomes. */
  readonly beforeWas: number;
  readonly before: number;
}

/**
 * The columns of comments that stand behind something, in the order of their lines. Comments that somebody aligned stay
 * aligned, as far behind the longest line as they were. Others follow one blank, or two where the writer mostly does so.
 */
export function commentColumns<Comment extends TrailingComment>(
  comments: readonly Comment[],
): ReadonlyMap<Comment, number> {
  const groups = groupsInOneColumn(comments);
  const alone = groups.filter((group) => !isAligned(group)).flat();
  const blanks = usualBlanks(alone);
  const columns = new Map(alone.map((comment) => [comment, comment.before + blanks]));
  for (const group of groups.filter(isAligned)) {
    const column = Math.max(...group.map(({ before }) => before)) + Math.min(...group.map(blanksBefore));
    for (const comment of group) columns.set(comment, column);
  }
  return columns;
}

function blanksBefore({ was, beforeWas }: TrailingComment): number {
  return was - beforeWas;
}

function usualBlanks(comments: readonly TrailingComment[]): number {
  const ones = comments.filter((comment) => blanksBefore(comment) === 1).length;
  const twos = comments.filter((comment) => blanksBefore(comment) === 2).length;
  return twos > ones ? 2 : 1;
}

/** Comments on lines that follow each other, in one column. */
function groupsInOneColumn<Comment extends TrailingComment>(comments: readonly Comment[]): readonly Comment[][] {
  const groups: Comment[][] = [];
  for (const comment of comments) {
    const group = groups.at(-1);
    const above = group?.at(-1);
    if (above?.was === comment.was && above.lastLine + 1 === comment.line) group?.push(comment);
    else groups.push([comment]);
  }
  return groups;
}

/** Whether blanks were written to bring comments into one column: a few blanks behind lines of one length may be chance. */
function isAligned(group: readonly TrailingComment[]): boolean {
  if (group.length === 1) return false;
  const blanks = Math.min(...group.map(blanksBefore));
  const isOneLength = (lengths: readonly number[]) => new Set(lengths).size === 1;
  const lengths = [group.map(({ beforeWas }) => beforeWas), group.map(({ before }) => before)];
  return blanks > 2 || !lengths.some(isOneLength);
}
