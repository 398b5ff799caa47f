import type { YAMLSeq } from 'yaml';
import { endWithComments, indentOf, lineEnd, lineStart, type Span, spanOf, startOf } from './syntax-place.ts';

/**
 * The text of each item of a list with the comments that belong to it, so that items can change places: those behind it on
 * its last line, those below that are indented deeper, and those on the lines above it. Between the stretches stand line
 * breaks and empty lines, which stay. Undefined where it is not clear to which item a comment belongs.
 */
export function itemSpans(text: string, list: YAMLSeq): readonly Span[] | undefined {
  const spans = list.items.map((_, index) => spanOf(text, list, index));
  if (list.flow === true) return isCommentBetween(text, list, spans) ? undefined : spans;
  const first = spans[0];
  if (first === undefined || text.slice(lineStart(text, first.start), first.start).trim() !== '') return undefined;
  const indent = indentOf(text, first.start).length;
  const ends = spans.map(({ end }) => endWithComments(text, lineEnd(text, end), indent));
  return spans.map(({ start }, index) => ({
    start: startWithComments(text, lineStart(text, start), ends[index - 1] ?? 0),
    end: ends[index] ?? start,
  }));
}

function isCommentBetween(text: string, list: YAMLSeq, spans: readonly Span[]): boolean {
  const starts = [startOf(list), ...spans.map(({ end }) => end)];
  const ends = [...spans.map(({ start }) => start), list.range?.[1] ?? 0];
  return starts.some((start, index) => text.slice(start, ends[index]).includes('#'));
}

/** The start of the first of the lines directly above that are comments, behind `limit`. */
function startWithComments(text: string, start: number, limit: number): number {
  const above = lineStart(text, start - 1);
  const isComment = start > 0 && above > limit && /^\s*#/.test(text.slice(above, start));
  return isComment ? startWithComments(text, above, limit) : start;
}
