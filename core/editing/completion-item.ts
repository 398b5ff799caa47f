import type { Range } from '../text/range.ts';

/** Something that can be written at the cursor. */
export interface CompletionItem {
  /** What it is: the key or the value itself. */
  readonly label: string;
  readonly kind: 'property' | 'value' | 'snippet' | 'function' | 'keyword' | 'field';
  /** A few words beside the label. */
  readonly detail?: string;
  /** Markdown. */
  readonly documentation: string;
  /** What is written in place of `range`; with tab stops (`$1`, `${2:text}`) when it is a snippet. */
  readonly insertText: string;
  readonly isSnippet: boolean;
  readonly range: Range;
  /** What a person may type to find it; the label when left out. */
  readonly filterText?: string;
  /** Items are ordered by it, as text. */
  readonly sortText: string;
}

/** A place in a list of items as text that sorts like the number. */
export function sortTextOf(index: number): string {
  return `${index}`.padStart(4, '0');
}
