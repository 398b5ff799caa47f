import { isSymbol, isWord, type Token } from '../../sql/text/token.ts';
import { literalOffers, type Offer } from './offered.ts';
import { openCalls } from './open-call.ts';
import { sentimentValues } from './role-values.ts';
import { type SqlCursor, tokensBefore } from './sql-cursor.ts';
import type { SqlDocument } from './sql-document.ts';

/** What a sentiment can be compared with: `sentiment = 'NEGATIVE'`, `IN ('POSITIVE', …`, `CASE sentiment WHEN`. */
export function completeSentiment({ text, dialect }: SqlDocument, cursor: SqlCursor): readonly Offer[] {
  const before = tokensBefore(cursor);
  const compared = beforeOperator(before, openCalls(before, dialect).length > 0);
  return isSentiment(compared) ? literalOffers(text, cursor, sentimentValues) : [];
}

/** The tokens of what is compared, up to its last; undefined where no comparison ends at the cursor. */
function beforeOperator(tokens: readonly Token[], isInBrackets: boolean): readonly Token[] | undefined {
  let end = tokens.length;
  const isListed = (token: Token | undefined) => token?.kind === 'string' || isSymbol(token, ',');
  while (isListed(tokens[end - 1])) end--;
  if (isSymbol(tokens[end - 1], '(') && isWord(tokens[end - 2], 'in')) {
    end -= 2;
    return tokens.slice(0, isWord(tokens[end - 1], 'not') ? end - 1 : end);
  }
  if (end < tokens.length && isInBrackets) return undefined;
  end = tokens.length;
  if (isWord(tokens[end - 1], 'when')) return beforeWhen(tokens, end);
  const start = end;
  while (isSymbol(tokens[end - 1], '=') || isSymbol(tokens[end - 1], '<') || isSymbol(tokens[end - 1], '>')) end--;
  if (end < start && isSymbol(tokens[end - 1], '!')) end--;
  return end < start ? tokens.slice(0, end) : undefined;
}

/** What stands behind CASE, where this WHEN compares with it. */
function beforeWhen(tokens: readonly Token[], end: number): readonly Token[] | undefined {
  const start = tokens.findLastIndex((token) => isWord(token, 'case'));
  const first = tokens.findIndex((token, index) => index > start && isWord(token, 'when'));
  return start < 0 || first === start + 1 || first >= end ? undefined : tokens.slice(start + 1, first);
}

/** Whether these tokens end with a sentiment: a column of that name, or a call of Aurora MySQL's function. */
function isSentiment(tokens: readonly Token[] | undefined): boolean {
  const last = tokens?.at(-1);
  if (tokens === undefined || last === undefined) return false;
  if (last.kind === 'word' || last.kind === 'quotedName') return /(?:^|_)sentiment$/i.test(last.text);
  if (!isSymbol(last, ')')) return false;
  let depth = 0;
  for (let index = tokens.length - 1; index >= 0; index--) {
    if (isSymbol(tokens[index], ')')) depth++;
    else if (isSymbol(tokens[index], '(') && --depth === 0) {
      return isWord(tokens[index - 1], 'aws_comprehend_detect_sentiment');
    }
  }
  return false;
}
