import type { SqlAnalysis } from '../analyze.ts';
import { mentionsAuroraMl } from '../mentions-aurora-ml.ts';
import { withInside } from '../text/statement.ts';
import { isName } from '../text/token.ts';

/**
 * Whether the statements have to do with Aurora machine learning: they call a function or name something of it. A
 * mention in a comment or in a text does not count.
 */
export function hasAuroraMl({ statements }: Pick<SqlAnalysis, 'statements'>): boolean {
  return statements.some(({ calls, text, statement }) => {
    if (calls.length > 0) return true;
    if (!mentionsAuroraMl(text)) return false;
    const tokens = withInside(statement).flatMap((part) => part.tokens);
    return tokens.some((token) => isName(token) && mentionsAuroraMl(token.text));
  });
}
