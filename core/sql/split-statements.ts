import type { SqlDialect } from '../facts/ml.ts';
import type { Range } from '../text/range.ts';
import { Scanner } from './scanner.ts';
import { isSoftBoundary } from './statement-boundary.ts';
import { isSymbol, isWord, type Token } from './token.ts';

/** One SQL statement: from its first token to its last, without the delimiter. */
export interface Statement {
  readonly range: Range;
  /** Without comments; never empty. */
  readonly tokens: readonly Token[];
}

/**
 * Splits SQL text, or a part of it, into statements. They end at semicolons, in MySQL at what DELIMITER sets, and at
 * the commands of the clients psql and mysql (`\gexec`, `\G`). Data behind `COPY … FROM STDIN` is left out. A bracket or
 * quote that is still open does not swallow the next statement (see isSoftBoundary). Takes any text.
 */
export function splitStatements(text: string, dialect: SqlDialect, range?: Range): readonly Statement[] {
  const whole = range ?? { start: 0, end: text.length };
  const strict = new Splitter(text, dialect, new Scanner(text, dialect, whole, false));
  const statements = strict.split();
  if (!strict.unclosedQuote) return statements;
  return new Splitter(text, dialect, new Scanner(text, dialect, whole, true)).split();
}

class Splitter {
  readonly #text: string;
  readonly #dialect: SqlDialect;
  readonly #scanner: Scanner;
  readonly #statements: Statement[] = [];
  #tokens: Token[] = [];
  #depth = 0;
  #delimiter = ';';
  #noMoreCopyData = false;

  constructor(text: string, dialect: SqlDialect, scanner: Scanner) {
    this.#text = text;
    this.#dialect = dialect;
    this.#scanner = scanner;
  }

  get unclosedQuote(): boolean {
    return this.#scanner.unclosedQuote;
  }

  split(): readonly Statement[] {
    while (this.#scanner.skipBlanks()) {
      if (this.#atDelimiter()) {
        this.#scanner.offset += this.#delimiter.length;
        this.#skipCopyData(this.#finish());
      } else {
        this.#take(this.#scanner.next());
      }
    }
    this.#finish();
    return this.#statements;
  }

  #atDelimiter(): boolean {
    const offset = this.#scanner.offset;
    if (!this.#text.startsWith(this.#delimiter, offset)) return false;
    return this.#delimiter !== ';' || this.#depth === 0 || isSoftBoundary(this.#text, offset);
  }

  #take(token: Token | undefined): void {
    if (token === undefined || token.kind === 'comment') return;
    if (isSymbol(token, '\\')) this.#clientCommand(token);
    else if (this.#dialect === 'mysql' && this.#tokens.length === 0 && isWord(token, 'delimiter')) this.#setDelimiter();
    else {
      this.#tokens.push(this.#cutAtDelimiter(token));
      if (isSymbol(token, '(')) this.#depth++;
      else if (isSymbol(token, ')')) this.#depth = Math.max(0, this.#depth - 1);
    }
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
  #clientCommand(sign: Token): void {
    if (this.#dialect === 'postgresql') this.#scanner.offset = this.#endOfLine(sign.end);
    else if (/[gG]/.test(this.#text[sign.end] ?? '')) this.#scanner.offset++;
    else return;
    this.#finish();
  }

  #setDelimiter(): void {
    const end = this.#endOfLine(this.#scanner.offset);
    const delimiter = /\S+/.exec(this.#text.slice(this.#scanner.offset, end))?.[0];
    if (delimiter !== undefined) this.#delimiter = delimiter;
    this.#scanner.offset = end;
  }

  #endOfLine(offset: number): number {
    const end = this.#text.indexOf('\n', offset);
    return end < 0 ? this.#text.length : end;
  }

  #finish(): Statement | undefined {
    const tokens = this.#tokens;
    const first = tokens[0];
    const last = tokens.at(-1);
    this.#tokens = [];
    this.#depth = 0;
    if (first === undefined || last === undefined) return undefined;
    const statement = { range: { start: first.start, end: last.end }, tokens };
    this.#statements.push(statement);
    return statement;
  }

  /** Behind `COPY … FROM STDIN;` psql reads data up to a line `\.`; where there is no such line, no data follows. */
  #skipCopyData(statement: Statement | undefined): void {
    if (this.#dialect !== 'postgresql' || this.#noMoreCopyData || !isWord(statement?.tokens[0], 'copy')) return;
    const fromStdin = statement?.tokens.some(
      (token, index) => isWord(token, 'stdin') && isWord(statement.tokens[index - 1], 'from'),
    );
    if (!fromStdin) return;
    const dataEnd = this.#text.indexOf('\n\\.', this.#scanner.offset);
    if (dataEnd < 0) this.#noMoreCopyData = true;
    else this.#scanner.offset = dataEnd + 3;
  }
}
