import { namesCluster } from './belonging.ts';
import { type GroupPart, type Part, type Place, unknownPart } from './part.ts';
import type { ResolvedResource, Resources } from './resources.ts';

/** The instances of a cluster; unknown when there may be others than those that are seen. */
export function instancesOf(cluster: ResolvedResource, resources: Resources): Part {
  const { path, key } = cluster.properties;
  const place: Place = { path: path.slice(0, -1), ...(key === undefined ? {} : { key }) };
  const instances: GroupPart[] = [];
  for (const { properties, exists } of resources.ofType('AWS::RDS::DBInstance')) {
    const belongs = namesCluster(properties.parts.get('clusterIdentifier'), cluster);
    if (belongs === false) continue;
    if (belongs === undefined || exists === undefined) return unknownPart(place);
    instances.push(instancePart(properties));
  }
  return resources.isOpen ? unknownPart(place) : { ...place, kind: 'list', items: instances };
}

/** AWS makes up an identifier where the template has none. */
function instancePart(properties: GroupPart): GroupPart {
  if (properties.parts.has('id')) return properties;
  return { ...properties, parts: new Map([...properties.parts, ['id', unknownPart(properties)]]) };
}
