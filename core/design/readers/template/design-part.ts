import { clusterPart, rolesOf, withoutNothing } from './cluster-part.ts';
import { valueIn } from './group.ts';
import { type GroupPart, type Part, unknownPart } from './part.ts';
import type { ResolvedResource, Resources } from './resources.ts';

/** The design that one DB cluster of a template makes up, with the resources around it. */
export function designPart(cluster: ResolvedResource, resources: Resources): GroupPart {
  const { properties } = cluster;
  const { engine, engineVersion, databaseName, masterUsername, masterUserPassword, ...own } = Object.fromEntries(
    clusterPart(cluster, resources).parts,
  );
  const member: GroupPart = { ...properties, parts: new Map(Object.entries(own)) };
  const isMember = properties.parts.has('globalClusterIdentifier');
  const clusters: readonly (readonly [string, Part | undefined])[] = isSecondary(properties, resources)
    ? [
        ['primary', unknownPart(properties)],
        ['secondaries', { ...properties, kind: 'list', items: [member] }],
      ]
    : [
        ['primary', member],
        ['secondaries', isMember ? unknownPart(properties) : undefined],
      ];
  const parts = new Map<string, Part | undefined>([
    ['name', globalIdentifierOf(cluster, resources)],
    ...Object.entries({ engine, engineVersion, databaseName, masterUsername, masterUserPassword }),
    ...clusters,
    ['machineLearning', rolesOf(properties)?.machineLearning],
  ]);
  return { ...properties, parts: withoutNothing(parts) };
}

/**
 * Whether a cluster follows another one: by binlog, or as a member of a global database that stands elsewhere. A member
 * with a master user of its own, or with data of its own, is the primary.
 */
function isSecondary({ parts, isOpen }: GroupPart, resources: Resources): boolean {
  if (parts.has('replicationSourceIdentifier')) return true;
  const global = parts.get('globalClusterIdentifier');
  if (global === undefined || isOpen) return false;
  if (resources.referredTo(global, 'AWS::RDS::GlobalCluster') !== undefined) return false;
  return !['masterUsername', 'snapshotIdentifier', 'sourceDBClusterIdentifier'].some((name) => parts.has(name));
}

/** The identifier of the global database of which the template makes the cluster a member. */
function globalIdentifierOf({ logicalId, properties }: ResolvedResource, resources: Resources): Part | undefined {
  const joined = resources.referredTo(properties.parts.get('globalClusterIdentifier'), 'AWS::RDS::GlobalCluster');
  const made = resources.ofType('AWS::RDS::GlobalCluster').find((global) => {
    const source = valueIn(global.properties, 'sourceDBClusterIdentifier')?.value;
    return source?.kind === 'unknown' && source.resource === logicalId;
  });
  return (joined ?? made)?.properties.parts.get('globalClusterIdentifier');
}
