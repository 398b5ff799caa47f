import { Alias, isAlias, isMap, isScalar, isSeq, type Node, Pair, type Range, Scalar, YAMLMap, YAMLSeq } from 'yaml';
import { lazily } from '../../../lazily.ts';

/** What stands in a block collection: a pair of a mapping, or an item of a list. */
export type Entry = Pair | Node;

/**
 * An entry that was parsed by itself, and how much further on it stands now. Nodes are never changed, since earlier texts
 * still use them: a copy is made when somebody looks at the entry. At most nobody does before the next edit.
 */
export class PlacedEntry {
  /** As it was parsed. What is read from it holds wherever it stands. */
  readonly entry: Entry;
  readonly by: number;
  #here: Entry | undefined;

  constructor(entry: Entry, by = 0) {
    this.entry = entry;
    this.by = by;
  }

  /** The entry with the ranges that it has where it stands; always the same nodes. */
  get here(): Entry {
    this.#here ??= this.by === 0 ? this.entry : movedEntry(this.entry, this.by);
    return this.#here;
  }

  /** Whether an offset lies inside the entry; of a pair that is not asked. */
  reachesTo(offset: number): boolean {
    if (this.entry instanceof Pair || !this.entry.range) return true;
    const [start, , end] = this.entry.range;
    return start + this.by <= offset && offset <= end + this.by;
  }

  /** The same some characters further on. */
  movedBy(by: number): PlacedEntry {
    return by === 0 ? this : new PlacedEntry(this.entry, this.by + by);
  }
}

const placedEntries = new WeakMap<object, () => readonly PlacedEntry[]>();

/** The entries of a collection that were parsed by themselves; undefined where it was parsed as a whole. */
export function placedEntriesOf(collection: YAMLMap | YAMLSeq): readonly PlacedEntry[] | undefined {
  return placedEntries.get(collection)?.();
}

/** A collection put together from entries that were parsed by themselves. */
export function collectionOf(
  kind: 'map' | 'seq',
  range: Range,
  entries: () => readonly PlacedEntry[],
): YAMLMap | YAMLSeq {
  const node = kind === 'map' ? new YAMLMap() : new YAMLSeq();
  placedEntries.set(node, entries);
  return withItems(Object.assign(node, { range }), () => entries().map(({ here }) => here) as Pair[]);
}

function movedEntry(entry: Entry, by: number): Entry {
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
  if (!isMap(node) && !isSeq(node)) return node;
  const entries = placedEntries.get(node);
  if (entries !== undefined) {
    const moved = lazily(() => entries().map((entry) => entry.movedBy(by)));
    return collectionOf(isMap(node) ? 'map' : 'seq', range as Range, moved);
  }
  const { items, ...rest } = node;
  const copy = Object.assign(isMap(node) ? new YAMLMap() : new YAMLSeq(), rest, { range });
  return withItems(copy, () => (items as Entry[]).map((entry) => movedEntry(entry, by)) as Pair[]);
}

/** Gives a collection its items when they are first asked for. */
function withItems<T extends YAMLMap | YAMLSeq>(collection: T, make: () => T['items']): T {
  const keep = (value: T['items']) =>
    Object.defineProperty(collection, 'items', { value, writable: true, enumerable: true, configurable: true });
  const get = () => keep(make()).items;
  return Object.defineProperty(collection, 'items', { get, set: keep, enumerable: true, configurable: true });
}

/** A range further on in the text. */
export function movedRange([start, end, nodeEnd]: Range, by: number): Range {
  return [start + by, end + by, nodeEnd + by];
}
