import type { SqlDialect } from '../../facts/ml.ts';
import { BlockDepth } from './block-depth.ts';
import { beginsBody, withBody } from './routine-body.ts';
import { Scanner } from './scanner.ts';
import type { Statement } from './statement.ts';
import { endOfLine, lookForBoundary } from './statement-boundary.ts';
import { isSymbol, isWord, type Token } from './token.ts';

/** A piece of SQL text up to behind a delimiter, or up to behind a command of a client. */
export interface Piece {
  readonly length: number;
  /** How far behind its beginning the text was looked at: it stays what it is whatever changes behind that. */
  readonly reach: number;
  /** What ends statements where it begins, and behind it. */
  readonly delimiter: string;
  readonly delimiterAfter: string;
  /** The statement, with the text that its positions count in, and where that begins in the piece. */
  readonly content?: { readonly offset: number; readonly text: string; readonly statement: Statement };
}

/** Reads the piece of a text that begins at `offset`, with what ends statements there. */
export function readPiece(text: string, dialect: SqlDialect, offset: number, delimiter: string): Piece {
  return new PieceReader(text, dialect, offset, delimiter).read();
}

/** What begins a new statement even where the body of a routine before it has no END. */
const nextRoutine =
  /create\s+(?:or\s+replace\s+)?(?:definer\s*=\s*\S+\s+)?(?:procedure|function|trigger|event|view|database|schema)\b|delimiter[ \t]+\S+[ \t]*(?=\r?$)/imy;
const newDelimiter = /delimiter[ \t]+\S{1,3}[ \t]*(?=\r?$)/imy;

class PieceReader {
  readonly #text: string;
  readonly #dialect: SqlDialect;
  readonly #start: number;
  readonly #delimiter: string;
  readonly #scanner: Scanner;
  readonly #tokens: Token[] = [];
  #brackets = 0;
  /** Open while the body of a routine is read in which semicolons end nothing. */
  #block: BlockDepth | undefined;
  /** Where the statement would end if its body were never closed. */
  #firstSemicolon: { readonly offset: number; readonly tokens: number } | undefined;
  #delimiterAfter: string;

  constructor(text: string, dialect: SqlDialect, offset: number, delimiter: string) {
    this.#text = text;
    this.#dialect = dialect;
    this.#start = offset;
    this.#delimiter = delimiter;
    this.#delimiterAfter = delimiter;
    this.#scanner = new Scanner(text, dialect, { start: offset, end: text.length });
  }

  read(): Piece {
    while (!this.#isAtEnd()) {
      const token = this.#scanner.next();
      if (token === undefined || token.kind === 'comment') continue;
      if (isSymbol(token, '\\')) {
        if (this.#isClientCommand(token)) break;
      } else if (this.#dialect === 'mysql' && this.#tokens.length === 0 && isWord(token, 'delimiter')) {
        this.#setDelimiter();
        break;
      } else {
        this.#take(this.#cutAtDelimiter(token));
      }
    }
    return this.#piece();
  }

  /** Whether the piece ends here; it takes the delimiter, and the data that follow it. */
  #isAtEnd(): boolean {
    const scanner = this.#scanner;
    if (!scanner.skipBlanks()) {
      this.#giveBodyUp();
      return scanner.offset >= this.#text.length || this.#takeDelimiter();
    }
    if (this.#isAtNextRoutine()) {
      this.#giveBodyUp();
      if (!this.#text.startsWith(this.#delimiter, scanner.offset)) return true;
    }
    return this.#isAtDelimiter() && this.#takeDelimiter();
  }

  #takeDelimiter(): true {
    this.#scanner.offset += this.#delimiter.length;
    this.#scanner.lookAt(this.#scanner.offset);
    this.#skipCopyData();
    return true;
  }

