import type { Range } from '../../text/range.ts';
import type { Statement } from '../text/statement.ts';
import { isSymbol, type Token } from '../text/token.ts';
import { firstLineOf } from './first-line.ts';
import { tokensInOrder } from './tokens-in-order.ts';

/** Something that begins and never ends, or ends and never began. */
export interface LexicalError {
  /** What begins there: a quote with the rest of its line; the sign of a comment; a bracket. */
  readonly range: Range;
  /** What is wrong and what to do. */
  readonly message: string;
}

/**
 * The first lexical error of a statement with its body. A quote that is never closed hides what follows, so it goes
 * before brackets.
 */
export function lexicalErrorIn(text: string, statement: Statement): LexicalError | undefined {
  const tokens = tokensInOrder(statement);
  const unclosed = tokens.find((token) => !token.closed);
  if (unclosed !== undefined) return { range: firstLineOf(text, unclosed), message: unclosedQuoteMessage(unclosed) };
  const bracket = unbalancedBracket(tokens);
  return bracket && { range: { start: bracket.start, end: bracket.end }, message: bracketMessages[bracket.text] ?? '' };
}

/** The error that the comment which begins with this sign is never closed. */
export function unclosedCommentError(sign: Range): LexicalError {
  return { range: sign, message: 'The comment is never closed. Write */ where it ends.' };
}

/** The first round bracket that closes nothing; without such the innermost that is never closed. */
export function unbalancedBracket(tokens: readonly Token[]): Token | undefined {
  const open: Token[] = [];
  for (const token of tokens) {
    if (isSymbol(token, '(')) open.push(token);
    else if (isSymbol(token, ')') && open.pop() === undefined) return token;
  }
  return open.at(-1);
}

const bracketMessages: Readonly<Record<string, string>> = {
  '(': 'The bracket is never closed. Write ) where it ends.',
  ')': 'The bracket closes nothing. Write ( where it begins, or take it out.',
};

function unclosedQuoteMessage({ kind, text }: Token): string {
  // The text of a name is without its quotes, and MySQL has one kind of them.
  const quote = kind === 'quotedName' ? '`' : (/['"]/.exec(text)?.[0] ?? "'");
  const what = kind === 'quotedName' ? 'name' : 'string';
  return `The ${what} is never closed. Write ${quote} at its end; inside it a ${quote} is doubled.`;
}
