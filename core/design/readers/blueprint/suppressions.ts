import type { Suppression } from '../../../rules/control/suppression.ts';
import { readDirective } from '../../../rules/control/suppression-directive.ts';
import { contains, type Range } from '../../../text/range.ts';
import { formatPath, parentPath } from '../../path.ts';
import type { BlueprintDocument } from '../blueprint.ts';
import type { Place } from '../locator.ts';

/**
 * The suppressions of one YAML document. One at the end of a line covers the value that starts on that line and all
 * inside it; one on a line of its own covers the value that starts on the next; one above the first key covers all.
 */
export function blueprintSuppressions(text: string, { locator, source }: BlueprintDocument): readonly Suppression[] {
  if (!text.includes('aurora-ignore')) return [];
  const places = [...locator.places()].filter(({ path, shared }) => path.length > 0 && !shared);
  return commentSuppressions(text, places, source.document.range[2]);
}

/** The same for the places of one YAML document, whatever it holds. `end` is where the document ends. */
export function commentSuppressions(text: string, places: readonly Place[], end: number): readonly Suppression[] {
  const firstKey = places.reduce((first, { whole }) => Math.min(first, whole.start), text.length);
  // The comments above the first key belong to the document, back to the line that separates it from the one before.
  const start = Math.max(0, text.lastIndexOf('\n---', firstKey) + 1);
  return commentsIn(text, start, end, places).flatMap((comment) => {
    const found = readDirective(text.slice(comment.start, comment.end));
    if (found === undefined) return [];
    const line = lineOf(text, comment.start);
    const standsAlone = text.slice(line.start, comment.start).trim() === '';
    const covers = standsAlone && comment.start < firstKey ? { start, end } : coveredBy(text, places, comment.start);
    const blanks = /[ \t]*$/.exec(text.slice(line.start, comment.start))?.[0].length ?? 0;
    return [
      {
        rules: found.rules,
        reason: found.reason,
        range: { start: comment.start + found.start, end: comment.end },
        whole: standsAlone
          ? { start: line.start, end: Math.min(line.end + 1, text.length) }
          : { start: comment.start - blanks, end: comment.end },
        covers,
      },
    ];
  });
}

/** The text that a suppression in a comment at `offset`, below the first key of a document, covers. */
export function coveredBy(text: string, places: readonly Place[], offset: number): Range | undefined {
  const line = lineOf(text, offset);
  const standsAlone = text.slice(line.start, offset).trim() === '';
  const covered = standsAlone ? nextLineOfValues(text, line.end) : line;
  return covered && outermost(places, covered)?.whole;
}

/** Comments with a suppression in them: a `#` at the beginning of a line or behind a blank, outside every value. */
function commentsIn(text: string, start: number, end: number, places: readonly Place[]): readonly Range[] {
  // What holds other values is marked by its first line, with the comment at its end.
  const holders = new Set(places.map(({ path }) => formatPath(parentPath(path))));
  const values = places.filter(({ path }) => !holders.has(formatPath(path))).map(({ value }) => value);
  return [...text.slice(start, end).matchAll(/(?<=^|[ \t])#[^\r\n]*aurora-ignore[^\r\n]*/gm)]
    .map((match) => ({ start: start + match.index, end: start + match.index + match[0].length }))
    .filter((comment) => !values.some((value) => contains(value, comment.start) && value.end > comment.start));
}

function lineOf(text: string, offset: number): Range {
  const start = text.lastIndexOf('\n', offset - 1) + 1;
  const newline = text.indexOf('\n', offset);
  return { start, end: newline === -1 ? text.length : newline };
}

/** The next line that is neither blank nor a comment. */
function nextLineOfValues(text: string, end: number): Range | undefined {
  let line = { start: end + 1, end };
  while (line.start < text.length) {
    line = lineOf(text, line.start);
    if (!/^\s*(#|$)/.test(text.slice(line.start, line.end))) return line;
    line = { start: line.end + 1, end: line.end };
  }
  return undefined;
}

function outermost(places: readonly Place[], line: Range): Place | undefined {
  return places
    .filter(({ whole }) => line.start <= whole.start && whole.start <= line.end)
    .reduce<Place | undefined>(
      (outer, place) => (outer && outer.path.length <= place.path.length ? outer : place),
      undefined,
    );
}
