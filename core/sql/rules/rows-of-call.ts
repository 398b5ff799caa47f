import type { MlCall } from '../calls/ml-call.ts';
import { outlineOf, type Query } from '../calls/outline.ts';
import { type Source, sourcesOf } from '../calls/sources.ts';
import { isName, isSymbol } from '../text/token.ts';

/** The queries around a call, the innermost first. */
export function queriesAround(call: MlCall): readonly Query[] {
  const queries: Query[] = [];
  let { query } = outlineOf(call.statement).placeOf(call.tokens.start);
  for (; query !== undefined; query = query.parent) queries.push(query);
  return queries;
}

/** The sources that give a call its rows: those of the queries around it, but for functions. */
export function rowsOf(call: MlCall): readonly Source[] {
  return queriesAround(call).flatMap((query) =>
    sourcesOf(call.statement, query).filter(({ kind }) => kind !== 'function'),
  );
}

/** Whether the service takes several rows in one request: Bedrock does not. */
export function canBatch({ signature }: MlCall): boolean {
  return signature !== undefined && signature.service !== 'Bedrock';
}

/** Whether a call is made once for each turn of a loop: it stands in one, and takes nothing from rows of its own query. */
export function isMadePerTurn(call: MlCall): boolean {
  if (!call.statement.isInLoop) return false;
  const rows = new Set(rowsOf(call).map(({ alias }) => alias));
  if (rows.size === 0) return true;
  const tokens = call.statement.tokens.slice(call.tokens.open, call.tokens.end);
  const qualifiers = tokens.filter((token, index) => {
    return isName(token) && isSymbol(tokens[index + 1], '.') && !isSymbol(tokens[index - 1], '.');
  });
  return qualifiers.length > 0 && !qualifiers.some((token) => rows.has(token.text));
}
