import type { SqlDialect } from '../../facts/ml.ts';
import type { Range } from '../../text/range.ts';
import { lookForBoundary, nextBoundary } from './statement-boundary.ts';
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
/** What stands right behind a quote that opens a text, where it was taken for one that closes: the text itself. */
const insideText = /[\p{L}\p{N}_%{<\\]/u;
/** What stands before a dollar quote that opens a body, where it was taken for one that closes. */
const beforeBody = /\b(?:as|do)\s*$/i;

const backslash = 92;
const semicolon = 59;

/** Where a match of the sticky pattern ends that begins at `offset`; -1 when there is none. */
function matchEnd(pattern: RegExp, text: string, offset: number): number {
  pattern.lastIndex = offset;
  return pattern.test(text) ? pattern.lastIndex : -1;
}

/**
 * Reads the tokens of SQL text one after the other. It takes any text: what is in no way SQL becomes symbols.
 *
 * A quote that is never closed ends before the next statement begins. So does one that seems to be closed by what, by
 * its looks, opens another text behind that place: one quote too few so turns only its own statement inside out.
 */
export class Scanner {
  /** Where the next token is looked for. */
  offset: number;
  /** How far the text was looked at: what was read stays the same whatever changes behind that. */
  reach = 0;
  readonly #text: string;
  readonly #dialect: SqlDialect;

  constructor(text: string, dialect: SqlDialect, range: Range) {
    this.#text = text.slice(0, range.end);
    this.#dialect = dialect;
    this.offset = range.start;
  }

  /** Moves over blanks; whether anything follows. */
  skipBlanks(): boolean {
    for (;;) {
      let end = matchEnd(blanks, this.#text, this.offset);
      if (end < 0 && this.#dialect === 'mysql') end = matchEnd(versionComment, this.#text, this.offset);
      if (end < 0) break;
      this.offset = end;
    }
    if (this.offset < this.#text.length) return true;
    this.lookAt(Number.POSITIVE_INFINITY);
    return false;
  }

  /** The next token, or undefined at the end of the range. */
  next(): Token | undefined {
    if (!this.skipBlanks()) return undefined;
    const token = this.#scan(this.offset);
    this.offset = token.end;
    this.lookAt(token.end + 1);
    return token;
  }

  /** Remembers that the text was looked at up to there. */
  lookAt(offset: number): void {
    if (offset > this.reach) this.reach = offset;
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
    const end = this.#dialect === 'mysql' ? this.#text.indexOf('*/', start + 2) + 2 : this.#nestedCommentEnd(start);
    return end >= start + 2 ? end : this.#endOfUnclosed(start);
  }

  #nestedCommentEnd(start: number): number {
    commentSign.lastIndex = start;
    for (let depth = 0; ; ) {
      const sign = commentSign.exec(this.#text);
      if (sign === null) return -1;
      depth += sign[0] === '/*' ? 1 : -1;
      if (depth === 0) return commentSign.lastIndex;
      // Of many comments that nothing closes, none is read to the end of the text.
      if (sign[0] === '/*' && !this.#text.includes('*/', commentSign.lastIndex)) return -1;
    }
  }

  /** Where something ends that nothing closes: before the next statement. */
  #endOfUnclosed(start: number): number {
    this.lookAt(Number.POSITIVE_INFINITY);
    return nextBoundary(this.#text, start);
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
    const text = this.#text;
    const quote = text.charCodeAt(start);
    let boundary: number | undefined;
    for (let offset = start + 1; offset < text.length; offset++) {
      const code = text.charCodeAt(offset);
      if (escapes && code === backslash) {
        offset++;
      } else if (code === quote) {
        if (text.charCodeAt(offset + 1) !== quote) {
          this.lookAt(offset + 2);
          if (boundary === undefined || !insideText.test(text[offset + 1] ?? '')) {
            return { offset: offset + 1, closed: true };
          }
          return { offset: boundary, closed: false };
        }
        offset++;
      } else if (code === semicolon && boundary === undefined) {
        const look = lookForBoundary(text, offset);
        this.lookAt(look.reach);
        if (look.isBoundary) boundary = offset;
      }
    }
    this.lookAt(Number.POSITIVE_INFINITY);
    return { offset: boundary ?? text.length, closed: false };
  }

  #dollarString(start: number, tag: string): Token {
    const body = start + tag.length;
    const close = this.#text.indexOf(tag, body);
    if (close >= 0 && !this.#opensAnother(body, close)) {
      return this.#token('string', start, close + tag.length);
    }
    this.lookAt(close < 0 ? Number.POSITIVE_INFINITY : close + tag.length);
    // The opening tag stands alone, so that what follows is still read as SQL.
    return this.#token('symbol', start, body);
  }

  /** Whether the dollar quote at `close` opens the body of a later statement instead of closing the one from `body`. */
  #opensAnother(body: number, close: number): boolean {
    if (!beforeBody.test(this.#text.slice(Math.max(body, close - 12), close))) return false;
    return nextBoundary(this.#text.slice(0, close), body) < close;
  }
}
