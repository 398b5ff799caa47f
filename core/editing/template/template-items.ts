import type { Shape } from '../../design/format/shape.ts';
import { type CompletionItem, sortTextOf } from '../completion-item.ts';
import { typeOf } from '../property-documentation.ts';
import type { OfferedValue } from '../values/offered-value.ts';
import { quotedLike } from '../written-value.ts';
import type { TemplateCursor } from './template-cursor.ts';
import {
  entriesSnippet,
  type SnippetValue,
  snippetValueOf,
  type TemplateForm,
  valueSnippet,
} from './template-snippet.ts';

/** How what is written at a cursor has to look. */
export function formAt({ isJson, isFlow }: TemplateCursor): TemplateForm {
  return isJson ? 'json' : isFlow ? 'flow' : 'block';
}

/** A key that can be written. */
export interface OfferedKey {
  readonly key: string;
  readonly detail: string;
  readonly documentation: string;
  /** What is written behind it; only the key where there is nothing to say. */
  readonly value: SnippetValue | undefined;
}

/** A property as a key, with what belongs behind it. */
export function offeredKey(key: string, shape: Shape, isRequired: boolean, documentation: string): OfferedKey {
  const detail = isRequired ? `${typeOf(shape)} (required)` : typeOf(shape);
  return { key, detail, documentation, value: snippetValueOf(shape) };
}

/** Keys as items, in their order. */
export function keyItems(cursor: TemplateCursor, keys: readonly OfferedKey[]): readonly CompletionItem[] {
  const { hasColon, quotes, word } = cursor;
  return keys.map(({ key, detail, documentation, value }, index) => {
    const isSnippet = !hasColon && quotes === '' && value !== undefined;
    return {
      label: key,
      kind: 'property',
      detail,
      documentation,
      insertText: isSnippet ? entriesSnippet({ [key]: value }, formAt(cursor)) : plainKey(cursor, key),
      isSnippet,
      range: word,
      sortText: sortTextOf(index),
    };
  });
}

function plainKey({ quotes, isJson }: TemplateCursor, key: string): string {
  return quotes === '' && isJson ? JSON.stringify(key) : quotedLike(key, quotes);
}

/** A value to be written. */
export interface ValueItem extends OfferedValue {
  /** As it has to stand there when it is no plain text. */
  readonly written?: SnippetValue;
  /** Whether YAML is to take it for text. */
  readonly isText: boolean;
}

/** Values as items, in their order, each once; `general` documents those that have no words of their own. */
export function valueItems(
  cursor: TemplateCursor,
  values: readonly ValueItem[],
  { general, isList = false, dash = '' }: { general: string; isList?: boolean; dash?: string },
): readonly CompletionItem[] {
  const { word, present, quotes, before } = cursor;
  const blank = before.endsWith(':') && dash === '' ? ' ' : '';
  const seen = new Set(present);
  const fitting = values.filter(({ value, written }) => {
    const isNew = !seen.has(value) && (quotes === '' || written === undefined);
    seen.add(value);
    return isNew;
  });
  return fitting.map(({ value, detail, documentation, alsoKnownAs, written, isText }, index) => {
    const text = written === undefined ? plainValue(cursor, value, isText) : valueSnippet(written, formAt(cursor));
    return {
      label: value,
      kind: 'value',
      ...(detail === undefined ? {} : { detail }),
      documentation: documentation ?? general,
      insertText: `${blank}${dash}${isList ? `[${text}]` : text}`,
      isSnippet: written !== undefined,
      range: word,
      sortText: sortTextOf(index),
      ...(alsoKnownAs === undefined ? {} : { filterText: `${value} ${alsoKnownAs}` }),
    };
  });
}

/** A value in the quotes in which the cursor stands, or in its own where it needs them. */
function plainValue({ quotes, isJson }: TemplateCursor, value: string, isText: boolean): string {
  if (quotes !== '') return quotedLike(value, quotes);
  if (!isText) return value;
  return isJson ? JSON.stringify(value) : quotedLike(value, '');
}
