import { isCollection, isMap, isScalar, isSeq, type Node, type Pair, type YAMLMap, type YAMLSeq } from 'yaml';
import type { Path } from '../../path.ts';

/** What stands at a path of a YAML document. Aliases are not followed: text that is used twice is not edited. */
export interface SyntaxPlace {
  readonly node: Node | null;
  /** The mapping or sequence that holds it; absent for the document itself. */
  readonly parent?: YAMLMap | YAMLSeq;
  /** Its pair, when it is the value of a key. */
  readonly pair?: Pair;
}

/** Finds what stands at `path`, or undefined when nothing does. */
export function placeAt(contents: Node | null, path: Path): SyntaxPlace | undefined {
  let place: SyntaxPlace = { node: contents };
  for (const step of path) {
    const parent: Node | null = place.node;
    if (typeof step === 'number') {
      if (!isSeq(parent) || step >= parent.items.length) return undefined;
      place = { node: parent.items[step] as Node | null, parent };
    } else {
      if (!isMap(parent)) return undefined;
      const pair: Pair | undefined = parent.items.find(({ key }) => isScalar(key) && String(key.value) === step);
      if (pair === undefined) return undefined;
      place = { node: pair.value as Node | null, parent, pair };
    }
  }
  return place;
}

/** Offset of the first character of a node. */
export function startOf(node: Node): number {
  return node.range?.[0] ?? 0;
}

/** Offset behind the last character that is written of a node, without comments and blank lines behind a block. */
export function endOf(node: Node): number {
  if (isCollection(node) && node.flow !== true) {
    const last = node.items.at(-1);
    const inner = isMap(node) ? endOfPair(last as Pair | undefined) : endOfItem(last as Node | null | undefined);
    return inner ?? startOf(node);
  }
  return node.range?.[1] ?? 0;
}

function endOfPair(pair: Pair | undefined): number | undefined {
  if (pair === undefined) return undefined;
  const key = pair.key as Node;
  const value = pair.value as Node | null;
  return Math.max(endOf(key), value === null ? 0 : endOf(value));
}

function endOfItem(node: Node | null | undefined): number | undefined {
  return node === null || node === undefined ? undefined : endOf(node);
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

/** The line break a text uses. */
export function lineBreakOf(text: string): string {
  return text.includes('\r\n') ? '\r\n' : '\n';
}
