import { isMap, type Node, type YAMLMap } from 'yaml';
import type { TextEdit } from '../../../text/range.ts';
import type { EditValue } from '../../edit.ts';
import { type Path, parentPath } from '../../path.ts';
import { renderEntry, renderInline, renderLike } from './render.ts';
import { endOf, lineBreakOf, lineEnd, lineStart, placeAt, startOf } from './syntax-place.ts';

/** Writes `value` at `path`: in place of what stands there, or as a new key of the nearest mapping above it. */
export function setEdit(text: string, contents: Node | null, path: Path, value: EditValue): TextEdit | undefined {
  const place = placeAt(contents, path);
  if (place === undefined) return addKey(text, contents, path, value);
  const { node, pair } = place;
  if (node !== null && endOf(node) > startOf(node)) {
    return { range: { start: startOf(node), end: endOf(node) }, newText: renderLike(node, value) };
  }
  if (pair === undefined) return undefined;
  const colon = text.indexOf(':', endOf(pair.key as Node));
  return { range: { start: colon + 1, end: colon + 1 }, newText: ` ${renderInline(value)}` };
}

function addKey(text: string, contents: Node | null, path: Path, value: EditValue): TextEdit | undefined {
  const key = path.at(-1);
  if (typeof key !== 'string') return undefined;
  const parent = placeAt(contents, parentPath(path));
  if (!isMap(parent?.node)) return setEdit(text, contents, parentPath(path), { [key]: value });
  return parent.node.flow === true
    ? addToFlow(parent.node, `${key}: ${renderInline(value)}`)
    : addToBlock(text, parent.node, key, value);
}

function addToFlow(map: YAMLMap, entry: string): TextEdit {
  const last = map.items.at(-1);
  if (last === undefined) return { range: { start: startOf(map), end: endOf(map) }, newText: `{ ${entry} }` };
  const end = Math.max(endOf(last.key as Node), last.value === null ? 0 : endOf(last.value as Node));
  return { range: { start: end, end }, newText: `, ${entry}` };
}

function addToBlock(text: string, map: YAMLMap, key: string, value: EditValue): TextEdit {
  const indent = ' '.repeat(startOf(map) - lineStart(text, startOf(map)));
  const end = lineEnd(text, endOf(map));
  const lineBreak = lineBreakOf(text);
  return { range: { start: end, end }, newText: `${lineBreak}${indent}${renderEntry(key, value, indent, lineBreak)}` };
}
