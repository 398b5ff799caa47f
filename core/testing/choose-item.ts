import type { CompletionItem } from '../editing/completion-item.ts';
import { applyEdits } from '../text/range.ts';

/** A text after an item of a completion list was chosen, its tab stops left as they are offered. */
export function chooseItem(text: string, item: CompletionItem): string {
  const line = text.slice(text.lastIndexOf('\n', item.range.start - 1) + 1, item.range.start);
  const indent = /^ */.exec(line)?.[0] ?? '';
  const plain = item.insertText
    .replace(/\$\{\d+:((?:\\.|[^}\\])*)\}/g, '$1')
    .replace(/\$\{\d+\|([^,|]*)[^}]*\}/g, '$1')
    .replace(/\$\d+/g, '')
    .replace(/\\(.)/g, '$1');
  const newText = item.isSnippet ? plain.replaceAll('\n', `\n${indent}`) : item.insertText;
  return applyEdits(text, [{ range: item.range, newText }]);
}
