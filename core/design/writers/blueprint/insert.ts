import { isMap, isSeq, type YAMLSeq } from 'yaml';
import type { TextEdit } from '../../../text/range.ts';
import type { EditValue } from '../../edit.ts';
import type { Path } from '../../path.ts';
import { renderFlowItem, renderItem } from './render.ts';
import { gapOf, setEdit } from './set.ts';
import type { SourceText } from './source-text.ts';
import { endWithComments, indentOf, isEmpty, lineBreakOf, lineEnd, placeAt, spanOf, startOf } from './syntax-place.ts';

/** Appends `value` to the list at `path`, in the style of the list; makes the list when there is none. */
export function insertEdit(source: SourceText, path: Path, value: EditValue): TextEdit | undefined {
  const place = placeAt(source.contents, path);
  if (isSeq(place?.node) && place.node.items.length > 0) {
    return place.node.flow === true
      ? appendToFlow(source.text, place.node, value)
      : appendToBlock(source.text, place.node, value);
  }
  const isFree = place === undefined ? !source.isWritten(path) : isEmpty(place.node) || isSeq(place.node);
  return isFree ? setEdit(source, path, [value]) : undefined;
}

function appendToFlow(text: string, list: YAMLSeq, value: EditValue): TextEdit {
  const { end } = spanOf(text, list, list.items.length - 1);
  const item = renderFlowItem(list.items.at(-1), value);
  return { range: { start: end, end }, newText: `,${gapOf(text, list)}${item}` };
}

function appendToBlock(text: string, list: YAMLSeq, value: EditValue): TextEdit {
  const indent = indentOf(text, startOf(list));
  const lineBreak = lineBreakOf(text);
  const last = list.items.at(-1);
  const end = endWithComments(text, lineEnd(text, spanOf(text, list, list.items.length - 1).end), indent.length);
  const item = renderItem(value, `${indent}  `, lineBreak, isMap(last) && last.flow !== true);
  return { range: { start: end, end }, newText: `${lineBreak}${indent}- ${item}` };
}
