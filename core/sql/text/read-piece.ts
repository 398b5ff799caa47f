import type { SqlDialect } from '../../facts/ml.ts';
import { copyOf } from '../../text/copy-of.ts';
import { BlockDepth } from './block-depth.ts';
import { clientCommandAt, copyData, delimiterAt } from './client-command.ts';
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
  /create\s+(?:or\s+replace\s+)?(?:definer\s*=\s*\S+\s+)?(?:procedure|function|trigger|event|view|rule|database|schema)\b|delimiter[ \t]+\S+[ \t]*(?=\r?$)/imy;
/** What no body can hold, so that it begins a new statement also in the middle of a line. */
const nestedRoutine = /create\s+(?:or\s+replace\s+)?(?:definer\s*=\s*\S+\s+)?(?:procedure|function|trigger|event)\b/iy;
const newDelimiter = /delimiter[ \t]+[^\w\s,)]\S*[ \t]*(?=\r?$)/imy;

function createsRule(tokens: readonly Token[]): boolean {
  return isWord(tokens[0], 'create') && tokens.slice(1, 4).some((token) => isWord(token, 'rule'));
}

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
      const isCommand = isSymbol(token, '\\') ? this.#endsWithCommand(token) : this.#isLineOfMysql(token);
      if (isCommand) break;
      if (!isSymbol(token, '\\')) this.#take(this.#cutAtDelimiter(token));
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
    if (this.#holdsSemicolons()) {
      this.#firstSemicolon ??= { offset, tokens: this.#tokens.length };
      return false;
    }
    if (this.#brackets === 0) return true;
    const look = lookForBoundary(this.#text, offset);
    this.#scanner.lookAt(look.reach);
    return look.isBoundary;
  }

  /** Whether something begins here that belongs to no body and to no statement before it. */
  #isAtNextRoutine(): boolean {
    const { offset } = this.#scanner;
    const beginsLine = this.#text[offset - 1] === '\n';
    if (this.#tokens.length === 0 || !(beginsLine || isSymbol(this.#tokens.at(-1), ';'))) return false;
    const isHeld = this.#delimiter === ';' && this.#holdsSemicolons();
    if (!isHeld && (this.#dialect !== 'mysql' || !beginsLine)) return false;
    const sign = isHeld ? (beginsLine ? nextRoutine : nestedRoutine) : newDelimiter;
    sign.lastIndex = offset;
    if (!sign.test(this.#text)) return false;
    this.#scanner.lookAt(sign.lastIndex + 1);
    return true;
  }

  /** Whether semicolons end nothing here: in the body of a routine, and in the brackets of CREATE RULE. */
  #holdsSemicolons(): boolean {
    if (this.#block !== undefined && this.#block.depth > 0) return true;
    return this.#brackets > 0 && this.#dialect === 'postgresql' && createsRule(this.#tokens);
  }

  /** A body that nothing closes holds no statements: the statement ends at its first semicolon. */
  #giveBodyUp(): void {
    if (this.#holdsSemicolons() && this.#firstSemicolon !== undefined) {
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

  /** Carries out the command of the client behind a backslash; whether the piece ends with it. */
  #endsWithCommand(sign: Token): boolean {
    const command = clientCommandAt(this.#text, sign.end, this.#dialect);
    if (command === undefined) return false;
    this.#scanner.offset = command.end;
    this.#scanner.lookAt(command.reach ?? endOfLine(this.#text, command.end) + 1);
    if (command.statement === 'dropped') this.#tokens.length = 0;
    if (command.delimiter !== undefined) this.#delimiterAfter = command.delimiter;
    return command.statement !== 'goesOn' || this.#tokens.length === 0 || command.delimiter !== undefined;
  }

  /** Commands of mysql that end with their line: DELIMITER, SOURCE and, where nothing else ends it, USE. */
  #isLineOfMysql(token: Token): boolean {
    if (this.#dialect !== 'mysql' || this.#tokens.length > 0 || !isWord(token, 'delimiter', 'source', 'use'))
      return false;
    const { end, delimiter } = delimiterAt(this.#text, token.end);
    if (isWord(token, 'delimiter')) {
      this.#delimiterAfter = delimiter ?? this.#delimiter;
    } else if (this.#text.slice(token.end, end).includes(this.#delimiter)) {
      return false;
    } else if (isWord(token, 'use')) {
      this.#take(token);
      for (let next = this.#nextBefore(end); next !== undefined; next = this.#nextBefore(end)) this.#take(next);
    }
    this.#scanner.offset = end;
    this.#scanner.lookAt(end + 1);
    return true;
  }

  #nextBefore(end: number): Token | undefined {
    return this.#scanner.skipBlanks() && this.#scanner.offset < end ? this.#scanner.next() : undefined;
  }

  /** Behind `COPY … FROM STDIN;` psql reads data; STDOUT says the same to it. */
  #skipCopyData(): void {
    const tokens = this.#tokens;
    if (this.#dialect !== 'postgresql' || !isWord(tokens[0], 'copy') || isSymbol(tokens[1], '(')) return;
    const reads = tokens.some((token, at) => isWord(token, 'stdin', 'stdout') && isWord(tokens[at - 1], 'from'));
    if (!reads) return;
    const { end, reach } = copyData(this.#text, this.#scanner.offset);
    this.#scanner.offset = end;
    this.#scanner.lookAt(reach);
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
    // Apart from the document, which may be edited many times while this statement stays.
    const text = copyOf(this.#text.slice(first.start, last.end));
    const tokens = this.#tokens.map((token) => movedInto(text, token, first.start));
    return {
      ...piece,
      content: { offset: first.start - this.#start, text, statement: withBody(text, tokens, this.#dialect) },
    };
  }
}

/** The token in the text of its statement, which begins at `start` of what it was read from. */
function movedInto(text: string, token: Token, start: number): Token {
  const place = { start: token.start - start, end: token.end - start };
  const { kind, closed } = token;
  if (kind === 'quotedName') return { kind, closed, ...place, text: copyOf(token.text) };
  const written = text.slice(place.start, place.end);
  return { kind, closed, ...place, text: kind === 'word' ? written.toLowerCase() : written };
}
