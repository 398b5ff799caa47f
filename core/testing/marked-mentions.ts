import type { Mention } from '../editing/names/name.ts';
import { applyEdits, type TextEdit } from '../text/range.ts';
import { readFixture } from './markers.ts';

/**
 * A text in which a name is marked: `«orders-a»` where it is declared, `‹orders-a›` where it is referred to; `$0` is the
 * cursor.
 */
export function readMarkedMentions(marked: string): { readonly text: string; readonly cursor: number } {
  const { text, cursor } = readFixture(marked.replace(/[«»‹›]/g, ''));
  if (cursor === undefined) throw new Error('the text has no $0');
  return { text, cursor };
}

/** A text with mentions marked as `readMarkedMentions` reads them, without the cursor. */
export function markMentions(text: string, mentions: readonly Mention[]): string {
  const edits = mentions.map(({ range, role }): TextEdit => {
    const name = text.slice(range.start, range.end);
    return { range, newText: role === 'declaration' ? `«${name}»` : `‹${name}›` };
  });
  return applyEdits(text, edits);
}
