import { commentColumns, type TrailingComment } from './comment-columns.ts';
import type { GapEdits } from './gap-edits.ts';
import type { Columns } from './level.ts';

/** The blanks and line breaks before a comment. */
interface Gap {
  readonly start: number;
  readonly end: number;
}

/** A comment on a line of its own. */
interface OwnComment extends Gap {
  readonly line: number;
  readonly was: number;
  /** The line breaks that are to stand before it. */
  readonly breaks: string;
}

interface Trailing extends Gap, TrailingComment {
  lastLine: number;
}

/** Puts comments where they belong once it is known what stands around them. */
export class Comments {
  readonly #gaps: GapEdits;
  readonly #trailing: Trailing[] = [];
  /** Comments that go on with one behind something. */
  readonly #following: (readonly [OwnComment, Trailing])[] = [];
  #waiting: (readonly [OwnComment, Trailing | undefined])[] = [];

  constructor(gaps: GapEdits) {
    this.#gaps = gaps;
  }

  /** A comment behind something on its line. */
  behind(comment: Gap & Omit<TrailingComment, 'lastLine'>): void {
    this.#trailing.push({ ...comment, lastLine: comment.line });
  }

  /** A comment on a line of its own: it waits for what follows it. */
  alone(comment: OwnComment): void {
    const above = this.#trailing.at(-1);
    const goesOn = above?.lastLine === comment.line - 1 && above.was === comment.was;
    if (goesOn) above.lastLine = comment.line;
    this.#waiting.push([comment, goesOn ? above : undefined]);
  }

  /**
   * What follows the waiting comments is known: `next` is its column, `open` are those of the collections around. They
   * go with that of which the column is theirs, or the nearest.
   */
  settle(next: Columns | undefined, open: readonly Columns[]): void {
    for (const [comment, above] of this.#waiting) {
      if (above !== undefined && next?.was !== comment.was) this.#following.push([comment, above]);
      else this.#write(comment, nearest(comment.was, next === undefined ? open : [next, ...open]));
    }
    this.#waiting = [];
  }

  /** Writes what depends on all comments of the text. */
  finish(): void {
    const columns = commentColumns(this.#trailing);
    for (const [comment, column] of columns) {
      this.#gaps.replace(comment.start, comment.end, ' '.repeat(column - comment.before));
    }
    for (const [comment, above] of this.#following) this.#write(comment, columns.get(above) ?? comment.was);
  }

  #write({ start, end, breaks }: OwnComment, column: number): void {
    this.#gaps.replace(start, end, breaks + ' '.repeat(column));
  }
}

/** The column that the collection in whose column a comment stands, or the one nearest to it, gets. */
function nearest(was: number, around: readonly Columns[]): number {
  const distance = (columns: Columns) => Math.abs(columns.was - was);
  return around.reduce((best, other) => (distance(other) < distance(best) ? other : best), around[0] ?? outside).column;
}

const outside: Columns = { was: 0, column: 0 };
