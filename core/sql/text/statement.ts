import type { Range } from '../../text/range.ts';
import type { Token } from './token.ts';

/**
 * One SQL statement, or one in the body of another. All positions in it count from the beginning of the outermost
 * statement, so that it stays what it is while the text around it changes.
 */
export interface Statement {
  /** From its first token to its last, without the delimiter. */
  readonly range: Range;
  /** Without comments; never empty. What stands in a body is in `inside` alone. */
  readonly tokens: readonly Token[];
  /** The statements in the body of the routine or the DO block that it is; none for most. */
  readonly inside: readonly Statement[];
  /** Whether it is run again and again: it stands in a loop of the body. */
  readonly isInLoop: boolean;
}

/** An outermost statement at its place in the text of a file. */
export interface PlacedStatement {
  /** Where it begins. */
  readonly offset: number;
  readonly text: string;
  readonly statement: Statement;
}

/** A statement and all that stand in its body. */
export function withInside(statement: Statement): readonly Statement[] {
  return statement.inside.length === 0 ? [statement] : [statement, ...statement.inside.flatMap(withInside)];
}
