import { blueprintShape } from '../design/format/blueprint.ts';
import type { ObjectShape, Properties, RecordShape, ScalarShape, Shape } from '../design/format/shape.ts';
import type { Blueprint } from '../design/readers/blueprint.ts';
import { type CompletionItem, sortTextOf } from './completion-item.ts';
import { type CursorContext, cursorContext } from './cursor-context.ts';
import { fittingKeys } from './fitting-keys.ts';
import { fits } from './fitting-value.ts';
import { starts } from './new-design/starts.ts';
import { textBefore } from './probe-text.ts';
import { propertyAsMarkdown, typeOf } from './property-documentation.ts';
import { itemSnippet, keySnippet } from './snippet.ts';
import { itemSnippets, keySnippets } from './snippets/snippets.ts';
import type { WholeSnippet } from './snippets/whole-snippet.ts';
import { offeredKeys } from './values/offered-keys.ts';
import type { OfferedValue } from './values/offered-value.ts';
import { offeredValues } from './values/offered-values.ts';
import { quotedLike, quotesAt } from './written-value.ts';

/**
 * What can be written at `offset` of a blueprint: keys that are still missing there, values, whole groups and items.
 * `before` is the blueprint as it was read last: what was not touched since is not parsed again. Never throws.
 */
export function completeBlueprint(text: string, offset: number, before?: Blueprint): readonly CompletionItem[] {
  const context = cursorContext(text, offset, before);
  if (context === undefined) return [];
  const items = completionsAt({
    ...context,
    before: textBefore(text, context.word),
    quotes: quotesAt(text, context.word),
  });
  return context.needsComma ? items.map((item) => ({ ...item, insertText: `${item.insertText},` })) : items;
}

function completionsAt(cursor: Cursor): readonly CompletionItem[] {
  const { kind, shape, present, hasColon } = cursor;
  if (kind === 'item') return itemCompletions(cursor);
  if (kind === 'value') return valueCompletions(cursor);
  if (shape.kind === 'record') return recordKeyCompletions(cursor, shape);
  if (shape.kind !== 'object') return [];
  const isBlank = isWholeBlueprint(shape) && present.length === 0 && !hasColon;
  return [...(isBlank ? wholeBlueprints(cursor) : []), ...newItems(cursor), ...keyCompletions(cursor, shape)];
}

/** Whether a shape is that of a blueprint, and not of a part of one. */
function isWholeBlueprint(shape: Shape): boolean {
  return shape === blueprintShape;
}

/** A context with what is written around the word. */
interface Cursor extends CursorContext {
  /** The line up to the word. */
  readonly before: string;
  /** The sign of the quotes in which the word stands; empty outside. */
  readonly quotes: string;
}

/** What an empty text can begin with. */
function wholeBlueprints({ word }: CursorContext): readonly CompletionItem[] {
  return starts().map(({ label, detail, text }, index) => ({
    label,
    kind: 'snippet',
    detail,
    documentation: 'A whole blueprint to begin with.',
    insertText: text,
    isSnippet: true,
    range: word,
    sortText: `!${sortTextOf(index)}`,
  }));
}

/** The keys that the group does not have yet, in the order of the format, each followed by what it can hold as a whole. */
function keyCompletions(cursor: Cursor, shape: ObjectShape<Properties>): readonly CompletionItem[] {
  const { path, hasColon, quotes, isFlow, value } = cursor;
  const isWhole = !hasColon && quotes === '';
  return fittingKeys(shape, cursor).flatMap((key, index) => {
    const property = shape.properties[key];
    if (property === undefined || (hasColon && !fits(property, value))) return [];
    const sortText = sortTextOf(index);
    const detail = shape.required.includes(key) ? `${typeOf(property)} (required)` : typeOf(property);
    const wholes = isWhole && !isFlow ? keySnippets(cursor.design, [...path, key]) : [];
    return [
      keyItem(cursor, { key, shape: property, detail, documentation: propertyAsMarkdown(property), sortText }),
      ...wholes.map((whole, at) => wholeItem(cursor, whole, property, `${sortText}${sortTextOf(at)}`)),
    ];
  });
}

/** The keys of a mapping whose keys people choose, where a catalogue or the design has some. */
function recordKeyCompletions(cursor: Cursor, shape: RecordShape<Shape>): readonly CompletionItem[] {
  if (shape.keys === undefined || (cursor.hasColon && !fits(shape.item, cursor.value))) return [];
  return offeredKeys(shape.keys, cursor.design)
    .filter(({ value }) => !cursor.present.includes(value))
    .map(({ value, detail = '', documentation = propertyAsMarkdown(shape) }, index) =>
      keyItem(cursor, { key: value, shape: shape.item, detail, documentation, sortText: sortTextOf(index) }),
    );
}

