import { namesCluster } from './belonging.ts';
import { extend, partIn, valueIn } from './group.ts';
import { type GroupPart, type Part, placeOf, unknownPart, type ValuePart } from './part.ts';
import type { ResolvedResource, Resources } from './resources.ts';

/** The instances of a cluster; unknown when there may be others than those that are seen. */
export function instancesOf(cluster: ResolvedResource, resources: Resources): Part {
  const { path, key } = cluster.properties;
  const place = placeOf({ path: path.slice(0, -1), ...(key === undefined ? {} : { key }) });
  const instances: ResolvedResource[] = [];
  for (const instance of resources.ofType('AWS::RDS::DBInstance')) {
    const belongs = namesCluster(partIn(instance.properties, 'clusterIdentifier'), cluster);
    if (belongs === false) continue;
    if (belongs === undefined || instance.exists === undefined) return unknownPart(place);
    instances.push(instance);
  }
  if (resources.isOpen) return unknownPart(place);
  return { ...place, kind: 'list', items: inOrderOfCreation(instances).map(instancePart) };
}

function instancePart(instance: ResolvedResource): GroupPart {
  return extend(instance.properties, { id: () => instanceId(instance) });
}

/** The identifier of an instance; AWS makes one up where the template has none. */
export function instanceId({ properties }: ResolvedResource): ValuePart {
  return valueIn(properties, 'id') ?? unknownPart(properties);
}

/** Instances whose order is looked at; no cluster holds as many. */
const mostOrdered = 100;

/** The instance that is created first becomes the writer: those on which others depend stand before them. */
function inOrderOfCreation(instances: readonly ResolvedResource[]): readonly ResolvedResource[] {
  if (instances.length > mostOrdered) return instances;
  const byId = new Map(instances.map((instance) => [instance.logicalId, instance]));
  const ordered = new Set<ResolvedResource>();
  const add = (instance: ResolvedResource, above: ReadonlySet<ResolvedResource>) => {
    if (above.has(instance)) return;
    for (const id of instance.dependsOn) {
      const before = byId.get(id);
      if (before !== undefined && !ordered.has(before)) add(before, new Set([...above, instance]));
    }
    ordered.add(instance);
  };
  for (const instance of instances) add(instance, new Set());
  return [...ordered];
}
