import type { TextEdit } from '../../../text/range.ts';
import { type Path, parentPath } from '../../path.ts';
import type { SourceText } from './source-text.ts';
import { type Collection, lineEnd, lineStart, placeAt, spanOf } from './syntax-place.ts';

/**
 * Takes keys or items of one mapping or list away, with their lines; a collection that would be empty goes as a whole.
 * `paths` are siblings.
 */
export function removeEdits(source: SourceText, paths: readonly Path[]): readonly TextEdit[] | undefined {
  const places = paths.map((path) => placeAt(source.contents, path));
  const parent = places[0]?.parent;
  if (parent === undefined || places.includes(undefined)) return undefined;
  const indices = new Set(places.flatMap((place) => place?.index ?? []));
  if (indices.size < parent.items.length) return removeEntries(source.text, parent, indices);
  const above = parentPath(paths[0] ?? []);
  return above.length === 0 ? undefined : removeEdits(source, [above]);
}

/** Takes some, but not all, of the entries of a collection away. */
export function removeEntries(text: string, parent: Collection, indices: ReadonlySet<number>): readonly TextEdit[] {
  return runsOf(indices).map((run) => ({
    range: parent.flow === true ? flowRange(text, parent, run) : blockRange(text, parent, run),
    newText: '',
  }));
}

/** Indices that follow each other. */
interface Run {
  readonly first: number;
  readonly last: number;
}

function runsOf(indices: ReadonlySet<number>): readonly Run[] {
  const ordered = [...indices].sort((a, b) => a - b);
  return ordered
    .filter((index) => !indices.has(index - 1))
    .map((first) => ({ first, last: ordered.find((index) => index >= first && !indices.has(index + 1)) ?? first }));
}

/** The entries with the comma before them, or behind them where they are the first. */
function flowRange(text: string, parent: Collection, { first, last }: Run) {
  if (first > 0) return { start: spanOf(text, parent, first - 1).end, end: spanOf(text, parent, last).end };
  return { start: spanOf(text, parent, first).start, end: spanOf(text, parent, last + 1).start };
}

/** The lines of the entries; where the first one stands behind a dash, up to the entry that follows. */
function blockRange(text: string, parent: Collection, { first, last }: Run) {
  const { start } = spanOf(text, parent, first);
  const line = lineStart(text, start);
  if (text.slice(line, start).trim() !== '') return { start, end: spanOf(text, parent, last + 1).start };
  const end = lineEnd(text, spanOf(text, parent, last).end);
  const lineBreak = /^\r?\n/.exec(text.slice(end, end + 2))?.[0].length ?? 0;
  return { start: line, end: end + lineBreak };
}
