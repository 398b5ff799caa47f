import { calledAt } from '../../sql/calls/extract-calls.ts';
import type { StatementAnalysis } from '../../sql/statement-analysis.ts';
import { withInside } from '../../sql/text/statement.ts';
import { isSymbol } from '../../sql/text/token.ts';
import { contains, type Range } from '../../text/range.ts';

/** A function that is called by its name; places count from the beginning of the statement. */
export interface CalledName {
  readonly name: string;
  readonly range: Range;
}

/** Every name in a statement behind which a bracket opens, in its body too, calls of ML functions among them. */
export function calledNames({ statement }: Pick<StatementAnalysis, 'statement'>): readonly CalledName[] {
  return withInside(statement).flatMap(({ tokens }) =>
    tokens.flatMap((token, index): readonly CalledName[] => {
      const called = isSymbol(token, '(') ? calledAt(tokens, index) : undefined;
      if (called === undefined) return [];
      const start = tokens[called.firstToken]?.start ?? token.start;
      return [{ name: called.name, range: { start, end: tokens[index - 1]?.end ?? token.start } }];
    }),
  );
}

/** The called name at a place of a statement. */
export function routineCallAt(statement: StatementAnalysis, place: number): CalledName | undefined {
  return calledNames(statement).find(({ range }) => contains(range, place));
}
