import { isAlias, isMap, isScalar, isSeq, type Node, type Pair, type YAMLMap } from 'yaml';

/** One key of a mapping with what it stands for. */
export interface MapEntry {
  readonly key: string;
  readonly pair: Pair;
  /** True when it came through a merge key (`<<`). */
  readonly merged: boolean;
}

/** The keys of a mapping: its own first, then those merged into it that it does not have itself; and its duplicates. */
export function entriesOf(
  map: YAMLMap,
  aliasTargets: ReadonlyMap<Node, Node>,
): { readonly entries: readonly MapEntry[]; readonly duplicates: readonly MapEntry[] } {
  const entries = new Map<string, MapEntry>();
  const duplicates: MapEntry[] = [];
  const merged: MapEntry[] = [];
  for (const pair of map.items) {
    const key = keyOf(pair);
    if (key === undefined) continue;
    if (key === '<<') {
      const sources = mergedMaps(pair.value as Node | null, aliasTargets);
      merged.push(...sources.flatMap((source) => ownEntries(source)));
    } else if (entries.has(key)) duplicates.push({ key, pair, merged: false });
    else entries.set(key, { key, pair, merged: false });
  }
  for (const entry of merged) {
    if (!entries.has(entry.key)) entries.set(entry.key, entry);
  }
  return { entries: [...entries.values()], duplicates };
}

function ownEntries(map: YAMLMap): readonly MapEntry[] {
  return map.items.flatMap((pair) => {
    const key = keyOf(pair);
    return key === undefined || key === '<<' ? [] : [{ key, pair, merged: true }];
  });
}

function keyOf(pair: Pair): string | undefined {
  return isScalar(pair.key) && pair.key.value !== null && pair.key.value !== '' ? String(pair.key.value) : undefined;
}

/** The mappings behind a merge key: one, or a list of them, written out or as aliases. */
function mergedMaps(node: Node | null, aliasTargets: ReadonlyMap<Node, Node>): readonly YAMLMap[] {
  const resolve = (item: unknown) => (isAlias(item) ? aliasTargets.get(item) : item);
  const target = resolve(node);
  const sources = isSeq(target) ? target.items.map(resolve) : [target];
  return sources.filter((source) => isMap(source));
}
