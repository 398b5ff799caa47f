import { isAlias, isCollection, isMap, isScalar, isSeq, type Node, type Pair, type YAMLMap, type YAMLSeq } from 'yaml';
import type { Path } from '../../path.ts';
import type { ParsedDocument } from '../../readers/blueprint/parse.ts';

/** A mapping or a list of a YAML text. */
export type Collection = YAMLMap | YAMLSeq;

/** What stands at a path of a YAML document. Aliases are not followed: text that is used twice is not edited. */
export interface SyntaxPlace {
  readonly node: Node | null;
  /** The mapping or list that holds it, and its index there; absent for the document itself. */
  readonly parent?: Collection;
  readonly index: number;
  /** Its pair, when it is the value of a key. */
  readonly pair?: Pair;
}

/** Finds what stands at `path`, or undefined when nothing does. */
export function placeAt(contents: Node | null, path: Path): SyntaxPlace | undefined {
  let place: SyntaxPlace = { node: contents, index: 0 };
  for (const step of path) {
    const parent: Node | null = place.node;
    if (typeof step === 'number') {
      if (!isSeq(parent) || step >= parent.items.length) return undefined;
      place = { node: parent.items[step] as Node | null, parent, index: step };
    } else {
      if (!isMap(parent)) return undefined;
      const index: number = parent.items.findIndex(({ key }) => isScalar(key) && String(key.value) === step);
      const pair: Pair | undefined = parent.items[index];
      if (pair === undefined) return undefined;
      place = { node: pair.value as Node | null, parent, index, pair };
    }
  }
  return place;
}

/** Whether text at `path` is used elsewhere too: something on the way to it, or in it, is what an alias stands for. */
export function isShared(source: ParsedDocument, path: Path): boolean {
  const targets = new Set(source.aliasTargets.values());
  const node = placeAt(source.document.contents, path)?.node ?? null;
  return isSharedAbove(source, path) || (targets.size > 0 && node !== null && holdsOneOf(node, targets));
}

/** Whether what is added at `path` would stand elsewhere too: it, or something on the way to it, is what an alias stands for. */
export function isSharedAbove({ document, aliasTargets }: ParsedDocument, path: Path): boolean {
  const targets = new Set(aliasTargets.values());
  if (targets.size === 0) return false;
  const onTheWay = [...path, ''].map((_, length) => placeAt(document.contents, path.slice(0, length))?.node ?? null);
  return onTheWay.some((node) => node !== null && targets.has(node));
}

function holdsOneOf(node: Node, targets: ReadonlySet<Node>): boolean {
  if (targets.has(node)) return true;
  if (!isCollection(node)) return false;
  const children = isMap(node) ? node.items.map(({ value }) => value) : node.items;
  return children.some((child) => child !== null && holdsOneOf(child as Node, targets));
}

/** Whether nothing is written for a node: the empty value behind `key:`, or an item that is only a dash. */
export function isEmpty(node: Node | null): boolean {
  return node === null || (isScalar(node) && node.range?.[0] === node.range?.[1]);
}

/** Whether an anchor or a tag stands before a value, so that text cannot simply be put in its place. */
export function isMarked(node: Node | null): boolean {
  return node !== null && !isAlias(node) && ('anchor' in node || node.tag !== undefined) && isEmpty(node);
}

/** Offset of the first character of a node. */
export function startOf(node: Node): number {
  return node.range?.[0] ?? 0;
}

/** Offset behind the last character that is written of a node, without the comments and blank lines behind it. */
export function endOf(text: string, node: Node): number {
  const end = node.range?.[1] ?? 0;
  if (isCollection(node) && node.flow !== true) {
    const last = node.items.length - 1;
    return last < 0 ? startOf(node) : spanOf(text, node as Collection, last).end;
  }
  const isBlockScalar = isScalar(node) && (node.type === 'BLOCK_LITERAL' || node.type === 'BLOCK_FOLDED');
  return isBlockScalar ? text.slice(0, end).trimEnd().length : end;
}

/** A stretch of text. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** An entry of a collection with all that belongs to it: key and value, or the dash and the item. */
export function spanOf(text: string, parent: Collection, index: number): Span {
  if (isMap(parent)) {
    const { key, value } = parent.items[index] as { key: Node; value: Node | null };
    const keyEnd = endOf(text, key);
    if (value !== null && !isEmpty(value)) return { start: startOf(key), end: Math.max(keyEnd, endOf(text, value)) };
    const colon = /^\s*:/.exec(text.slice(keyEnd))?.[0].length ?? 0;
    return { start: startOf(key), end: keyEnd + colon };
  }
  const node = parent.items[index] as Node;
  const start = parent.flow === true ? startOf(node) : text.lastIndexOf('-', startOf(node) - 1);
  return { start, end: Math.max(start + 1, endOf(text, node)) };
}

/** Offset of the first character of the line of `offset`. */
export function lineStart(text: string, offset: number): number {
  return text.lastIndexOf('\n', offset - 1) + 1;
}

/** Offset of the end of the line of `offset`, before its line break. */
export function lineEnd(text: string, offset: number): number {
  const newline = text.indexOf('\n', offset);
  if (newline === -1) return text.length;
  return text.charAt(newline - 1) === '\r' ? newline - 1 : newline;
}

/** The end of the comments that follow on lines of their own and are indented deeper: they belong to what stands above. */
export function endWithComments(text: string, end: number, indent: number): number {
  const next = text.indexOf('\n', end) + 1;
  if (next === 0) return end;
  const [, blanks = ''] = /^( *)#/.exec(text.slice(next, lineEnd(text, next))) ?? [];
  return blanks.length > indent ? endWithComments(text, lineEnd(text, next), indent) : end;
}

/** How far a place is indented from the beginning of its line, in blanks. A BOM indents nothing. */
export function indentOf(text: string, offset: number): string {
  return ' '.repeat(text.slice(lineStart(text, offset), offset).replace('\ufeff', '').length);
}

/** The line break a text uses. */
export function lineBreakOf(text: string): string {
  return text.includes('\r\n') ? '\r\n' : '\n';
}
