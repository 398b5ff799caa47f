import { isMap, type YAMLMap } from 'yaml';
import type { TextEdit } from '../../../text/range.ts';
import type { EditValue } from '../../edit.ts';
import { type Path, parentPath } from '../../path.ts';
import { renderEntry, renderFlowEntry, renderInline, renderLike } from './render.ts';
import type { SourceText } from './source-text.ts';
import {
  endOf,
  endWithComments,
  indentOf,
  isEmpty,
  isMarked,
  lineBreakOf,
  lineEnd,
  placeAt,
  spanOf,
  startOf,
} from './syntax-place.ts';

/** Writes `value` at `path`: in place of what stands there, or as a new key of the nearest mapping above it. */
export function setEdit(source: SourceText, path: Path, value: EditValue): TextEdit | undefined {
  const place = placeAt(source.contents, path);
  if (place === undefined) return addKey(source, path, value);
  const { node, pair, parent, index } = place;
  if (node !== null && !isEmpty(node)) return replace(startOf(node), endOf(source.text, node), renderLike(node, value));
  if (parent === undefined || isMarked(node)) return undefined;
  const { end } = spanOf(source.text, parent, index);
  const needsColon = pair !== undefined && source.text.charAt(end - 1) !== ':';
  return replace(end, end, `${needsColon ? ':' : ''} ${renderInline(value)}`);
}

/** Adds a key, or the group it belongs to; nothing when the group comes through an alias or a merge key. */
function addKey(source: SourceText, path: Path, value: EditValue): TextEdit | undefined {
  const key = path.at(-1);
  const above = parentPath(path);
  if (typeof key !== 'string') return undefined;
  const parent = placeAt(source.contents, above);
  if (isMap(parent?.node)) {
    const before = entryBefore(parent.node, source.keysAt(above), key);
    if (parent.node.flow === true) return addToFlow(source.text, parent.node, before, key, value);
    return addToBlock(source.text, parent.node, before, key, value);
  }
  const isWritable = parent === undefined ? !source.isWritten(above) : isEmpty(parent.node);
  return isWritable ? setEdit(source, above, { [key]: value }) : undefined;
}

/** Index of the entry behind which a key belongs by the order of keys; -1 before all, the last when it has none. */
function entryBefore(map: YAMLMap, order: readonly string[], key: string): number {
  const own = order.indexOf(key);
  if (own < 0) return map.items.length - 1;
  const ranks = map.items.map((pair) => order.indexOf(String((pair.key as { value?: unknown }).value)));
  const best = Math.max(...ranks.filter((rank) => rank < own), -1);
  return best < 0 ? -1 : ranks.lastIndexOf(best);
}

function addToFlow(text: string, map: YAMLMap, before: number, key: string, value: EditValue): TextEdit {
  const entry = renderFlowEntry(map, key, value);
  if (map.items.length === 0) return replace(startOf(map), endOf(text, map), `{ ${entry} }`);
  const gap = gapOf(text, map);
  if (before < 0) {
    const { start } = spanOf(text, map, 0);
    return replace(start, start, `${entry},${gap}`);
  }
  const { end } = spanOf(text, map, before);
  return replace(end, end, `,${gap}${entry}`);
}

/** What stands between two entries of a flow collection: a blank, or a line break where each has its own line. */
export function gapOf(text: string, collection: YAMLMap | Parameters<typeof spanOf>[1]): string {
  const { start } = spanOf(text, collection, 0);
  const isOnOwnLine = text.slice(startOf(collection), start).includes('\n');
  return isOnOwnLine ? `${lineBreakOf(text)}${indentOf(text, start)}` : ' ';
}

function addToBlock(text: string, map: YAMLMap, before: number, key: string, value: EditValue): TextEdit {
  const lineBreak = lineBreakOf(text);
  const indent = indentOf(text, startOf(map));
  const entry = renderEntry(key, value, indent, lineBreak);
  if (before < 0) return replace(startOf(map), startOf(map), `${entry}${lineBreak}${indent}`);
  const end = endWithComments(text, lineEnd(text, spanOf(text, map, before).end), indent.length);
  const gap = entry.includes('\n') && isSetApart(text, map, before) ? lineBreak : '';
  return replace(end, end, `${gap}${lineBreak}${indent}${entry}`);
}

/** Whether an empty line stands before an entry of a mapping. */
function isSetApart(text: string, map: YAMLMap, index: number): boolean {
  const end = index > 0 ? spanOf(text, map, index - 1).end : startOf(map);
  return /\n[ \t]*\r?\n/.test(text.slice(end, spanOf(text, map, index).start));
}

function replace(start: number, end: number, newText: string): TextEdit {
  return { range: { start, end }, newText };
}
