import { LineIndex } from '../../text/line-index.ts';
import type { TextEdit } from '../../text/range.ts';
import { Comments } from './comments.ts';
import { GapEdits } from './gap-edits.ts';
import { type Level, openLevels, outermost } from './level.ts';
import type { Piece } from './piece.ts';
import { blanksBetween } from './spacing.ts';

/**
 * Puts the pieces of a text where they belong, in the order in which they stand: each in a column when it begins a line,
 * otherwise behind the piece before it. Line breaks stay; of several blank lines one stays.
 */
export class Layout {
  /** The column behind the last piece, as it becomes. */
  column = 0;
  /** The column in which the last piece begins, as it becomes. */
  pieceColumn = 0;
  /** The column in which the line of the last piece begins, as it becomes. */
  lineColumn = 0;
  /** Whether what comes is left as it is written. */
  isVerbatim = false;
  readonly #text: string;
  readonly #lines: LineIndex;
  readonly #gaps: GapEdits;
  readonly #keepsColumns: boolean;
  readonly #comments: Comments;
  /** Behind the last piece. */
  #end: number;
  #level: Level = outermost;
  #last: Piece['type'] | undefined;
  #kept: number | undefined;
  /** Whether the last piece ends where a line begins. */
  #isAtLineStart = true;
  /** Whether the last piece is left with what follows it. */
  #isEndVerbatim = false;

  /** @param keepsColumns whether every line stays as far in as it is */
  constructor(text: string, keepsColumns: boolean) {
    this.#text = text;
    this.#lines = new LineIndex(text);
    this.#gaps = new GapEdits(text);
    this.#comments = new Comments(this.#gaps);
    this.#keepsColumns = keepsColumns;
    this.#end = text.startsWith('\ufeff') ? 1 : 0;
  }

  /** The column of an offset as it is written; a byte order mark takes none. */
  columnOf(offset: number): number {
    const { line, character } = this.#lines.positionAt(offset);
    return line === 0 && this.#text.startsWith('\ufeff') ? Math.max(0, character - 1) : character;
  }

  /** Whether an offset is on the line of the last piece. */
  isOnLine(offset: number): boolean {
    return !this.#isAtLineStart && !this.#text.slice(this.#end, offset).includes('\n');
  }

  /** The piece at this offset stays as far behind the one before it as it is. */
  keepDistance(offset: number): void {
    this.#kept = offset;
  }

