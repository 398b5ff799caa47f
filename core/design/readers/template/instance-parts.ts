import { namesCluster } from './belonging.ts';
import { extend, partIn } from './group.ts';
import { type GroupPart, type Part, placeOf, unknownPart } from './part.ts';
import type { ResolvedResource, Resources } from './resources.ts';

/** The instances of a cluster; unknown when there may be others than those that are seen. */
export function instancesOf(cluster: ResolvedResource, resources: Resources): Part {
  const { path, key } = cluster.properties;
  const place = placeOf({ path: path.slice(0, -1), ...(key === undefined ? {} : { key }) });
  const instances: GroupPart[] = [];
  for (const { properties, exists } of resources.ofType('AWS::RDS::DBInstance')) {
    const belongs = namesCluster(partIn(properties, 'clusterIdentifier'), cluster);
    if (belongs === false) continue;
    if (belongs === undefined || exists === undefined) return unknownPart(place);
    // AWS makes up an identifier where the template has none.
    instances.push(extend(properties, { id: () => partIn(properties, 'id') ?? unknownPart(properties) }));
  }
  return resources.isOpen ? unknownPart(place) : { ...place, kind: 'list', items: instances };
}
