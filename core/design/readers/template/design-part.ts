import { clusterPart } from './cluster-part.ts';
import { partIn, valueIn } from './group.ts';
import { effectiveProperties } from './origin-part.ts';
import { type GroupPart, type Part, unknownPart } from './part.ts';
import type { Reliance } from './reliance.ts';
import type { ResolvedResource, Resources } from './resources.ts';
import { rolesOf } from './roles.ts';

/** Properties of a DB cluster that the design has once for all clusters. */
const onTop = ['engine', 'engineVersion', 'databaseName', 'masterUsername', 'masterUserPassword'];

/** The design that one DB cluster of a template makes up, with the resources around it. */
export function designPart(resource: ResolvedResource, resources: Resources, reliance: Reliance): GroupPart {
  const properties = effectiveProperties(resource.properties);
  const cluster = { ...resource, properties };
  const own = reliance.memo(() => clusterPart(cluster, resources));
  const follows = reliance.memo(() => isSecondary(properties, resources));
  const secondaries = (): Part | undefined => {
    if (follows()) return { ...properties, kind: 'list', items: [own()] };
    return partIn(properties, 'globalClusterIdentifier') === undefined ? undefined : unknownPart(properties);
  };
  const parts: readonly (readonly [string, () => Part | undefined])[] = [
    ...onTop.map((name) => [name, () => partIn(properties, name)] as const),
    ['name', () => globalIdentifierOf(cluster, resources)],
    ['primary', () => (follows() ? unknownPart(properties) : own())],
    ['secondaries', secondaries],
    ['machineLearning', () => rolesOf(properties)?.machineLearning],
  ];
  return { ...properties, parts: new Map(parts) };
}

/**
 * Whether a cluster follows another one: by binlog, or as a member of a global database that stands elsewhere. A member
 * with a master user of its own is the primary.
 */
function isSecondary(properties: GroupPart, resources: Resources): boolean {
  const has = (name: string) => partIn(properties, name) !== undefined;
  if (has('replicationSourceIdentifier')) return true;
  if (properties.isOpen || !has('globalClusterIdentifier')) return false;
  const global = partIn(properties, 'globalClusterIdentifier');
  if (resources.referredTo(global, 'AWS::RDS::GlobalCluster') !== undefined) return false;
  return !has('masterUsername');
}

/** The identifier of the global database of which the template makes the cluster a member. */
function globalIdentifierOf({ logicalId, properties }: ResolvedResource, resources: Resources): Part | undefined {
  const type = 'AWS::RDS::GlobalCluster';
  const joined = resources.referredTo(partIn(properties, 'globalClusterIdentifier'), type);
  const made = resources.ofType(type).find((global) => {
    const source = valueIn(global.properties, 'sourceDBClusterIdentifier')?.value;
    return source?.kind === 'unknown' && source.resource === logicalId;
  });
  const global = joined ?? made;
  return global && partIn(global.properties, 'globalClusterIdentifier');
}
