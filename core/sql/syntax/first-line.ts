import type { Range } from '../../text/range.ts';

/** The part of a range that stands on the line on which it begins, without blanks at its end: what is marked of long things. */
export function firstLineOf(text: string, { start, end }: Range): Range {
  const lineEnd = /\s*(?:\r?\n|$)/.exec(text.slice(start, end))?.index ?? 0;
  return { start, end: start + lineEnd };
}
