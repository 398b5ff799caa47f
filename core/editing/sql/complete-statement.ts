import type { Offer } from './offered.ts';
import { type SqlCursor, tokensBefore } from './sql-cursor.ts';
import type { SqlDocument } from './sql-document.ts';
import { statementSnippets } from './statement-snippets.ts';
import { wordAt } from './written-literal.ts';

/** Whole statements, where one begins or its first words stand on the line of the cursor. */
export function completeStatement(document: SqlDocument, cursor: SqlCursor): readonly Offer[] {
  const { text } = document;
  const isAtStart = tokensBefore(cursor).length === 0;
  const start = isAtStart ? wordAt(text, cursor.offset).start : (cursor.statement?.offset ?? cursor.offset);
  const typed = text.slice(start, cursor.offset);
  if (/[\r\n]/.test(typed)) return [];
  const words = typed.toLowerCase().replace(/\s+/g, ' ');
  const end = wordAt(text, cursor.offset).end;
  return statementSnippets(document)
    .filter(({ label }) => isAtStart || label.toLowerCase().startsWith(words))
    .map(({ label, detail, snippet, documentation }) => ({
      label,
      kind: 'snippet',
      detail,
      documentation,
      insertText: snippet,
      isSnippet: true,
      range: { start, end },
    }));
}
