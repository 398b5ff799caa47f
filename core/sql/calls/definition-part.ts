import type { Statement } from '../text/statement.ts';
import { isSymbol, isWord, type Token } from '../text/token.ts';
import type { MlCall } from './ml-call.ts';
import { outlineOf } from './outline.ts';

/** A part of a definition whose expression PostgreSQL computes whenever rows are written. */
export type DefinitionPart = 'index' | 'generated column' | 'CHECK constraint' | 'DEFAULT';

/** In which part of CREATE TABLE, ALTER TABLE or CREATE INDEX a call stands; undefined elsewhere. */
export function definitionPartOf(call: MlCall): DefinitionPart | undefined {
  const { statement, tokens } = call;
  const isInQuery = outlineOf(statement).placeOf(tokens.start).query !== undefined;
  if (isWord(statement.tokens[0], 'create') && createsIndex(statement)) return 'index';
  if (isInQuery || !isWord(statement.tokens[0], 'create', 'alter')) return undefined;
  return statement.tokens.slice(1, 4).some((token) => isWord(token, 'table'))
    ? partBefore(statement.tokens, tokens.start)
    : undefined;
}

function createsIndex({ tokens }: Statement): boolean {
  return isWord(tokens[1], 'index') || (isWord(tokens[1], 'unique') && isWord(tokens[2], 'index'));
}

/** Walks back from a token to the words that begin the part, over what stands in brackets of its own. */
function partBefore(tokens: readonly Token[], start: number): DefinitionPart | undefined {
  let depth = 0;
  for (let index = start - 1; index > 0; index--) {
    const token = tokens[index];
    if (isSymbol(token, ')')) depth++;
    else if (isSymbol(token, '(') && --depth < 0) {
      depth = 0;
      if (isWord(tokens[index - 1], 'check')) return 'CHECK constraint';
      if (isWord(tokens[index - 1], 'as') && isWord(tokens[index - 2], 'always')) return 'generated column';
    } else if (depth > 0) continue;
    else if (isWord(token, 'default')) return 'DEFAULT';
  }
  return undefined;
}
