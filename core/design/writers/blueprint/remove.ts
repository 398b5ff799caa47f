import { isMap, type Node, type Pair, type YAMLMap, type YAMLSeq } from 'yaml';
import type { TextEdit } from '../../../text/range.ts';
import { type Path, parentPath } from '../../path.ts';
import { endOf, lineEnd, lineStart, placeAt, startOf } from './syntax-place.ts';

/** Takes the key or item at `path` away, with its lines; a collection that would be empty goes as a whole. */
export function removeEdit(text: string, contents: Node | null, path: Path): TextEdit | undefined {
  const place = placeAt(contents, path);
  if (place?.parent === undefined) return undefined;
  const spans = spansOf(text, place.parent);
  const index = place.pair === undefined ? Number(path.at(-1)) : spansIndex(place.parent, place.pair);
  const span = spans[index];
  if (span === undefined) return undefined;
  if (spans.length === 1) return path.length > 1 ? removeEdit(text, contents, parentPath(path)) : undefined;
  if (place.parent.flow === true) return removeFromFlow(spans, index, span);
  return removeLines(text, spans, index, span);
}

interface Span {
  readonly start: number;
  readonly end: number;
}

function spansOf(text: string, parent: YAMLMap | YAMLSeq): readonly Span[] {
  if (isMap(parent)) {
    return parent.items.map((pair) => {
      const key = pair.key as Node;
      const value = pair.value as Node | null;
      return { start: startOf(key), end: Math.max(endOf(key), value === null ? 0 : endOf(value)) };
    });
  }
  return parent.items.map((item) => {
    const node = item as Node;
    const start = parent.flow === true ? startOf(node) : text.lastIndexOf('-', startOf(node) - 1);
    return { start, end: endOf(node) };
  });
}

function spansIndex(parent: YAMLMap | YAMLSeq, pair: Pair): number {
  return (parent.items as readonly unknown[]).indexOf(pair);
}

function removeFromFlow(spans: readonly Span[], index: number, span: Span): TextEdit {
  const next = spans[index + 1];
  const previous = spans[index - 1];
  const range =
    next === undefined ? { start: previous?.end ?? span.start, end: span.end } : { start: span.start, end: next.start };
  return { range, newText: '' };
}

function removeLines(text: string, spans: readonly Span[], index: number, span: Span): TextEdit {
  const start = lineStart(text, span.start);
  const next = spans[index + 1];
  const standsAlone = text.slice(start, span.start).trim() === '';
  if (!standsAlone) return { range: { start: span.start, end: next?.start ?? span.end }, newText: '' };
  const end = lineEnd(text, span.end);
  const lineBreak = /^\r?\n/.exec(text.slice(end, end + 2))?.[0].length ?? 0;
  return { range: { start, end: end + lineBreak }, newText: '' };
}
