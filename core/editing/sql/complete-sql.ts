import { isWord } from '../../sql/text/token.ts';
import type { CompletionItem } from '../completion-item.ts';
import { completeAlias } from './complete-alias.ts';
import { completeArgument } from './complete-argument.ts';
import { completeComment } from './complete-comment.ts';
import { completeMember } from './complete-member.ts';
import { completeSentiment } from './complete-sentiment.ts';
import { completeStatement } from './complete-statement.ts';
import { functionOffers } from './function-offers.ts';
import { inThisOrder } from './offered.ts';
import { openQuote, type SqlCursor, sqlCursorAt, tokensBefore } from './sql-cursor.ts';
import type { SqlDocument } from './sql-document.ts';

/**
 * What fits at a cursor in SQL, as far as Aurora machine learning goes: values of arguments and clauses, names of
 * arguments, fields, functions, and whole statements. `isAsked` where a person asked for the list or types a word; where
 * only a sign such as a blank was typed, what fits nearly everywhere is left out.
 */
export function completeSql(document: SqlDocument, offset: number, { isAsked = true } = {}): readonly CompletionItem[] {
  const cursor = sqlCursorAt(document, offset);
  if (cursor.isInComment) return inThisOrder(completeComment(document, offset));
  const members = completeMember(document, cursor);
  if (members !== undefined) return inThisOrder(members);
  const clauses = completeAlias(document, cursor);
  if (clauses.length > 0) return inThisOrder(clauses);
  const fitting = [...completeArgument(document, cursor), ...completeSentiment(document, cursor)];
  if (!isAsked || openQuote(cursor) !== undefined) return inThisOrder(fitting);
  const statements = completeStatement(document, cursor);
  const functions = canCall(cursor) ? functionOffers(document, cursor) : [];
  return inThisOrder([...fitting, ...functions, ...statements]);
}

/** Words behind which a name is a new one, or that of something else than a function. */
const beforeOtherNames = [
  'as',
  'table',
  'into',
  'view',
  'index',
  'extension',
  'schema',
  'alias',
  'returns',
  'language',
];

/** Whether an expression can begin at the cursor: not at the beginning of a statement, and not where something is named. */
function canCall(cursor: SqlCursor): boolean {
  const before = tokensBefore(cursor);
  const last = before.at(-1);
  if (last === undefined || isWord(last, ...beforeOtherNames)) return false;
  return last.kind !== 'number' && last.kind !== 'string';
}
