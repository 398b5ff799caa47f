import type { CST } from 'yaml';
import type { Layout } from './layout.ts';
import { blockLevel, flowLevel, type Level, outermost } from './level.ts';
import { isExplicit, pieceOf, startOf, startOfEntry } from './piece.ts';
import type { SequenceStyle } from './sequence-style.ts';

export interface WalkOptions {
  readonly layout: Layout;
  /** Blanks by which what belongs to a key is further in than it. */
  readonly tabSize: number;
  readonly sequences: SequenceStyle;
  /** Whether something in a token or an entry could not be understood. */
  readonly isBroken: (token: CST.Token | CST.CollectionItem) => boolean;
  /** Whether the entries of a collection stay in their column. */
  readonly keepsColumn: (collection: CST.BlockMap | CST.BlockSequence) => boolean;
}

/** Where a value goes that begins a line. */
interface Place {
  readonly value: number;
  readonly list: number;
  /** Of the entry that holds the value: brackets that it opens are closed in this column. */
  readonly entry: number | undefined;
}

type Brackets = CST.FlowCollection;
type Block = CST.BlockMap | CST.BlockSequence;

/** Goes through the syntax of a text from the first token to the last, and lays its pieces out. */
export class SyntaxWalk {
  readonly #options: WalkOptions;
  readonly #layout: Layout;

  constructor(options: WalkOptions) {
    this.#options = options;
    this.#layout = options.layout;
  }

  /** The next token of the text: a document, or what stands between documents. */
  token(token: CST.Token): void {
    if (token.type === 'document') {
      this.#pieces(token.start, 0, outermost);
      this.#root(token.value);
      this.#pieces(token.end, 0, outermost);
    } else if (token.type === 'error' || token.type === 'directive') {
      this.#layout.skipTo(token.offset + token.source.length);
    } else this.#node(token, placeAt(0), outermost);
  }

  /** The outermost value stays in its column. */
  #root(value: CST.Token | undefined): void {
    if (value === undefined) return;
    const place = placeAt(this.#layout.columnOf(startOf(value)));
    this.#verbatimIf(!isBlock(value) && this.#options.isBroken(value), () => this.#node(value, place, outermost));
  }

  #node(token: CST.Token | null | undefined, place: Place, level: Level): void {
    if (token?.type === 'block-map') this.#block(token, place.value, level);
    else if (token?.type === 'block-seq') this.#block(token, place.list, level);
    else if (token?.type === 'flow-collection') this.#brackets(token, place, level);
    else if (token?.type === 'block-scalar') {
      this.#pieces(token.props, place.value, level);
      this.#layout.blockText(startOfText(token), token.source, level);
    } else if (token) {
      this.#pieces([token], place.value, level);
      if ('end' in token) this.#pieces(token.end, place.value, level);
    }
  }

  /** Pieces in a row, each in `column` when it begins a line. */
  #pieces(tokens: readonly CST.Token[] | undefined, column: number, level: Level): void {
    for (const token of tokens ?? []) {
      const piece = pieceOf(token);
      if (piece?.type === 'comment') this.#layout.comment(piece);
      else if (piece !== undefined) this.#layout.place(piece, column, level);
    }
  }

  #block(token: Block, wanted: number, outer: Level): void {
    const start = startOf(token);
    const was = this.#layout.columnOf(start);
    const behind = this.#layout.isOnLine(start) ? this.#layout.column + 1 : wanted;
    const isKept = this.#options.keepsColumn(token);
    if (isKept) this.#layout.keepDistance(start);
    const level = blockLevel(was, isKept ? was : behind, outer);
    for (const item of token.items) this.#entry(token.type, item, level);
  }

  /** An entry with an error in it is left as it is, unless the error lies in a block inside it. */
  #entry(type: Block['type'], item: CST.CollectionItem, level: Level): void {
    const { value, ...head } = item;
    const { isBroken } = this.#options;
    const isLeft = isBroken(item) && (!isBlock(value) || isBroken(head));
    this.#verbatimIf(isLeft, () => (type === 'block-seq' ? this.#item(item, level) : this.#pair(item, level)));
  }

  #verbatimIf(isLeft: boolean, walk: () => void): void {
    const before = this.#layout.isVerbatim;
    this.#layout.isVerbatim = before || isLeft;
    walk();
    this.#layout.isVerbatim = before;
  }

  #item({ start, value }: CST.CollectionItem, level: Level): void {
    this.#pieces(start, level.column, level);
    this.#node(value, placeAt(level.column + dash), level);
  }

  #pair(item: CST.CollectionItem, level: Level): void {
    const { start, key, sep, value } = item;
    const inner = level.column + this.#options.tabSize;
    this.#pieces(start, level.column, level);
    this.#node(key, placeAt(isExplicit(start) ? inner : level.column), level);
    for (const token of sep ?? []) {
      const begins = token.type === 'map-value-ind' && (isExplicit(start) || startOfEntry(item) === token.offset);
      this.#pieces([token], begins ? level.column : inner, level);
    }
    const list = this.#options.sequences === 'indented' || isExplicit(start) ? inner : level.column;
    this.#node(value, { value: inner, list, entry: level.column }, level);
  }

  #brackets(token: Brackets, place: Place, outer: Level): void {
    const layout = this.#layout;
    this.#pieces([token.start], place.value, outer);
    const open = layout.pieceColumn;
    const entry = place.entry === undefined ? open : Math.max(place.entry, layout.lineColumn);
    const first = token.items.map(startOfEntry).find((start) => start !== undefined);
    const isBehind = first !== undefined && layout.isOnLine(first);
    const blanks = token.start.type === 'flow-map-start' ? 1 : 0;
    const column = isBehind ? layout.column + blanks : entry + this.#options.tabSize;
    const level = flowLevel(first === undefined ? column : layout.columnOf(first), column, outer);
    for (const item of token.items) this.#bracketItem(item, level);
    const [closing, ...behind] = token.end;
    if (closing !== undefined) this.#pieces([closing], isBehind ? open : entry, outer);
    this.#pieces(behind, column, outer);
  }

  #bracketItem({ start, key, sep, value }: CST.CollectionItem, level: Level): void {
    let entry: number | undefined;
    const noteColumn = (tokens: readonly CST.Token[]) => {
      if (entry === undefined && tokens.some(({ type }) => !between.has(type))) entry = this.#layout.pieceColumn;
    };
    this.#pieces(start, level.column, level);
    noteColumn(start);
    this.#node(key, { ...placeAt(level.column), entry }, level);
    if (key) noteColumn([key]);
    this.#pieces(sep, level.column, level);
    noteColumn(sep ?? []);
    this.#node(value, { ...placeAt(level.column), entry }, level);
  }
}

/** A dash and the blank behind it. */
const dash = 2;

/** What stands between the entries of brackets. */
const between: ReadonlySet<CST.Token['type']> = new Set(['space', 'newline', 'comment', 'comma']);

function isBlock(token: CST.Token | undefined): token is Block {
  return token?.type === 'block-map' || token?.type === 'block-seq';
}

function placeAt(column: number): Place {
  return { value: column, list: column, entry: column };
}

function startOfText({ offset, props }: CST.BlockScalar): number {
  const last = props.at(-1);
  return last !== undefined && 'source' in last ? last.offset + last.source.length : offset;
}
