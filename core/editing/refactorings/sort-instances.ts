import { isAlias, isSeq, type Node, visit, type YAMLSeq } from 'yaml';
import { type Cluster, clustersOf, type Design, type Instance } from '../../design/design.ts';
import { known } from '../../design/node.ts';
import { isInside } from '../../design/path.ts';
import { writerOf } from '../../design/promotion.ts';
import type { ParsedDocument } from '../../design/readers/blueprint/parse.ts';
import { itemSpans } from '../../design/writers/blueprint/item-spans.ts';
import { placeAt } from '../../design/writers/blueprint/syntax-place.ts';
import type { TextEdit } from '../../text/range.ts';
import type { BlueprintSelection, Refactoring } from './refactoring.ts';

/** Puts the instances of the cluster that is selected in the order of their AZs; or those of all clusters of the design. */
export function sortInstances({ text, document, range }: BlueprintSelection): readonly Refactoring[] {
  const { design, locator, source } = document;
  const path = locator.pathAt(range.start) ?? [];
  const sortable = clustersOf(design).flatMap((cluster) => {
    const edits = editsFor(text, source, design, cluster);
    return edits.length === 0 ? [] : [{ path: cluster.instances.path, edits }];
  });
  const selected = sortable.find((cluster) => isInside(path, cluster.path));
  const title = 'Sort instances by AZ, the writer first';
  const all = () => sortable.flatMap(({ edits }) => edits);
  return [
    ...(selected === undefined ? [] : [{ title, kind: 'refactor.rewrite', edits: () => selected.edits } as const]),
    ...(sortable.length === 0
      ? []
      : [{ title: `${title}, in this file`, kind: 'source.sortMembers', edits: all } as const]),
  ];
}

/** The instances of a cluster with the writer first, then by AZ; those without an AZ last, and otherwise as they were. */
export function byAvailabilityZone(design: Design, cluster: Cluster): readonly Instance[] {
  const writer = writerOf(design, cluster);
  const rank = (instance: Instance) => (instance === writer ? '' : (known(instance.availabilityZone) ?? '\uffff'));
  return cluster.instances.items.toSorted((a, b) => (rank(a) < rank(b) ? -1 : rank(a) > rank(b) ? 1 : 0));
}

/** None where the order is right, or an item cannot be moved without losing a comment or the meaning of an alias. */
function editsFor(text: string, source: ParsedDocument, design: Design, cluster: Cluster): readonly TextEdit[] {
  const { items, path } = cluster.instances;
  const order = byAvailabilityZone(design, cluster).map((instance) => items.indexOf(instance));
  if (order.every((from, to) => from === to) || source.isBroken) return [];
  const list = placeAt(source.document.contents, path)?.node;
  if (!isSeq(list) || list.items.length !== items.length || !keepsAliases(list, order, source)) return [];
  const spans = itemSpans(text, list) ?? [];
  return spans.flatMap((range, to) => {
    const moved = spans[order[to] ?? to];
    return moved === undefined || moved === range ? [] : [{ range, newText: text.slice(moved.start, moved.end) }];
  });
}

/** Whether every alias in a list still stands behind what it stands for when the items come in another order. */
function keepsAliases(list: YAMLSeq, order: readonly number[], { aliasTargets }: ParsedDocument): boolean {
  if (aliasTargets.size === 0) return true;
  const itemOf = new Map<Node, number>();
  const names: string[] = [];
  for (const [index, item] of list.items.entries()) {
    visit(item as Node | null, {
      Node: (_key, node) => {
        itemOf.set(node, index);
        if ('anchor' in node && node.anchor !== undefined) names.push(node.anchor);
      },
    });
  }
  if (new Set(names).size < names.length) return false;
  return [...itemOf].every(([node, item]) => {
    if (!isAlias(node)) return true;
    const target = aliasTargets.get(node);
    const defined = target === undefined ? undefined : itemOf.get(target);
    return defined === undefined ? !names.includes(node.source) : order.indexOf(defined) <= order.indexOf(item);
  });
}
