import { regionOfAvailabilityZone } from '../../../facts/regions.ts';
import { integrationsOf, proxiesOf } from './attached-parts.ts';
import { autoScalingOf } from './auto-scaling-part.ts';
import { endpointsOf } from './endpoint-parts.ts';
import { extend, groupOf, itemsIn, partIn, textIn, valueIn } from './group.ts';
import { instancesOf } from './instance-parts.ts';
import { originOf } from './origin-part.ts';
import { type GroupPart, impliedPart, type Part, placeOf, unknownPart } from './part.ts';
import type { Reliance } from './reliance.ts';
import type { ResolvedResource, Resources } from './resources.ts';
import { rolesOf } from './roles.ts';

const subnetGroup = { type: 'AWS::RDS::DBSubnetGroup', name: 'dbSubnetGroupName' };
const parameterGroup = { type: 'AWS::RDS::DBClusterParameterGroup', name: 'dbClusterParameterGroupName' };

/** What a template says of one DB cluster, as the cluster of a design. */
export function clusterPart(cluster: ResolvedResource, resources: Resources, reliance: Reliance): GroupPart {
  const { properties } = cluster;
  const instances = reliance.memo(() => instancesOf(cluster, resources));
  return extend(properties, {
    // AWS makes up an identifier where the template has none.
    clusterIdentifier: () => partIn(properties, 'clusterIdentifier') ?? unknownPart(properties),
    region: () => regionOf(properties, instances()),
    // The design has it once for all clusters.
    engineVersion: () => undefined,
    instances,
    autoScaling: () => autoScalingOf(cluster, resources),
    endpoints: () => endpointsOf(cluster, resources),
    parameters: () => parametersOf(properties, resources),
    subnets: () => subnetsOf(properties, resources),
    proxies: () => proxiesOf(cluster, resources),
    integrations: () => integrationsOf(cluster, resources),
    tags: () => tagsOf(properties),
    origin: () => originOf(properties),
    associatedRoles: () => rolesOf(properties)?.others,
    dbSubnetGroupName: () => nameOf(partIn(properties, 'dbSubnetGroupName'), subnetGroup, resources),
    dbClusterParameterGroupName: () =>
      nameOf(partIn(properties, 'dbClusterParameterGroupName'), parameterGroup, resources),
    replication: () =>
      partIn(properties, 'replicationSourceIdentifier') ? impliedPart(properties, 'binlog') : undefined,
  });
}

/** The name of a group that stands in the template and has one; otherwise what stands there. */
function nameOf(part: Part | undefined, { type, name }: typeof subnetGroup, resources: Resources): Part | undefined {
  const group = resources.referredTo(part, type);
  return group?.exists === true ? (valueIn(group.properties, name) ?? part) : part;
}

/** The Region is where the stack is deployed; the AZs that are written out tell which one it has to be. */
function regionOf(properties: GroupPart, instances: Part): Part {
  const zones = [
    ...(itemsIn(properties, 'availabilityZones') ?? []),
    ...(instances.kind === 'list' ? instances.items : []).flatMap(
      (instance) => (instance.kind === 'group' && valueIn(instance, 'availabilityZone')) || [],
    ),
  ];
  for (const zone of zones) {
    const { value } = zone;
    if (value.kind !== 'scalar' || value.defaults.length > 0) continue;
    const region = regionOfAvailabilityZone(value.text);
    if (region !== undefined) return impliedPart({ path: zone.path, key: value.range }, region);
  }
  return unknownPart(properties);
}

/** The parameters that the cluster's parameter group sets; unknown when the group stands elsewhere. */
function parametersOf(properties: GroupPart, resources: Resources): Part | undefined {
  const name = valueIn(properties, 'dbClusterParameterGroupName');
  if (name === undefined || (name.value.kind === 'scalar' && name.value.text.startsWith('default.'))) return undefined;
  const group = resources.referredTo(name, 'AWS::RDS::DBClusterParameterGroup');
  return group?.exists === true ? partIn(group.properties, 'parameters') : unknownPart(name);
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
    const zone = () => (subnet && partIn(subnet.properties, 'availabilityZone')) ?? unknownPart(id);
    return {
      kind: 'group',
      path: id.path,
      parts: new Map([
        ['id', () => id],
        ['availabilityZone', zone],
      ]),
      isOpen: false,
    };
  });
  return { ...placeOf(partIn(group.properties, 'subnetIds') ?? group.properties), kind: 'list', items };
}

/** Tags as a mapping from key to value. */
function tagsOf(properties: GroupPart): Part | undefined {
  const written = valueIn(properties, 'tags');
  if (written === undefined) return undefined;
  const parts = new Map<string, () => Part | undefined>();
  for (const tag of itemsIn(properties, 'tags') ?? [written]) {
    const group = groupOf(tag, tag.value, properties.isOpen);
    const key = group && textIn(group, 'key');
    if (group === undefined || key === undefined) return unknownPart(written);
    parts.set(key, () => partIn(group, 'value'));
  }
  return { ...placeOf(written), kind: 'group', parts, isOpen: properties.isOpen };
}
