import { keyOf } from '../../content/unsaid.ts';
import { groupOf, itemsOf, partIn } from './group.ts';
import { type GroupPart, type Part, placeOf } from './part.ts';
import type { Resources } from './resources.ts';

/**
 * What `Metadata.AuroraBlueprint` says of the design, in the words of a blueprint: what no resource of CloudFormation
 * has a property for. It is about the only DB cluster of its template; with several, nothing is read from it.
 */
export function metadataOf(resources: Resources): GroupPart | undefined {
  const written = resources.metadata('AuroraBlueprint');
  if (written === undefined || resources.ofType('AWS::RDS::DBCluster').length > 1) return undefined;
  return groupOf(written, written.value, false);
}

/** Whether the metadata describes the cluster of the template as a secondary. */
export function describesSecondary(metadata: GroupPart): boolean {
  return partIn(metadata, 'secondaries') !== undefined && partIn(metadata, 'primary') === undefined;
}

/**
 * What the resources say, with what the metadata adds to it: where both say something the resources count. Items of
 * lists are told apart by their keys; those that the metadata names come first, in its order. An instance or a subnet
 * is there by its resource alone.
 */
export function overlay(part: Part | undefined, added: Part | undefined, name = ''): Part | undefined {
  if (added === undefined) return part;
  if (part === undefined || isUnknown(part)) return added;
  const [group, addedGroup] = [asGroup(part), asGroup(added)];
  if (group !== undefined && addedGroup !== undefined) return overlayGroup(group, addedGroup);
  const [items, addedItems] = [itemsOf(part), itemsOf(added)];
  if (items === undefined || addedItems === undefined) return part;
  return { ...placeOf(part), kind: 'list', items: overlayItems(items, addedItems, name) };
}

function overlayItems(items: readonly Part[], addedItems: readonly Part[], name: string): readonly Part[] {
  const keyAt = (item: Part, index: number) => keyTextOf(item) ?? (items.length === addedItems.length ? index : item);
  const left = new Map(items.map((item, index) => [keyAt(item, index), item]));
  const merged = addedItems.flatMap((item, index) => {
    const key = keyAt(item, index);
    const twin = left.get(key);
    if (twin === undefined) return name === 'instances' || name === 'subnets' ? [] : [item];
    left.delete(key);
    return overlay(twin, item) ?? [];
  });
  return [...merged, ...left.values()];
}

function overlayGroup(group: GroupPart, added: GroupPart): GroupPart {
  const names = new Set([...group.parts.keys(), ...added.parts.keys()]);
  const parts = [...names].map(
    (name) => [name, () => overlay(partIn(group, name), partIn(added, name), name)] as const,
  );
  return { ...group, parts: new Map(parts) };
}

function isUnknown(part: Part): boolean {
  return part.kind === 'value' && part.value.kind === 'unknown';
}

function asGroup(part: Part): GroupPart | undefined {
  if (part.kind === 'group') return part;
  return part.kind === 'value' ? groupOf(part, part.value, false) : undefined;
}

/** What tells an item from the others of its list. */
function keyTextOf(item: Part): string | undefined {
  const group = asGroup(item);
  if (group === undefined) return undefined;
  const texts = [...group.parts.keys()].map((name) => [name, knownText(partIn(group, name))] as const);
  const known: Readonly<Record<string, string | undefined>> = Object.fromEntries(texts);
  const names = keyOf(known);
  return names && JSON.stringify(names.map((name) => known[name] ?? ''));
}

function knownText(part: Part | undefined): string | undefined {
  return part?.kind === 'value' && part.value.kind === 'scalar' ? part.value.text : undefined;
}

/** The roles of a cluster that the metadata does not name for machine learning: those of Aurora MySQL do not say it. */
export function otherRoles(roles: Part | undefined, metadata: GroupPart): Part | undefined {
  const models = itemsOf(partIn(metadata, 'machineLearning')) ?? [];
  const arns = new Set(models.map((role) => roleArnOf(role)));
  const items = itemsOf(roles);
  if (roles === undefined || items === undefined) return roles;
  const isModel = (role: Part) => {
    const group = asGroup(role);
    return group !== undefined && partIn(group, 'featureName') === undefined && arns.has(roleArnOf(role));
  };
  return { ...roles, kind: 'list', items: items.filter((role) => !isModel(role)) };
}

function roleArnOf(role: Part): string | undefined {
  const group = asGroup(role);
  return group && knownText(partIn(group, 'roleArn'));
}
