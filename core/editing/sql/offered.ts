import type { Range } from '../../text/range.ts';
import { type CompletionItem, sortTextOf } from '../completion-item.ts';
import type { SqlCursor } from './sql-cursor.ts';
import { literalAt } from './written-literal.ts';

/** What can be written at the cursor, before it has a place in the list. */
export type Offer = Omit<CompletionItem, 'sortText'>;

/** A value that stands in quotes, with what it is. */
export interface OfferedValue {
  readonly value: string;
  readonly detail?: string;
  readonly documentation: string;
}

/** Values as literals at the cursor. */
export function literalOffers(text: string, cursor: SqlCursor, values: readonly OfferedValue[]): readonly Offer[] {
  return values.flatMap(({ value, documentation, detail }): readonly Offer[] => {
    const written = literalAt(text, cursor, value);
    if (written === undefined) return [];
    const item = { label: value, kind: 'value' as const, documentation, isSnippet: false, ...written };
    return [detail === undefined ? item : { ...item, detail }];
  });
}

/** A word that is written as it is. */
export function plainOffer(
  label: string,
  range: Range,
  { kind, detail, documentation }: Pick<Offer, 'kind' | 'documentation'> & { readonly detail?: string },
): Offer {
  const item = { label, kind, documentation, insertText: label, isSnippet: false, range };
  return detail === undefined ? item : { ...item, detail };
}

/** Offers in the order in which they are given. */
export function inThisOrder(offers: readonly Offer[]): readonly CompletionItem[] {
  return offers.map((offer, index) => ({ ...offer, sortText: sortTextOf(index) }));
}
