import { autoScalingOf } from './auto-scaling-part.ts';
import { groupOf, itemsIn, pick, textIn, valueIn } from './group.ts';
import { instancesOf } from './instance-parts.ts';
import { type GroupPart, impliedPart, type Part, unknownPart } from './part.ts';
import type { ResolvedResource, Resources } from './resources.ts';

/** What a template says of one DB cluster, as the cluster of a design. */
export function clusterPart(cluster: ResolvedResource, resources: Resources): GroupPart {
  const { properties } = cluster;
  const parts = new Map<string, Part | undefined>([
    // AWS makes up an identifier where the template has none, and the Region is where the stack is deployed.
    ['clusterIdentifier', unknownPart(properties)],
    ['region', unknownPart(properties)],
    ...properties.parts,
    ['instances', instancesOf(cluster, resources)],
    ['autoScaling', autoScalingOf(cluster, resources)],
    ['parameters', parametersOf(properties, resources)],
    ['subnets', subnetsOf(properties, resources)],
    ['tags', tagsOf(properties)],
    ['origin', originOf(properties)],
    ['associatedRoles', rolesOf(properties)?.others],
    [
      'replication',
      properties.parts.has('replicationSourceIdentifier') ? impliedPart(properties, 'binlog') : undefined,
    ],
  ]);
  return { ...properties, parts: withoutNothing(parts) };
}

/** The roles of a cluster: those that let its SQL call models, and those for other features. */
export function rolesOf(properties: GroupPart): { readonly machineLearning: Part; readonly others: Part } | undefined {
  const written = properties.parts.get('associatedRoles');
  if (written === undefined) return undefined;
  const roles = itemsIn(properties, 'associatedRoles')?.map((role) => groupOf(role, role.value, properties.isOpen));
  const features = roles?.map((role) => role && valueIn(role, 'featureName')?.value);
  if (roles === undefined || features?.some((feature) => feature?.kind === 'unknown') !== false) {
    return { machineLearning: unknownPart(written), others: unknownPart(written) };
  }
  const known = roles.flatMap((role) => role ?? []);
  const isForModels = (role: GroupPart) => /^(Comprehend|SageMaker|Bedrock)$/.test(textIn(role, 'featureName') ?? '');
  const models = known.filter(isForModels).map((role) => pick(role, { service: 'featureName', roleArn: 'roleArn' }));
  const others = known.filter((role) => !isForModels(role));
  const { path, key } = written;
  const place = key === undefined ? { path } : { path, key };
  return {
    machineLearning: { ...place, kind: 'list', items: models },
    others: { ...place, kind: 'list', items: others },
  };
}

/** Drops what is not there. */
export function withoutNothing(parts: ReadonlyMap<string, Part | undefined>): ReadonlyMap<string, Part> {
  return new Map([...parts].flatMap(([name, part]) => (part === undefined ? [] : [[name, part] as const])));
}

/** The parameters that the cluster's parameter group sets; unknown when the group stands elsewhere. */
function parametersOf(properties: GroupPart, resources: Resources): Part | undefined {
  const name = valueIn(properties, 'dbClusterParameterGroupName');
  if (name === undefined || textIn(properties, 'dbClusterParameterGroupName')?.startsWith('default.') === true)
    return undefined;
  const group = resources.referredTo(name, 'AWS::RDS::DBClusterParameterGroup');
  if (group?.exists !== true) return unknownPart(name);
  return group.properties.parts.get('parameters');
}

/** The subnets of the cluster's subnet group. */
function subnetsOf(properties: GroupPart, resources: Resources): Part | undefined {
  const name = valueIn(properties, 'dbSubnetGroupName');
  if (name === undefined) return undefined;
  const group = resources.referredTo(name, 'AWS::RDS::DBSubnetGroup');
  const ids = group?.exists === true ? itemsIn(group.properties, 'subnetIds') : undefined;
  if (group === undefined || ids === undefined) return unknownPart(name);
  const items = ids.map((id): GroupPart => {
    const subnet = resources.referredTo(id, 'AWS::EC2::Subnet');
    const zone = subnet?.properties.parts.get('availabilityZone') ?? unknownPart(id);
    return {
      kind: 'group',
      path: id.path,
      parts: new Map<string, Part>([
        ['id', id],
        ['availabilityZone', zone],
      ]),
      isOpen: false,
    };
  });
  return { ...(group.properties.parts.get('subnetIds') ?? group.properties), kind: 'list', items };
}

/** Tags as a mapping from key to value. */
function tagsOf(properties: GroupPart): Part | undefined {
  const written = valueIn(properties, 'tags');
  const tags = itemsIn(properties, 'tags');
  if (written === undefined || tags === undefined) return written && unknownPart(written);
  const parts = new Map<string, Part>();
  for (const tag of tags) {
    const group = groupOf(tag, tag.value, properties.isOpen);
    const key = group && textIn(group, 'key');
    const value = group?.parts.get('value');
    if (key === undefined || value === undefined) return unknownPart(written);
    parts.set(key, value);
  }
  return { ...written, kind: 'group', parts, isOpen: properties.isOpen };
}

/** Where the data of the cluster comes from. */
function originOf(properties: GroupPart): GroupPart | undefined {
  const origin = (kind: string, names: Readonly<Record<string, string>>): GroupPart => {
    const group = pick(properties, names);
    return { ...group, parts: new Map([[kind, group]]) };
  };
  const { parts } = properties;
  if (parts.has('snapshotIdentifier')) return origin('snapshot', { snapshotIdentifier: 'snapshotIdentifier' });
  const sources = ['sourceDBClusterIdentifier', 'sourceDbClusterResourceId'].filter((name) => parts.has(name));
  if (sources.length === 0) return undefined;
  const source = Object.fromEntries(sources.map((name) => [name, name]));
  if (textIn(properties, 'restoreType') === 'copy-on-write') return origin('clone', source);
  if (valueIn(properties, 'restoreType')?.value.kind === 'unknown')
    return { ...properties, parts: new Map(), isOpen: true };
  return origin('pointInTime', {
    ...source,
    restoreToTime: 'restoreToTime',
    useLatestRestorableTime: 'useLatestRestorableTime',
  });
}