interface Key {
  readonly key: string;
  readonly shape: Shape;
  readonly detail: string;
  readonly documentation: string;
  readonly sortText: string;
}

function keyItem(cursor: Cursor, { key, shape, detail, documentation, sortText }: Key): CompletionItem {
  const { hasColon, quotes, isFlow, word } = cursor;
  const isSnippet = !hasColon && quotes === '';
  const written = quotedLike(key, quotes);
  return {
    label: key,
    kind: 'property',
    detail,
    documentation,
    insertText: isSnippet ? keySnippet(written, shape, isFlow) : written,
    isSnippet,
    range: word,
    sortText,
  };
}

/** The values for a scalar; for a list of scalars, each as its first item. */
function valueCompletions(cursor: Cursor): readonly CompletionItem[] {
  const { shape, before, quotes } = cursor;
  const blank = before.endsWith(':') ? ' ' : '';
  if (shape.kind === 'scalar') return scalarCompletions(cursor, shape, (value) => `${blank}${value}`);
  if (shape.kind !== 'list' || shape.item.kind !== 'scalar' || quotes !== '') return [];
  return scalarCompletions({ ...cursor, path: [...cursor.path, 0] }, shape.item, (value) => `${blank}[${value}]`);
}

/** A new item of a list: its dash, or its braces. */
function itemCompletions(cursor: Cursor): readonly CompletionItem[] {
  const { shape, word, isFlow, before, quotes } = cursor;
  if (shape.kind !== 'list') return [];
  const { item } = shape;
  const dash = isFlow || before.trimEnd().endsWith('-') ? '' : '- ';
  if (item.kind === 'scalar') return scalarCompletions(cursor, item, (value) => `${dash}${value}`);
  if (quotes !== '') return [];
  const empty: CompletionItem = {
    label: item.kind === 'object' ? `${dash}{ ${item.required.join(', ')} }` : `${dash}[ ]`,
    kind: 'snippet',
    detail: 'a new item',
    documentation: propertyAsMarkdown(item),
    insertText: `${dash}${itemSnippet(item)}`,
    isSnippet: true,
    range: word,
    sortText: sortTextOf(0),
  };
  return [...wholeItems(cursor, cursor.path, dash), empty];
}

/** Whole items behind a dash with which an item has just been begun. */
function newItems(cursor: Cursor): readonly CompletionItem[] {
  const { path, present, before, hasColon, quotes } = cursor;
  const isBegun = typeof path.at(-1) === 'number' && present.length === 0 && /^\s*-\s+$/.test(before);
  return isBegun && !hasColon && quotes === '' ? wholeItems(cursor, path.slice(0, -1), '') : [];
}

function wholeItems(cursor: Cursor, path: CursorContext['path'], dash: string): readonly CompletionItem[] {
  return itemSnippets(cursor.design, path)
    .filter(({ text }) => !cursor.isFlow || !text.includes('\n'))
    .map((whole, index) =>
      wholeItem(cursor, { ...whole, text: `${dash}${whole.text}` }, cursor.shape, `!${sortTextOf(index)}`),
    );
}

function wholeItem({ word }: Cursor, whole: WholeSnippet, shape: Shape, sortText: string): CompletionItem {
  const { label, detail, text } = whole;
  const documentation = propertyAsMarkdown(shape);
  return { label, kind: 'snippet', detail, documentation, insertText: text, isSnippet: true, range: word, sortText };
}

function scalarCompletions(
  { path, present, word, design, designNames, quotes }: Cursor,
  shape: ScalarShape<unknown>,
  written: (value: string) => string,
): readonly CompletionItem[] {
  const general = propertyAsMarkdown(shape);
  const isDesign = shape.vocabulary === 'designFile';
  const offered = isDesign
    ? designNames().map((value): OfferedValue => ({ value }))
    : offeredValues(shape, design, path);
  return offered
    .filter(
      ({ value }) => !present.includes(value) && (quotes === '' || shape.parse({ value, text: value }) !== undefined),
    )
    .map(({ value, detail, documentation, alsoKnownAs }, index) => ({
      label: value,
      kind: 'value',
      ...(detail === undefined ? {} : { detail }),
      documentation: documentation ?? general,
      insertText: written(quotes === '' && shape.schemaType !== 'string' ? value : quotedLike(value, quotes)),
      isSnippet: false,
      range: word,
      sortText: sortTextOf(index),
      ...(alsoKnownAs === undefined ? {} : { filterText: `${value} ${alsoKnownAs}` }),
    }));
}
