import type { SqlDialect } from '../../facts/ml.ts';
import { commonEnds } from '../../text/common-ends.ts';
import { type Piece, readPiece } from './read-piece.ts';
import type { PlacedStatement } from './statement.ts';

/** A text cut into pieces that join without gaps; each holds at most one statement. */
export interface SplitText {
  readonly text: string;
  readonly dialect: SqlDialect;
  readonly pieces: readonly Piece[];
}

/**
 * Splits SQL text into statements. They end at semicolons, in MySQL at what DELIMITER sets, and at the commands of the
 * clients psql and mysql (`\gexec`, `\G`). Data behind `COPY … FROM STDIN` is left out. A bracket, quote or body that is
 * still open does not swallow the next statement. Takes any text.
 *
 * With `before`, the text as it was split before an edit, only what the edit touches is read; the result is the same.
 */
export function splitText(text: string, dialect: SqlDialect, before?: SplitText): SplitText {
  const pieces: Piece[] = [];
  const old = new OldPieces(text, before?.dialect === dialect ? before : undefined);
  let delimiter = ';';
  for (let offset = 0; offset < text.length; ) {
    const rest = old.restAt(offset, delimiter);
    if (rest !== undefined) return { text, dialect, pieces: pieces.concat(rest) };
    const piece = old.at(offset, delimiter) ?? readPiece(text, dialect, offset, delimiter);
    pieces.push(piece);
    offset += piece.length;
    delimiter = piece.delimiterAfter;
  }
  return { text, dialect, pieces };
}

/** The statements of a text that was split, where they stand. */
export function statementsOf({ pieces }: SplitText): readonly PlacedStatement[] {
  const statements: PlacedStatement[] = [];
  let offset = 0;
  for (const { length, content } of pieces) {
    if (content !== undefined) {
      statements.push({ offset: offset + content.offset, text: content.text, statement: content.statement });
    }
    offset += length;
  }
  return statements;
}

/** The pieces of the text before an edit that may stand in the text behind it. */
class OldPieces {
  readonly #pieces: readonly Piece[];
  /** Up to there both texts are the same. */
  readonly #editStart: number;
  /** From there on the new text is the same as the old one, which is longer by `#shift`. */
  readonly #editEnd: number;
  readonly #shift: number;
  #index = 0;
  #offset = 0;

  constructor(text: string, before: SplitText | undefined) {
    const same = before === undefined ? { start: 0, end: 0 } : commonEnds(before.text, text);
    this.#pieces = before?.pieces ?? [];
    this.#editStart = same.start;
    this.#editEnd = text.length - same.end;
    this.#shift = (before?.text.length ?? 0) - text.length;
  }

  /** All pieces from this place of the new text on, where nothing behind it was edited and they say the same. */
  restAt(offset: number, delimiter: string): readonly Piece[] | undefined {
    if (offset < this.#editEnd) return undefined;
    return this.#beginningAt(offset + this.#shift, delimiter) && this.#pieces.slice(this.#index);
  }

  /** The piece that begins at this place of the new text, before the edit, and says the same there. */
  at(offset: number, delimiter: string): Piece | undefined {
    const piece = this.#beginningAt(offset, delimiter);
    return piece !== undefined && offset + piece.reach <= this.#editStart ? piece : undefined;
  }

  #beginningAt(offset: number, delimiter: string): Piece | undefined {
    for (; this.#offset < offset && this.#index < this.#pieces.length; this.#index++) {
      this.#offset += this.#pieces[this.#index]?.length ?? 0;
    }
    const piece = this.#offset === offset ? this.#pieces[this.#index] : undefined;
    return piece?.delimiter === delimiter ? piece : undefined;
  }
}