  #isAtDelimiter(): boolean {
    const { offset } = this.#scanner;
    if (!this.#text.startsWith(this.#delimiter, offset)) return false;
    if (this.#delimiter !== ';') return true;
    if (this.#block !== undefined && this.#block.depth > 0) {
      this.#firstSemicolon ??= { offset, tokens: this.#tokens.length };
      return false;
    }
    if (this.#brackets === 0) return true;
    const look = lookForBoundary(this.#text, offset);
    this.#scanner.lookAt(look.reach);
    return look.isBoundary;
  }

  /** Whether a line begins here that belongs to no body and to no statement before it. */
  #isAtNextRoutine(): boolean {
    const { offset } = this.#scanner;
    if (this.#tokens.length === 0 || this.#text[offset - 1] !== '\n') return false;
    const isInBlock = this.#block !== undefined && this.#block.depth > 0;
    if (!isInBlock && (this.#dialect !== 'mysql' || this.#delimiter === ';')) return false;
    const sign = isInBlock && this.#delimiter === ';' ? nextRoutine : newDelimiter;
    sign.lastIndex = offset;
    if (!sign.test(this.#text)) return false;
    this.#scanner.lookAt(sign.lastIndex + 1);
    return true;
  }

  /** A body that nothing closes holds no statements: the statement ends at its first semicolon. */
  #giveBodyUp(): void {
    const isOpen = this.#block !== undefined && this.#block.depth > 0;
    if (isOpen && this.#firstSemicolon !== undefined) {
      this.#scanner.offset = this.#firstSemicolon.offset;
      this.#tokens.length = this.#firstSemicolon.tokens;
      this.#brackets = 0;
    }
    this.#block = undefined;
  }

  #take(token: Token): void {
    const begin = this.#tokens.at(-1);
    if (
      this.#block === undefined &&
      this.#brackets === 0 &&
      isWord(begin, 'begin') &&
      beginsBody(this.#tokens, token, this.#dialect)
    ) {
      this.#block = new BlockDepth();
      if (begin !== undefined) this.#block.read(begin);
    }
    this.#block?.read(token);
    this.#tokens.push(token);
    if (isSymbol(token, '(')) this.#brackets++;
    else if (isSymbol(token, ')')) this.#brackets = Math.max(0, this.#brackets - 1);
  }

  /** `END$$` is one word to MySQL, but its client looks for the delimiter first. */
  #cutAtDelimiter(token: Token): Token {
    if (this.#delimiter === ';' || token.kind !== 'word') return token;
    const length = this.#text.slice(token.start, token.end).indexOf(this.#delimiter);
    if (length <= 0) return token;
    const end = token.start + length;
    this.#scanner.offset = end;
    return { ...token, end, text: token.text.slice(0, length) };
  }

  /** In psql a backslash begins a command up to the end of the line; in mysql `\G` and `\g` end the statement. */
  #isClientCommand(sign: Token): boolean {
    if (this.#dialect === 'postgresql') this.#scanner.offset = endOfLine(this.#text, sign.end);
    else if (/[gG]/.test(this.#text[sign.end] ?? '')) this.#scanner.offset++;
    else return false;
    return true;
  }

  #setDelimiter(): void {
    const end = endOfLine(this.#text, this.#scanner.offset);
    this.#delimiterAfter = /\S+/.exec(this.#text.slice(this.#scanner.offset, end))?.[0] ?? this.#delimiter;
    this.#scanner.offset = end;
  }

  /** Behind `COPY … FROM STDIN;` psql reads data up to a line `\.`; where there is no such line, no data follows. */
  #skipCopyData(): void {
    const tokens = this.#tokens;
    if (this.#dialect !== 'postgresql' || !isWord(tokens[0], 'copy')) return;
    if (!tokens.some((token, index) => isWord(token, 'stdin') && isWord(tokens[index - 1], 'from'))) return;
    const dataEnd = this.#text.indexOf('\n\\.', this.#scanner.offset);
    if (dataEnd >= 0) this.#scanner.offset = dataEnd + 3;
    else this.#scanner.lookAt(Number.POSITIVE_INFINITY);
  }

  #piece(): Piece {
    const end = this.#scanner.offset;
    const first = this.#tokens[0];
    const last = this.#tokens.at(-1);
    const piece = {
      length: end - this.#start,
      reach: Math.max(this.#scanner.reach, end + 1) - this.#start,
      delimiter: this.#delimiter,
      delimiterAfter: this.#delimiterAfter,
    };
    if (first === undefined || last === undefined) return piece;
    const text = this.#text.slice(first.start, last.end);
    const tokens = this.#tokens.map((token) => ({
      ...token,
      start: token.start - first.start,
      end: token.end - first.start,
    }));
    return {
      ...piece,
      content: { offset: first.start - this.#start, text, statement: withBody(text, tokens, this.#dialect) },
    };
  }
}
