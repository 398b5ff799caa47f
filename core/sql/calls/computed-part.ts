import type { Statement } from '../text/statement.ts';
import { isName, isSymbol, isWord, type Token } from '../text/token.ts';

/** A part of a table that the database computes by itself. */
export type ComputedPart = 'generated column' | 'CHECK' | 'DEFAULT' | 'index';

/**
 * For each token of CREATE TABLE, ALTER TABLE and CREATE INDEX, in which expression it stands that the database computes
 * by itself; nothing for other statements.
 */
export function computedParts({ tokens }: Statement): readonly (ComputedPart | undefined)[] {
  const kind = statementKind(tokens);
  if (kind === undefined) return [];
  const parts: (ComputedPart | undefined)[] = [];
  const open: (ComputedPart | undefined)[] = [];
  for (const [index, token] of tokens.entries()) {
    if (isSymbol(token, ')')) open.pop();
    parts.push(open.at(-1));
    if (isSymbol(token, '(')) open.push(open.at(-1) ?? partBegunBy(tokens, index, kind, open.length));
  }
  return parts;
}

type StatementKind = 'create table' | 'alter table' | 'create index';

function statementKind(tokens: readonly Token[]): StatementKind | undefined {
  if (!isWord(tokens[0], 'create', 'alter')) return undefined;
  const word = tokens.slice(1, 4).find((token) => isWord(token, 'table', 'index', 'view', 'function', 'procedure'));
  if (isWord(word, 'table')) return isWord(tokens[0], 'create') ? 'create table' : 'alter table';
  return isWord(word, 'index') && isWord(tokens[0], 'create') ? 'create index' : undefined;
}

function partBegunBy(
  tokens: readonly Token[],
  open: number,
  kind: StatementKind,
  depth: number,
): ComputedPart | undefined {
  const before = tokens[open - 1];
  // Outside of brackets, AS begins the query that fills the new table.
  if (isWord(before, 'as')) return depth > 0 || kind === 'alter table' ? 'generated column' : undefined;
  if (isWord(before, 'check')) return 'CHECK';
  if (isWord(before, 'default')) return 'DEFAULT';
  if (kind === 'create index') return depth === 0 ? 'index' : undefined;
  const isKey = isWord(before, 'key', 'index') || (isName(before) && isWord(tokens[open - 2], 'key', 'index'));
  return isKey ? 'index' : undefined;
}
