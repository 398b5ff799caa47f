import type { Range } from '../../text/range.ts';
import type { Statement } from '../text/statement.ts';
import { isSymbol, isWord, type Token } from '../text/token.ts';
import { tokensInOrder } from './tokens-in-order.ts';

/** A statement as a parser can read it. */
export interface PlainStatement {
  /** As long as what is written, so that every place stays where it is. */
  readonly text: string;
  /** Where something stands that a client replaces: only the client knows with what. */
  readonly variables: readonly Range[];
}

/** What psql replaces: `:name`, `:'name'`, `:"name"`, `:{?name}`. */
const psqlVariable = /:(?:[\w\u0080-\uffff]+|'[\w\u0080-\uffff]+'|"[\w\u0080-\uffff]+"|\{\?[\w\u0080-\uffff]+\})/y;

/**
 * Puts something of equal length where clients put values before PostgreSQL sees the statement: psql for its variables,
 * JDBC and ODBC for `?`. It is a name unless it is quoted: a name may stand almost everywhere that a value may. What
 * stands in quotes, such as the body of a function, they leave as it is.
 */
export function replaceVariables(text: string, statement: Statement): PlainStatement {
  const tokens = tokensInOrder(statement);
  const variables: Range[] = [];
  let plain = '';
  let copied = 0;
  let quotedUntil = 0;
  let brackets = 0;
  for (const [index, token] of tokens.entries()) {
    if (isSymbol(token, '[')) brackets += 1;
    else if (isSymbol(token, ']')) brackets -= 1;
    if (token.start < copied || token.start < quotedUntil) continue;
    if (token.kind === 'string') quotedUntil = token.end;
    const before = tokens[index - 1];
    const written =
      text[token.start] === '?'
        ? parameterAt(before, token, tokens[index + 1])
        : variableAt(text, token, brackets > 0, before);
    if (written === undefined) continue;
    plain += text.slice(copied, token.start) + replacementOf(written);
    copied = token.start + written.length;
    variables.push({ start: token.start, end: copied });
  }
  return { text: plain + text.slice(copied), variables };
}

/** `:'name'` becomes `':name'`, a string of the same length; `:{?name}` is true or false. */
function replacementOf(variable: string): string {
  const second = variable[1];
  if (second === '{') return 'true'.padEnd(variable.length);
  return second === "'" || second === '"' ? `${second}:${variable.slice(2)}` : `_${variable.slice(1)}`;
}

function variableAt(text: string, token: Token, inBrackets: boolean, before: Token | undefined): string | undefined {
  psqlVariable.lastIndex = token.start;
  const written = psqlVariable.exec(text)?.[0];
  // In `history[1:latest]` the colon separates the bounds of a slice.
  return inBrackets && endsOperand(before) ? undefined : written;
}

/** The `?` when it is a parameter; otherwise it is part of an operator: `body ? 'en'`, `?|`, `@?`, `OPERATOR(s.?)`. */
function parameterAt(before: Token | undefined, token: Token, next: Token | undefined): string | undefined {
  const isLong =
    (isSymbol(before, '@') && before?.end === token.start) ||
    (next?.kind === 'symbol' && next.start === token.end && /[@<~&#|]/.test(next.text));
  const isNamed = isSymbol(before, '.') || isWord(before, 'operator');
  const isOperator = isLong || isNamed || (before?.kind === 'word' ? beginsOperand(next) : endsOperand(before));
  return isOperator ? undefined : token.text;
}

function endsOperand(token: Token | undefined): boolean {
  if (token?.kind === 'symbol') return token.text === ')' || token.text === ']';
  return token !== undefined;
}

function beginsOperand(token: Token | undefined): boolean {
  if (token?.kind === 'symbol') return token.text === '(';
  return token !== undefined && (token.kind !== 'word' || isWord(token, 'array'));
}
