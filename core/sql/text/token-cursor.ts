import type { Range } from '../../text/range.ts';
import { isSymbol, isWord, type Token } from './token.ts';

/** Reads the tokens of a statement one after the other, as its grammar asks for them. */
export class TokenCursor {
  readonly #tokens: readonly Token[];
  /** Index of the token that is read next. */
  index: number;

  constructor(tokens: readonly Token[], index = 0) {
    this.#tokens = tokens;
    this.index = index;
  }

  /** The token that is read next, or one of those behind it. */
  peek(ahead = 0): Token | undefined {
    return this.#tokens[this.index + ahead];
  }

  /** The token that was read last. */
  get last(): Token | undefined {
    return this.#tokens[this.index - 1];
  }

  /** Moves over the next token. */
  take(): Token | undefined {
    const token = this.peek();
    if (token !== undefined) this.index++;
    return token;
  }

  /** Whether these keywords come next, in this order. */
  isAt(...words: readonly string[]): boolean {
    return words.every((word, ahead) => isWord(this.peek(ahead), word));
  }

  /** Moves over these keywords, given in lower case, where all of them come next; where they stand. */
  takeWords(...words: readonly string[]): Range | undefined {
    if (!this.isAt(...words)) return undefined;
    const first = this.index;
    this.index += words.length;
    return this.since(first);
  }

  /** Moves over a symbol where it comes next. */
  takeSymbol(symbol: string): Token | undefined {
    return isSymbol(this.peek(), symbol) ? this.take() : undefined;
  }

  /** Moves behind the last token. */
  toEnd(): void {
    this.index = this.#tokens.length;
  }

  /** From the token of an index to the one that was read last; the place behind that where none was read since. */
  since(first: number): Range {
    const end = this.last?.end ?? 0;
    return { start: first < this.index ? (this.#tokens[first]?.start ?? end) : end, end };
  }
}
