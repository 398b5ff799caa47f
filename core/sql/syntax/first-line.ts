import type { Range } from '../../text/range.ts';

/** The part of a range that stands on the line on which it begins, without blanks at its end: what is marked of long things. */
export function firstLineOf(text: string, { start, end }: Range): Range {
  const newline = text.indexOf('\n', start);
  const line = text.slice(start, newline < 0 ? end : Math.min(newline, end));
  return { start, end: start + line.trimEnd().length };
}
