import type { SqlDialect } from '../../facts/ml.ts';
import { Scanner } from '../../sql/text/scanner.ts';
import type { Token } from '../../sql/text/token.ts';
import type { Range } from '../../text/range.ts';

/** All tokens of a stretch of SQL, comments among them. */
export function scanTokens(text: string, dialect: SqlDialect, range: Range): readonly Token[] {
  const scanner = new Scanner(text, dialect, range);
  const tokens: Token[] = [];
  for (let token = scanner.next(); token !== undefined; token = scanner.next()) tokens.push(token);
  return tokens;
}

/** What stands between the dollar quotes of a text; undefined for any other token. */
export function dollarQuoted({ kind, text, start, end, closed }: Token): Range | undefined {
  if (kind !== 'string' || !closed || !text.startsWith('$')) return undefined;
  const tag = text.indexOf('$', 1) + 1;
  return { start: start + tag, end: end - tag };
}