  /** Puts a piece into `column` if it begins a line, otherwise behind what stands before it. */
  place(piece: Piece, column: number, level: Level): void {
    const { offset, source } = piece;
    const beginsLine = !this.isOnLine(offset);
    const written = this.#text.slice(this.#end, offset);
    if (beginsLine) {
      const isKept = this.isVerbatim || this.#keepsColumns;
      this.pieceColumn = isKept ? this.columnOf(offset) : column;
      this.lineColumn = this.pieceColumn;
      const next = { was: this.columnOf(offset), column: this.pieceColumn };
      // What stands above a closing bracket belongs to what is in the brackets.
      this.#comments.settle(closings.has(piece.type) ? undefined : next, openLevels(this.#level));
      this.#write(offset, this.#breaksIn(written) + (isKept ? indentationIn(written) : ' '.repeat(column)));
    } else {
      const last = this.#last;
      const isKept = last === undefined || this.#kept === offset;
      const wanted = isKept ? written : blanksBetween(last, piece.type, written);
      this.#write(offset, wanted);
      this.pieceColumn = this.column + (this.isVerbatim ? written : wanted).length;
    }
    const moved = this.#continue(piece, beginsLine ? this.pieceColumn - this.columnOf(offset) : level.shift, level);
    this.#advance(offset + source.length, piece.type);
    this.column = source.includes('\n') ? this.columnOf(this.#end) + moved : this.pieceColumn + source.length;
    this.#level = level;
  }

  /** Puts a comment behind what stands on its line, or on a line of its own to where those around it belong. */
  comment({ offset, source }: Piece): void {
    const { line } = this.#lines.positionAt(offset);
    const common = { start: this.#end, end: offset, line, was: this.columnOf(offset) };
    const breaks = this.#breaksIn(this.#text.slice(this.#end, offset));
    if (this.isVerbatim || offset === this.#end) {
      // One without a blank before it is an error, or begins the text.
    } else if (this.isOnLine(offset)) {
      this.#comments.behind({ ...common, beforeWas: this.columnOf(this.#end), before: this.column });
    } else if (this.#keepsColumns) {
      this.#write(offset, breaks + indentationIn(this.#text.slice(this.#end, offset)));
    } else this.#comments.alone({ ...common, breaks });
    this.#advance(offset + source.length, 'comment');
  }

  /** Moves the lines of a block scalar with the collection around it. */
  blockText(offset: number, source: string, { shift }: Level): void {
    const [lineBreak = ''] = /\r?\n/.exec(this.#text.slice(this.#end, offset)) ?? [];
    if (lineBreak !== '') this.#write(offset, lineBreak);
    if (shift !== 0) {
      for (const [at, blanks] of lineStarts(offset, source)) {
        const moved = blanks.length === 0 ? 0 : Math.max(0, blanks.length + shift);
        this.#gaps.replace(at, at + blanks.length, ' '.repeat(moved));
      }
    }
    this.#advance(offset + source.length, 'block-scalar-header');
  }

  /** Leaves what stands before an offset as it is. */
  skipTo(offset: number): void {
    this.#advance(offset, 'comment');
    this.#isEndVerbatim = true;
  }

  /** All edits, when the last piece was put. */
  finish(): readonly TextEdit[] {
    this.#comments.settle(undefined, openLevels(this.#level));
    this.#comments.finish();
    this.#endText();
    return this.#gaps.edits.toSorted((a, b) => a.range.start - b.range.start);
  }

  /** One line break at the end; a block scalar keeps its own, or that it has none. */
  #endText(): void {
    const [lineBreak = '\n'] = /\r?\n/.exec(this.#text.slice(this.#end)) ?? /\r?\n/.exec(this.#text) ?? [];
    const isOpenText = this.#last === 'block-scalar-header' && !this.#isAtLineStart;
    if (isOpenText || this.#isEndVerbatim || this.#keepsColumns) return;
    this.#write(this.#text.length, this.#isAtLineStart ? '' : lineBreak);
  }

  /** The line breaks to write for those between the last piece and one on a line below: at most one blank line. */
  #breaksIn(written: string): string {
    const most = this.#last === undefined ? 0 : this.#isAtLineStart ? 1 : 2;
    return (written.match(/\r?\n/g) ?? []).slice(0, most).join('');
  }

  /** Moves the further lines of a piece, which stay inside the block around it; returns how far the last one moves. */
  #continue({ offset, source }: Piece, shift: number, { inside }: Level): number {
    if (shift === 0 || this.isVerbatim || !source.includes('\n')) return 0;
    let last = 0;
    for (const [at, blanks, isBlank] of lineStarts(offset, source).slice(1)) {
      const moved = isBlank ? blanks.length : Math.max(inside, blanks.length + shift);
      this.#gaps.replace(at, at + blanks.length, ' '.repeat(moved));
      last = moved - blanks.length;
    }
    return last;
  }

  #write(end: number, blanks: string): void {
    if (!this.isVerbatim) this.#gaps.replace(this.#end, end, blanks);
  }

  #advance(end: number, last: Piece['type']): void {
    this.#end = end;
    this.#last = last;
    this.#isAtLineStart = this.#text[end - 1] === '\n';
    this.#isEndVerbatim = this.isVerbatim;
  }
}

const closings: ReadonlySet<Piece['type']> = new Set(['flow-map-end', 'flow-seq-end']);

/** The blanks behind the last line break. */
function indentationIn(written: string): string {
  return written.slice(written.lastIndexOf('\n') + 1);
}

/** The blanks with which each line of a source begins, with their offsets, and whether the line has nothing else. */
function lineStarts(
  offset: number,
  source: string,
): readonly (readonly [at: number, blanks: string, isBlank: boolean])[] {
  return [...source.matchAll(/(?<=^|\n)( *)([^\r\n]?)/g)].map(({ index, 1: blanks = '', 2: rest }) => [
    offset + index,
    blanks,
    rest === '',
  ]);
}
