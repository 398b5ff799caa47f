import { type Statement, withInside } from '../text/statement.ts';
import type { Token } from '../text/token.ts';

/** The tokens of a statement and of its body in the order in which they begin. */
export function tokensInOrder(statement: Statement): readonly Token[] {
  if (statement.inside.length === 0) return statement.tokens;
  return withInside(statement)
    .flatMap(({ tokens }) => tokens)
    .sort((a, b) => a.start - b.start);
}
