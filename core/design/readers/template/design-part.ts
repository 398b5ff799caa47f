import { clusterPart } from './cluster-part.ts';
import { extend, partIn, textIn, valueIn } from './group.ts';
import { describesSecondary, metadataOf, otherRoles, overlay } from './metadata-part.ts';
import { effectiveProperties } from './origin-part.ts';
import { elsewherePart, type GroupPart, type Part, placeOf, unknownPart } from './part.ts';
import type { Reliance } from './reliance.ts';
import type { ResolvedResource, Resources } from './resources.ts';
import { rolesOf } from './roles.ts';

/** Properties of a DB cluster that the design has once for all clusters. */
const onTop = ['engine', 'engineVersion', 'databaseName', 'masterUsername', 'masterUserPassword'];

/** The design that one DB cluster of a template makes up, with the resources around it and the template's Metadata. */
export function designPart(resource: ResolvedResource, resources: Resources, reliance: Reliance): GroupPart {
  const properties = effectiveProperties(resource.properties);
  const cluster = { ...resource, properties };
  const metadata = metadataOf(resources);
  const own = reliance.memo(() => {
    const part = clusterPart(cluster, resources, reliance);
    if (metadata === undefined || textIn(properties, 'engine') !== 'aurora-mysql') return part;
    return extend(part, { associatedRoles: () => otherRoles(partIn(part, 'associatedRoles'), metadata) });
  });
  const follows = reliance.memo(
    () => isSecondary(properties, resources) || (metadata !== undefined && describesSecondary(metadata)),
  );
  const name = reliance.memo(() => globalIdentifierOf(cluster, resources));
  const secondaries = (): Part | undefined => {
    if (follows()) return { ...properties, kind: 'list', items: [own()] };
    const written = valueIn(properties, 'globalClusterIdentifier');
    // The Default of a parameter can be overridden by nothing.
    const isDefault = written?.value.kind === 'scalar' && written.value.defaults.length > 0;
    if (name() !== undefined && !isDefault) return elsewherePart(properties);
    return written === undefined ? undefined : unknownPart(properties);
  };
  const parts: readonly (readonly [string, () => Part | undefined])[] = [
    ...onTop.map((name) => [name, () => partIn(properties, name)] as const),
    ['name', name],
    ['primary', () => (follows() ? unknownPart(properties) : own())],
    ['secondaries', secondaries],
    ['machineLearning', () => (follows() ? inRegionOf(own(), properties) : rolesOf(properties)?.machineLearning)],
  ];
  const design: GroupPart = { ...properties, parts: new Map(parts) };
  if (metadata === undefined) return design;
  const added = [...metadata.parts.keys()].map((name) => {
    return [name, () => overlay(partIn(design, name), partIn(metadata, name), name)] as const;
  });
  return extend(design, Object.fromEntries(added));
}

/** The roles for machine learning of a secondary: its Region is not the primary's, for which roles stand that say none. */
function inRegionOf(cluster: GroupPart, properties: GroupPart): Part | undefined {
  const roles = rolesOf(properties)?.machineLearning;
  if (roles?.kind !== 'list') return roles;
  const region = partIn(cluster, 'region') ?? unknownPart(properties);
  const regions = (): Part => ({ ...placeOf(region), kind: 'list', items: [region] });
  const items = roles.items.map((role) => (role.kind === 'group' ? extend(role, { regions }) : role));
  return { ...roles, items };
}

/**
 * Whether a cluster follows another one: by binlog, or as a member of a global database that stands elsewhere or was made
 * of another cluster. A member with a master user of its own is the primary.
 */
function isSecondary(properties: GroupPart, resources: Resources): boolean {
  const has = (name: string) => partIn(properties, name) !== undefined;
  if (has('replicationSourceIdentifier')) return true;
  if (properties.isOpen || !has('globalClusterIdentifier')) return false;
  const global = resources.referredTo(partIn(properties, 'globalClusterIdentifier'), 'AWS::RDS::GlobalCluster');
  const isFirst = global !== undefined && partIn(global.properties, 'sourceDBClusterIdentifier') === undefined;
  if (isFirst) return false;
  return !has('masterUsername');
}

/**
 * The identifier of the global database of which the template makes the cluster a member, by the property of the cluster
 * or by the source of a global database; unknown where AWS makes one up.
 */
function globalIdentifierOf({ logicalId, properties }: ResolvedResource, resources: Resources): Part | undefined {
  const type = 'AWS::RDS::GlobalCluster';
  const written = valueIn(properties, 'globalClusterIdentifier');
  if (written?.value.kind === 'scalar') return written;
  const joined = resources.referredTo(written, type);
  const made = resources.ofType(type).find((global) => {
    const source = valueIn(global.properties, 'sourceDBClusterIdentifier')?.value;
    return source?.kind === 'unknown' && source.resource === logicalId;
  });
  const global = joined ?? made;
  if (global?.exists !== true) return undefined;
  return partIn(global.properties, 'globalClusterIdentifier') ?? unknownPart(global.properties);
}
