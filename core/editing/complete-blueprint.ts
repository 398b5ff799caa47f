import type { ScalarShape } from '../design/format/shape.ts';
import { type CompletionItem, sortTextOf } from './completion-item.ts';
import { type CursorContext, cursorContext } from './cursor-context.ts';
import { offeredValues } from './offered-values.ts';
import { textBefore } from './probe-text.ts';
import { propertyAsMarkdown, typeOf } from './property-documentation.ts';
import { skeletonSnippet } from './skeleton.ts';
import { itemSnippet, keySnippet } from './snippet.ts';

/** What can be written at `offset` of a blueprint: keys that are still missing there, or values. Never throws. */
export function completeBlueprint(text: string, offset: number): readonly CompletionItem[] {
  const context = cursorContext(text, offset);
  if (context === undefined) return [];
  if (context.kind === 'item') return itemCompletions(context, textBefore(text, context.word));
  if (context.kind === 'value') return valueCompletions(context, textBefore(text, context.word));
  const isBlank = context.path.length === 0 && context.present.length === 0;
  return isBlank ? [skeleton(context), ...keyCompletions(context, text)] : keyCompletions(context, text);
}

function skeleton({ word }: CursorContext): CompletionItem {
  return {
    label: 'blueprint',
    kind: 'snippet',
    detail: 'a cluster with a writer and a reader',
    documentation: 'A whole blueprint to begin with.',
    insertText: skeletonSnippet,
    isSnippet: true,
    range: word,
    sortText: '',
  };
}

/** The keys that the group does not have yet, in the order of the format. */
function keyCompletions(
  { shape, present, word, isFlow, hasColon }: CursorContext,
  text: string,
): readonly CompletionItem[] {
  if (shape.kind !== 'object') return [];
  const isQuoted = /["']/.test(text.charAt(word.start - 1));
  return Object.entries(shape.properties).flatMap(([key, property], index) => {
    if (present.includes(key)) return [];
    const isSnippet = !hasColon && !isQuoted;
    return {
      label: key,
      kind: 'property',
      detail: shape.required.includes(key) ? `${typeOf(property)} (required)` : typeOf(property),
      documentation: propertyAsMarkdown(property),
      insertText: isSnippet ? keySnippet(key, property, isFlow) : key,
      isSnippet,
      range: word,
      sortText: sortTextOf(index),
    } as const;
  });
}

/** The values for a scalar; for a list of scalars, each as its first item. */
function valueCompletions(context: CursorContext, before: string): readonly CompletionItem[] {
  const { shape } = context;
  const blank = before.endsWith(':') ? ' ' : '';
  if (shape.kind === 'scalar') return scalarCompletions(context, shape, (value) => `${blank}${value}`);
  if (shape.kind !== 'list' || shape.item.kind !== 'scalar') return [];
  return scalarCompletions(context, shape.item, (value) => `${blank}[${value}]`);
}

/** A new item of a list: its dash, or its braces. */
function itemCompletions(context: CursorContext, before: string): readonly CompletionItem[] {
  const { shape, word, isFlow } = context;
  if (shape.kind !== 'list') return [];
  const dash = isFlow || before.trimEnd().endsWith('-') ? '' : '- ';
  const { item } = shape;
  if (item.kind === 'scalar') return scalarCompletions(context, item, (value) => `${dash}${value}`);
  return [
    {
      label: item.kind === 'object' ? `${dash}{ ${item.required.join(', ')} }` : `${dash}[ ]`,
      kind: 'snippet',
      detail: 'a new item',
      documentation: propertyAsMarkdown(item),
      insertText: `${dash}${itemSnippet(item)}`,
      isSnippet: true,
      range: word,
      sortText: sortTextOf(0),
    },
  ];
}

function scalarCompletions(
  { path, present, word, document }: CursorContext,
  shape: ScalarShape<unknown>,
  written: (value: string) => string,
): readonly CompletionItem[] {
  return offeredValues(shape, document.design, path)
    .filter(({ value }) => !present.includes(value))
    .map(({ value, detail, documentation }, index) => ({
      label: value,
      kind: 'value',
      ...(detail === undefined ? {} : { detail }),
      documentation: documentation ?? propertyAsMarkdown(shape),
      insertText: written(value),
      isSnippet: false,
      range: word,
      sortText: sortTextOf(index),
    }));
}
