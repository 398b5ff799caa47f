import { Alias, isAlias, isMap, isScalar, isSeq, type Node, Pair, type Range, Scalar, YAMLMap, YAMLSeq } from 'yaml';

/** What stands in a block collection: a pair of a mapping, or an item of a list. */
export type Entry = Pair | Node;

/**
 * A copy of an entry for a place further on in the text. Nodes are never changed: earlier texts still use them. What a
 * collection holds is copied when somebody looks at it: of most collections nobody does before the next edit.
 */
export function movedEntry(entry: Entry, by: number): Entry {
  return isNodeOrNull(entry) ? (movedNode(entry, by) as Node) : movedPair(entry, by);
}

function isNodeOrNull(entry: Entry): entry is Node {
  return !(entry instanceof Pair);
}

function movedPair(pair: Pair, by: number): Pair {
  return new Pair(movedNode(pair.key as Node | null, by), movedNode(pair.value as Node | null, by));
}

function movedNode(node: Node | null, by: number): Node | null {
  if (node === null) return null;
  const range = node.range && movedRange(node.range, by);
  if (isScalar(node)) return Object.assign(new Scalar(node.value), node, { range });
  if (isAlias(node)) return Object.assign(new Alias(node.source), node, { range });
  if (isMap(node)) {
    const { items, ...rest } = node;
    return withItems(Object.assign(new YAMLMap(), rest, { range }), () => items.map((pair) => movedPair(pair, by)));
  }
  if (isSeq(node)) {
    const { items, ...rest } = node;
    return withItems(Object.assign(new YAMLSeq(), rest, { range }), () =>
      items.map((item) => movedEntry(item as Entry, by)),
    );
  }
  return node;
}

/** Gives a collection its items when they are first asked for. */
export function withItems<T extends YAMLMap | YAMLSeq>(collection: T, make: () => T['items']): T {
  const keep = (value: T['items']) =>
    Object.defineProperty(collection, 'items', { value, writable: true, enumerable: true, configurable: true });
  const get = () => keep(make()).items;
  return Object.defineProperty(collection, 'items', { get, set: keep, enumerable: true, configurable: true });
}

/** A range further on in the text. */
export function movedRange([start, end, nodeEnd]: Range, by: number): Range {
  return [start + by, end + by, nodeEnd + by];
}
