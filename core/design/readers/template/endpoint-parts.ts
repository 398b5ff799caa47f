import { namesCluster } from './belonging.ts';
import { itemsIn, partIn, pick } from './group.ts';
import { instanceId } from './instance-parts.ts';
import { type GroupPart, type Part, placeOf, unknownPart, type ValuePart } from './part.ts';
import type { ResolvedResource, Resources } from './resources.ts';

/**
 * The custom endpoints of a cluster: those that certainly are its own, unknown when there may only be some. Source:
 * CloudFormation template reference, AWS::RDS::DBClusterEndpoint.
 */
export function endpointsOf(cluster: ResolvedResource, resources: Resources): Part | undefined {
  const own: GroupPart[] = [];
  let possible: GroupPart | undefined;
  for (const { exists, properties } of resources.ofType('AWS::RDS::DBClusterEndpoint')) {
    const belongs = namesCluster(partIn(properties, 'clusterIdentifier'), cluster);
    if (belongs === true && exists === true) own.push(endpointPart(properties, resources));
    else if (belongs !== false) possible ??= properties;
  }
  const [first] = own;
  if (first !== undefined) return { ...placeOf(first), kind: 'list', items: own };
  return possible && unknownPart(possible);
}

function endpointPart(properties: GroupPart, resources: Resources): GroupPart {
  const plain = pick(properties, { id: 'dBClusterEndpointIdentifier', type: 'customEndpointType' });
  const members = ['staticMembers', 'excludedMembers'].map(
    (name) => [name, () => membersIn(properties, name, resources)] as const,
  );
  return { ...plain, parts: new Map([...plain.parts, ...members]) };
}

/** A member list with the identifiers of the instances to which it refers. */
function membersIn(properties: GroupPart, name: string, resources: Resources): Part | undefined {
  const written = partIn(properties, name);
  const items = itemsIn(properties, name);
  if (written === undefined || items === undefined) return written;
  return { ...placeOf(written), kind: 'list', items: items.map((item) => memberPart(item, resources)) };
}

function memberPart(item: ValuePart, resources: Resources): ValuePart {
  const instance = resources.referredTo(item, 'AWS::RDS::DBInstance');
  const id = instance && instanceId(instance);
  return id === undefined ? item : { ...item, value: { ...id.value, range: item.value.range } };
}
