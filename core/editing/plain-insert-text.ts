import type { CompletionItem } from './completion-item.ts';

const placeholder = /\$\{\d+:((?:\\.|[^}\\])*)\}/g;
const choice = /\$\{\d+\|((?:\\.|[^,|\\])*)(?:\\.|[^|\\])*\|\}/g;
const tabStop = /\$\d+/g;
const escaped = /\\(.)/g;

/**
 * What an item writes into a text without tab stops: placeholders and first choices as they are offered, lines indented
 * like the one on which it begins. For editors that know no snippets.
 */
export function plainInsertText(text: string, { insertText, isSnippet, range }: CompletionItem): string {
  if (!isSnippet) return insertText;
  const line = text.slice(text.lastIndexOf('\n', range.start - 1) + 1, range.start);
  const [indent] = /^ */.exec(line) ?? [''];
  const plain = insertText.replace(placeholder, '$1').replace(choice, '$1').replace(tabStop, '').replace(escaped, '$1');
  return plain.replaceAll('\n', `\n${indent}`);
}
