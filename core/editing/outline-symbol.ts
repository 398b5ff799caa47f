import type { Range } from '../text/range.ts';

/** Something of a design, a template or an SQL text in its outline. */
export interface OutlineSymbol {
  readonly name: string;
  /** The value of a scalar, or what a group is in a few words; empty where its name says it. */
  readonly detail: string;
  readonly kind: 'group' | 'list' | 'value' | 'function' | 'procedure' | 'table' | 'view' | 'statement' | 'call';
  readonly range: Range;
  /** What is shown when a person goes there; inside `range`. */
  readonly selectionRange: Range;
  readonly children: readonly OutlineSymbol[];
}
