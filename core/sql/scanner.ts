import type { SqlDialect } from '../facts/ml.ts';
import type { Range } from '../text/range.ts';
import { nextSoftBoundary } from './statement-boundary.ts';
import type { Token } from './token.ts';

const blanks = /\s+/y;
const word = /[A-Za-z_\u0080-\uffff][\w$\u0080-\uffff]*/y;
const number = /0[xX][\da-fA-F_]+|(?:\d[\d_]*(?:\.(?!\.)\d*)?|\.\d+)(?:[eE][+-]?\d+)?/y;
const dollarTag = /\$(?:[A-Za-z_\u0080-\uffff][\w\u0080-\uffff]*)?\$/y;
const placeholder = { postgresql: /\$\d+|:[A-Za-z_]\w*|\?/y, mysql: /\?|:[A-Za-z_]\w*|@@?[\w.$]+/y };
const lineComment = { postgresql: /--[^\r\n]*/y, mysql: /(?:--(?=\s|$)|#)[^\r\n]*/y };
const longSymbol = /::|:=|=>/y;
const commentSign = /\/\*|\*\//g;
/** What MySQL executes although other servers see a comment: its signs are blanks. */
const versionComment = /\/\*!\d*|\*\//y;

const backslash = 92;

/** Where a match of the sticky pattern ends that begins at `offset`; -1 when there is none. */
function matchEnd(pattern: RegExp, text: string, offset: number): number {
  pattern.lastIndex = offset;
  return pattern.test(text) ? pattern.lastIndex : -1;
}

/**
 * Reads the tokens of SQL text one after the other. It takes any text: what is in no way SQL becomes symbols, and
 * a quote that is never closed becomes a token that says so.
 */
export class Scanner {
  /** Where the next token is looked for. */
  offset: number;
  /** Whether a quote was met that is never closed. */
  unclosedQuote = false;
  readonly #text: string;
  readonly #dialect: SqlDialect;
  readonly #lenient: boolean;
  #boundary = -1;
  #dollarQuotesOff = false;

  /**
   * With `lenient`, a quote that is not closed before the next statement begins ends there: one quote too many then
   * does not turn all that follows inside out. For text in which a first reading found a quote that is never closed.
   */
  constructor(text: string, dialect: SqlDialect, range: Range, lenient: boolean) {
    this.#text = text.slice(0, range.end);
    this.#dialect = dialect;
    this.offset = range.start;
    this.#lenient = lenient;
  }

  /** Moves over blanks; whether anything follows. */
  skipBlanks(): boolean {
    for (;;) {
      let end = matchEnd(blanks, this.#text, this.offset);
      if (end < 0 && this.#dialect === 'mysql') end = matchEnd(versionComment, this.#text, this.offset);
      if (end < 0) break;
      this.offset = end;
    }
    return this.offset < this.#text.length;
  }

  /** The next token, or undefined at the end of the range. */
  next(): Token | undefined {
    if (!this.skipBlanks()) return undefined;
    const token = this.#scan(this.offset);
    this.offset = token.end;
    return token;
  }

  #scan(start: number): Token {
    const text = this.#text;
    const comment = this.#commentEnd(start);
    if (comment >= 0) return this.#token('comment', start, comment);

    const first = text[start] ?? '';
    if (first === "'") return this.#string(start, start, this.#dialect === 'mysql');
    if (first === '"') {
      return this.#dialect === 'mysql' ? this.#string(start, start, true) : this.#quotedName(start);
    }
    if (first === '`' && this.#dialect === 'mysql') return this.#quotedName(start);
    if (first === '$' && this.#dialect === 'postgresql') {
      const tagEnd = matchEnd(dollarTag, text, start);
      if (tagEnd >= 0) return this.#dollarString(start, text.slice(start, tagEnd));
    }
    if (/[eE]/.test(first) && text[start + 1] === "'" && this.#dialect === 'postgresql') {
      return this.#string(start, start + 1, true);
    }
    const wordEnd = matchEnd(word, text, start);
    if (wordEnd >= 0) return this.#token('word', start, wordEnd);
    const numberEnd = matchEnd(number, text, start);
    if (numberEnd >= 0) return this.#token('number', start, numberEnd);
    const symbolEnd = matchEnd(longSymbol, text, start);
    if (symbolEnd >= 0) return this.#token('symbol', start, symbolEnd);
    const placeholderEnd = matchEnd(placeholder[this.#dialect], text, start);
    if (placeholderEnd >= 0) return this.#token('placeholder', start, placeholderEnd);
    return this.#token('symbol', start, start + 1);
  }

  #token(kind: Token['kind'], start: number, end: number, closed = true): Token {
    const written = this.#text.slice(start, end);
    return { kind, start, end, text: kind === 'word' ? written.toLowerCase() : written, closed };
  }

  /** Where the comment that begins at `start` ends, or -1; block comments nest in PostgreSQL alone. */
  #commentEnd(start: number): number {
    const line = matchEnd(lineComment[this.#dialect], this.#text, start);
    if (line >= 0 || !this.#text.startsWith('/*', start)) return line;
    if (this.#dialect === 'mysql') {
      const sign = this.#text.indexOf('*/', start + 2);
      return sign < 0 ? this.#text.length : sign + 2;
    }
    commentSign.lastIndex = start;
    for (let depth = 0; ; ) {
      const sign = commentSign.exec(this.#text);
      if (sign === null) return this.#text.length;
      depth += sign[0] === '/*' ? 1 : -1;
      if (depth === 0) return commentSign.lastIndex;
    }
  }

  #string(start: number, quote: number, escapes: boolean): Token {
    const end = this.#quoteEnd(quote, escapes);
    return this.#token('string', start, end.offset, end.closed);
  }

  #quotedName(start: number): Token {
    const { offset, closed } = this.#quoteEnd(start, false);
    const quote = this.#text[start] ?? '';
    const name = this.#text.slice(start + 1, closed ? offset - 1 : offset).replaceAll(quote + quote, quote);
    return { kind: 'quotedName', start, end: offset, text: name, closed };
  }

  /** Where the quoted text ends that begins with the quote at `start`: behind its last quote, when it is closed. */
  #quoteEnd(start: number, escapes: boolean): { offset: number; closed: boolean } {
    const quote = this.#text.charCodeAt(start);
    const limit = this.#quoteLimit(start);
    for (let offset = start + 1; offset < limit; offset++) {
      const code = this.#text.charCodeAt(offset);
      if (escapes && code === backslash) {
        offset++;
      } else if (code === quote) {
        if (this.#text.charCodeAt(offset + 1) !== quote) return { offset: offset + 1, closed: true };
        offset++;
      }
    }
    this.unclosedQuote = true;
    return { offset: limit, closed: false };
  }

  #quoteLimit(start: number): number {
    if (!this.#lenient) return this.#text.length;
    if (this.#boundary < start) this.#boundary = nextSoftBoundary(this.#text, start);
    return this.#boundary;
  }

  #dollarString(start: number, tag: string): Token {
    const body = start + tag.length;
    const close = this.#dollarQuotesOff ? -1 : this.#text.indexOf(tag, body);
    if (close >= 0) return this.#token('string', start, close + tag.length);
    this.unclosedQuote = true;
    if (!this.#lenient) return this.#token('string', start, this.#text.length, false);
    // The opening tag stands alone, so that what follows is still read as SQL.
    this.#dollarQuotesOff = true;
    return this.#token('symbol', start, body);
  }
}
