import type { Range } from '../../text/range.ts';
import { type Statement, withInside } from '../text/statement.ts';
import { isSymbol, type Token } from '../text/token.ts';
import { calledAt } from './extract-calls.ts';

/** A function that is called by its name; places count from the beginning of the statement. */
export interface CalledName {
  readonly name: string;
  readonly range: Range;
  /** The last part of the name, behind its schema. */
  readonly last: Token;
}

/** Every name in a statement behind which a bracket opens, in its body too, calls of ML functions among them. */
export function calledNames(statement: Statement): readonly CalledName[] {
  return withInside(statement).flatMap(({ tokens }) =>
    tokens.flatMap((token, index): readonly CalledName[] => {
      const called = isSymbol(token, '(') ? calledAt(tokens, index) : undefined;
      const [first, last] = [called && tokens[called.firstToken], tokens[index - 1]];
      if (called === undefined || first === undefined || last === undefined) return [];
      return [{ name: called.name, range: { start: first.start, end: last.end }, last }];
    }),
  );
}
