import type { Range } from '../text/range.ts';
import type { Statement } from './split-statements.ts';
import { isName, isSymbol, isWord, type Token } from './token.ts';

const languagesOfSql = ['sql', 'plpgsql'];

/**
 * The SQL inside a dollar-quoted body: of DO, and of CREATE FUNCTION or PROCEDURE in the languages sql and plpgsql.
 * Undefined for other statements: there a dollar quote is a text like any other.
 */
export function routineBodyOf({ tokens }: Statement): Range | undefined {
  const isDo = isWord(tokens[0], 'do');
  if (!isDo && routineNameAt(tokens) === undefined) return undefined;
  const language = tokens.findLast((_, index) => isWord(tokens[index - 1], 'language'));
  const languageName = language?.text.replaceAll("'", '').toLowerCase();
  if (languageName !== undefined && !languagesOfSql.includes(languageName)) return undefined;
  const body = tokens.find(
    (token, index) =>
      token.kind === 'string' && token.text.startsWith('$') && (isDo || isWord(tokens[index - 1], 'as')),
  );
  if (body === undefined) return undefined;
  const tagLength = body.text.indexOf('$', 1) + 1;
  return { start: body.start + tagLength, end: body.closed ? body.end - tagLength : body.end };
}

/** The name of the function or procedure that a statement creates, with its schema, as a call would write it. */
export function createdRoutineOf({ tokens }: Statement): string | undefined {
  const start = routineNameAt(tokens);
  if (start === undefined) return undefined;
  let end = start;
  while (isSymbol(tokens[end + 1], '.') && isName(tokens[end + 2])) end += 2;
  return tokens
    .slice(start, end + 1)
    .map((token) => token.text)
    .join('');
}

/** How many tokens may stand between CREATE and FUNCTION: OR REPLACE, AGGREGATE, DEFINER = user@host. */
const headTokens = 12;

function routineNameAt(tokens: readonly Token[]): number | undefined {
  if (!isWord(tokens[0], 'create')) return undefined;
  const keyword = tokens.slice(0, headTokens).findIndex((token) => isWord(token, 'function', 'procedure'));
  return keyword > 0 && isName(tokens[keyword + 1]) ? keyword + 1 : undefined;
}
