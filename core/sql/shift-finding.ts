import { type Finding, lazyFinding } from '../rules/finding.ts';
import type { Range } from '../text/range.ts';

/** The same finding in a text in which its own stands `by` characters behind the beginning. */
export function shiftFinding(finding: Finding, by: number): Finding {
  if (by === 0) return finding;
  return lazyFinding({ ...withoutFixes(finding), range: shiftRange(finding.range, by) }, () =>
    finding.fixes.map((fix) => ({
      ...fix,
      edits: fix.edits.map((edit) => ({ ...edit, range: shiftRange(edit.range, by) })),
    })),
  );
}

/** The same range in a text in which its own stands `by` characters behind the beginning. */
export function shiftRange({ start, end }: Range, by: number): Range {
  return { start: start + by, end: end + by };
}

function withoutFixes({ fixes: _, ...rest }: Finding): Omit<Finding, 'fixes'> {
  return rest;
}
