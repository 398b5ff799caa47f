/** The one span in which two lists differ: `deleteCount` items from `start` give way to `data`. */
export interface ChangedSpan {
  readonly start: number;
  readonly deleteCount: number;
  readonly data: number[];
}

/** What makes one list of the other; undefined when they are the same. */
export function changedSpan(before: readonly number[], after: readonly number[]): ChangedSpan | undefined {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before[start] === after[start]) start++;
  let end = 0;
  while (end < shorter - start && before.at(-1 - end) === after.at(-1 - end)) end++;
  const deleteCount = before.length - end - start;
  const data = after.slice(start, after.length - end);
  return deleteCount === 0 && data.length === 0 ? undefined : { start, deleteCount, data };
}
