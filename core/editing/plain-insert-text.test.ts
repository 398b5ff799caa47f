import { expect, test } from 'vitest';
import type { CompletionItem } from './completion-item.ts';
import { plainInsertText } from './plain-insert-text.ts';

const item = (insertText: string, isSnippet = true): CompletionItem => {
  return {
    label: '',
    kind: 'snippet',
    documentation: '',
    insertText,
    isSnippet,
    range: { start: 11, end: 11 },
    sortText: '',
  };
};

test.each([
  ['a placeholder', `port: \${1:5432}`, 'port: 5432'],
  ['a choice: the first', `engine: \${1|aurora-postgresql,aurora-mysql|}`, 'engine: aurora-postgresql'],
  ['a tab stop', 'name: $1$0', 'name: '],
  ['what only looks like one', `why: \${1:5 \\$, \\{a\\}}`, 'why: 5 $, {a}'],
  ['several lines, indented like the first', 'volume:\n  size: $1', 'volume:\n    size: '],
])('%s', (_, snippet, plain) => {
  expect(plainInsertText('primary:\n  ', item(snippet))).toBe(plain);
});

test('what is no snippet stays as it is', () => {
  expect(plainInsertText('primary:\n  ', item('$1\n\\', false))).toBe('$1\n\\');
});
