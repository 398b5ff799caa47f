import type { CompletionItem } from '../editing/completion-item.ts';
import { plainInsertText } from '../editing/plain-insert-text.ts';
import { applyEdits } from '../text/range.ts';

/** A text after an item of a completion list was chosen, its tab stops left as they are offered. */
export function chooseItem(text: string, item: CompletionItem): string {
  return applyEdits(text, [{ range: item.range, newText: plainInsertText(text, item) }]);
}
