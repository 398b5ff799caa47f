import type { CST } from 'yaml';

/** A stretch of a YAML text without blanks around it, which formatting moves and never changes. */
export interface Piece {
  readonly type: CST.Token['type'];
  readonly offset: number;
  readonly source: string;
}

/** The piece that a token of the syntax is; undefined for blanks and line breaks, and for what nobody wrote. */
export function pieceOf(token: CST.Token): Piece | undefined {
  if (!('source' in token) || token.source === '') return undefined;
  const { type, offset, source } = token;
  if (type === 'space' || type === 'newline' || type === 'byte-order-mark') return undefined;
  return { type, offset, source: type === 'comment' ? source.trimEnd() : source };
}

/** The offset of the first piece of an entry of a collection, comments above it left out; undefined when it has none. */
export function startOfEntry({ start, key, sep = [], value }: CST.CollectionItem): number | undefined {
  const first = [...start, ...(key ? [key] : []), ...sep].find(isWritten) ?? value;
  return first && 'offset' in first ? startOf(first) : undefined;
}

function isWritten({ type }: CST.Token): boolean {
  return type !== 'space' && type !== 'newline' && type !== 'comment';
}

/** The offset of the first piece of a token: properties stand before what the parser takes for the first entry. */
export function startOf(token: CST.Token): number {
  if (token.type === 'block-scalar') return token.props[0]?.offset ?? token.offset;
  if (token.type !== 'block-map' && token.type !== 'block-seq') return token.offset;
  const [first] = token.items;
  return (first && startOfEntry(first)) ?? token.offset;
}

/** The offset behind the last piece of a token or an entry; blanks and comments behind it do not count. */
export function endOf(token: CST.Token | CST.CollectionItem): number {
  if (!('type' in token)) return endOfEntry(token);
  if (token.type === 'block-map' || token.type === 'block-seq') {
    const last = token.items.findLast((item) => startOfEntry(item) !== undefined);
    return last === undefined ? token.offset : endOfEntry(last);
  }
  if (token.type === 'flow-collection') {
    const last = token.end[0] ?? token.items.findLast((item) => startOfEntry(item) !== undefined);
    return last === undefined ? token.start.offset + 1 : endOf(last);
  }
  return 'source' in token ? token.offset + token.source.length : token.offset;
}

function endOfEntry({ start, key, sep = [], value }: CST.CollectionItem): number {
  const tokens = [...start, ...(key ? [key] : []), ...sep, ...(value ? [value] : [])];
  const last = tokens.findLast(isWritten);
  return last === undefined ? 0 : endOf(last);
}

/** Whether an entry that begins so has its key behind a question mark. */
export function isExplicit(start: readonly CST.SourceToken[]): boolean {
  return start.some(({ type }) => type === 'explicit-key-ind');
}
