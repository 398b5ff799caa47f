import {
  type Alias,
  isAlias,
  isCollection,
  isMap,
  isScalar,
  isSeq,
  type Node,
  type Pair,
  type Scalar,
  type YAMLMap,
} from 'yaml';
import type { Path } from '../../design/path.ts';
import { entriesOf } from '../../design/readers/blueprint/map-entries.ts';
import type { ParsedDocument } from '../../design/readers/blueprint/parse.ts';

/** The scalar that gives a value of a design, or a key, and the alias that stands in its place, if one does. */
export interface WrittenValue {
  readonly scalar: Scalar;
  readonly alias: Alias | undefined;
  /** Whether it stands in braces or brackets, as far as that is known. */
  readonly isFlow: boolean;
}

/** Finds what gives the values of a design in a YAML document, through aliases and merge keys. */
export class WrittenValues {
  readonly #document: ParsedDocument;
  readonly #merged = new Map<YAMLMap, ReadonlyMap<string, Pair>>();

  constructor(document: ParsedDocument) {
    this.#document = document;
  }

  valueAt(path: Path): WrittenValue | undefined {
    const step = path.at(-1);
    const holder = this.#holderOf(path);
    const node = step === undefined ? holder : this.#child(holder, step);
    const target = this.#target(node);
    if (!isScalar(target)) return undefined;
    const alias = isAlias(node) ? node : undefined;
    return { scalar: target, alias, isFlow: alias !== undefined || isFlow(holder) };
  }

  /** The last key of a path. */
  keyAt(path: Path): WrittenValue | undefined {
    const holder = this.#holderOf(path);
    const key = isMap(holder) ? this.#pairOf(holder, String(path.at(-1)))?.key : undefined;
    return isScalar(key) ? { scalar: key, alias: undefined, isFlow: isFlow(holder) } : undefined;
  }

  #holderOf(path: Path): Node | null {
    let node: Node | null = this.#document.document.contents;
    for (const step of path.slice(0, -1)) node = this.#child(this.#target(node), step);
    return this.#target(node);
  }

  #target(node: Node | null): Node | null {
    return isAlias(node) ? (this.#document.aliasTargets.get(node) ?? null) : node;
  }

  #child(holder: Node | null, step: string | number): Node | null {
    if (isSeq(holder) && typeof step === 'number') return (holder.items[step] as Node | undefined) ?? null;
    if (!isMap(holder)) return null;
    return (this.#pairOf(holder, String(step))?.value as Node | null | undefined) ?? null;
  }

  /** The entry of a mapping; only what it does not have itself is looked for in what it merges. */
  #pairOf(map: YAMLMap, step: string): Pair | undefined {
    const own =
      map.items.find(({ key }) => (key as Scalar | null)?.value === step) ??
      map.items.find(({ key }) => isScalar(key) && String(key.value) === step);
    if (own !== undefined || this.#document.aliasTargets.size === 0) return own;
    let entries = this.#merged.get(map);
    if (entries === undefined) {
      const all = entriesOf(map, this.#document.aliasTargets).entries;
      entries = new Map(all.map(({ key, pair }) => [key, pair]));
      this.#merged.set(map, entries);
    }
    return entries.get(step);
  }
}

function isFlow(holder: Node | null): boolean {
  return isCollection(holder) && holder.flow === true;
}
