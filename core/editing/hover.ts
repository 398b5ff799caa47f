import type { Range } from '../text/range.ts';

/** What there is to say about a place in a text. */
export interface Hover {
  /** Markdown. */
  readonly contents: string;
  readonly range: Range;
}
