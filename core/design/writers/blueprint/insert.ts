import { isSeq, type Node, type YAMLSeq } from 'yaml';
import type { TextEdit } from '../../../text/range.ts';
import type { EditValue } from '../../edit.ts';
import type { Path } from '../../path.ts';
import { renderInline } from './render.ts';
import { setEdit } from './set.ts';
import { endOf, lineBreakOf, lineEnd, lineStart, placeAt, startOf } from './syntax-place.ts';

/** Appends `value` to the list at `path`, in the style of the list; makes the list when there is none. */
export function insertEdit(text: string, contents: Node | null, path: Path, value: EditValue): TextEdit | undefined {
  const node = placeAt(contents, path)?.node;
  if (!isSeq(node) || node.items.length === 0) return setEdit(text, contents, path, [value]);
  return node.flow === true ? appendToFlow(node, value) : appendToBlock(text, node, value);
}

function appendToFlow(list: YAMLSeq, value: EditValue): TextEdit {
  const end = endOf(list.items.at(-1) as Node);
  return { range: { start: end, end }, newText: `, ${renderInline(value)}` };
}

function appendToBlock(text: string, list: YAMLSeq, value: EditValue): TextEdit {
  const indent = ' '.repeat(startOf(list) - lineStart(text, startOf(list)));
  const end = lineEnd(text, endOf(list));
  return { range: { start: end, end }, newText: `${lineBreakOf(text)}${indent}- ${renderInline(value)}` };
}
