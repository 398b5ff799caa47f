import { isAlias, isMap, isScalar, isSeq, type Node, type Pair, type YAMLMap } from 'yaml';
import { type PlacedEntry, placedEntriesOf } from '../yaml/moved-node.ts';

/** One key of a mapping with what it stands for. */
export interface MapEntry {
  readonly key: string;
  readonly pair: Pair;
  /** Where it comes from, when it was parsed by itself. */
  readonly placed?: PlacedEntry | undefined;
  /** The merge key (`<<`) through which it came, if it did. */
  readonly mergedBy?: Pair;
}

/** Most steps over the entries of one mapping and what it merges; merges of merges could make a small text endless. */
const mostMerged = 10_000;
const deepestMerge = 8;

/** The keys of a mapping: its own first, then those merged into it that it does not have itself; and its duplicates. */
export function entriesOf(
  map: YAMLMap,
  aliasTargets: ReadonlyMap<Node, Node>,
): { readonly entries: readonly MapEntry[]; readonly duplicates: readonly MapEntry[] } {
  const entries = new Map<string, MapEntry>();
  const duplicates: MapEntry[] = [];
  const placed = placedEntriesOf(map);
  for (const [index, pair] of map.items.entries()) {
    const key = keyOf(pair);
    if (key === undefined || key === mergeKey) continue;
    if (entries.has(key)) duplicates.push({ key, pair });
    else entries.set(key, { key, pair, placed: placed?.[index] });
  }
  for (const entry of mergedEntries(map, aliasTargets)) {
    if (!entries.has(entry.key)) entries.set(entry.key, entry);
  }
  return { entries: [...entries.values()], duplicates };
}

const mergeKey = '<<';

/** What the merge keys of a mapping bring, with what their sources merge in turn. */
function mergedEntries(map: YAMLMap, aliasTargets: ReadonlyMap<Node, Node>): readonly MapEntry[] {
  const merged: MapEntry[] = [];
  let steps = 0;
  const collect = (from: YAMLMap, outermost: Pair | undefined, depth: number) => {
    for (const pair of from.items) {
      const key = keyOf(pair);
      steps += 1;
      if (steps > mostMerged) return;
      if (key !== mergeKey) {
        if (key !== undefined && outermost !== undefined) merged.push({ key, pair, mergedBy: outermost });
      } else if (depth < deepestMerge) {
        for (const source of mergedMaps(pair.value as Node | null, aliasTargets)) {
          steps += 1;
          if (steps > mostMerged) return;
          collect(source, outermost ?? pair, depth + 1);
        }
      }
    }
  };
  collect(map, undefined, 0);
  return merged;
}

/** The key of an entry as text; undefined for an empty key, or one that is no scalar. */
export function keyOf(pair: Pair): string | undefined {
  return isScalar(pair.key) && pair.key.value !== null && pair.key.value !== '' ? String(pair.key.value) : undefined;
}

/** The mappings behind a merge key: one, or a list of them, written out or as aliases. */
function mergedMaps(node: Node | null, aliasTargets: ReadonlyMap<Node, Node>): readonly YAMLMap[] {
  const resolve = (item: unknown) => (isAlias(item) ? aliasTargets.get(item) : item);
  const target = resolve(node);
  const sources = isSeq(target) ? target.items.map(resolve) : [target];
  return sources.slice(0, mostMerged).filter((source) => isMap(source));
}
