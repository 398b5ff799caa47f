import type { SqlDialect } from '../../facts/ml.ts';
import { classifyArgument } from '../../sql/calls/classify-argument.ts';
import { calledAt } from '../../sql/calls/extract-calls.ts';
import { isSymbol, type Token } from '../../sql/text/token.ts';

/** A function that is called with a bracket that is open at the cursor. */
export interface OpenCall {
  /** With its schema; in lower case where it is not quoted. */
  readonly name: string;
  /** Where the name begins. */
  readonly start: number;
  /** How many arguments stand before the one at the cursor. */
  readonly index: number;
  /** The names of those that have one. */
  readonly named: readonly string[];
  /** The name of the argument at the cursor, where it has one already. */
  readonly argumentName: string | undefined;
  /** The tokens of the argument at the cursor, behind its name. */
  readonly argument: readonly Token[];
  /** Whether the cursor stands in the call itself, with no further bracket open. */
  readonly isInnermost: boolean;
}

interface OpenBracket {
  readonly called: { readonly name: string; readonly start: number } | undefined;
  readonly named: string[];
  index: number;
  /** Index of the token with which the argument begins. */
  argumentStart: number;
}

/** The calls around the end of these tokens, the innermost first. */
export function openCalls(tokens: readonly Token[], dialect: SqlDialect): readonly OpenCall[] {
  const open: OpenBracket[] = [];
  const nameOf = (start: number, end: number) => classifyArgument(tokens, start, end, dialect);
  for (const [index, token] of tokens.entries()) {
    if (token.kind !== 'symbol') continue;
    const innermost = open.at(-1);
    if (token.text === '(' || token.text === '[') {
      const called = token.text === '(' ? calledAt(tokens, index) : undefined;
      const start = called && tokens[called.firstToken]?.start;
      open.push({
        called: called && start !== undefined ? { name: called.name, start } : undefined,
        named: [],
        index: 0,
        argumentStart: index + 1,
      });
    } else if (token.text === ')' || token.text === ']') {
      open.pop();
    } else if (token.text === ';') {
      open.length = 0;
    } else if (token.text === ',' && innermost !== undefined) {
      const name = nameOf(innermost.argumentStart, index).name?.text;
      if (name !== undefined) innermost.named.push(name);
      innermost.index++;
      innermost.argumentStart = index + 1;
    }
  }
  return open.toReversed().flatMap(({ called, named, index, argumentStart }, depth): OpenCall[] => {
    if (called === undefined) return [];
    const name = nameOf(argumentStart, tokens.length).name;
    const argument = tokens.slice(argumentStart).filter((token) => name === undefined || token.start >= name.range.end);
    const isAssigned = isSymbol(argument[0], '=>') || isSymbol(argument[0], ':=');
    return [
      {
        ...called,
        index,
        named,
        argumentName: name?.text,
        argument: isAssigned ? argument.slice(1) : argument,
        isInnermost: depth === 0,
      },
    ];
  });
}
