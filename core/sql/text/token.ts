import type { Range } from '../../text/range.ts';

/**
 * One lexical piece of SQL text.
 *
 * - `word`: a keyword or a name without quotes; `text` is in lower case, as both dialects compare function names
 * - `quotedName`: a name in quotes; `text` is the name itself
 * - `string`: a literal with all its quotes; `closed` is false when it runs into the end of what can be read
 * - `number`: a numeric literal without sign
 * - `placeholder`: `$1`, `?`, `:name` or `@name`, whose value stands elsewhere
 * - `symbol`: an operator, bracket or separator; `::`, `:=` and `=>` are one symbol, other operators one per character
 * - `comment`: from its first sign to its last
 */
export interface Token extends Range {
  readonly kind: 'word' | 'quotedName' | 'string' | 'number' | 'placeholder' | 'symbol' | 'comment';
  readonly text: string;
  readonly closed: boolean;
}

/** Whether the token is one of these keywords, given in lower case. */
export function isWord(token: Token | undefined, ...words: readonly string[]): boolean {
  return token?.kind === 'word' && words.includes(token.text);
}

/** Whether the token is this symbol. */
export function isSymbol(token: Token | undefined, symbol: string): boolean {
  return token?.kind === 'symbol' && token.text === symbol;
}

/** Whether the token names something, in quotes or not. */
export function isName(token: Token | undefined): token is Token {
  return token?.kind === 'word' || token?.kind === 'quotedName';
}
