import type { GraphResource, ResourceGraph } from '../design/resource-graph.ts';
import { instancesOf } from './cluster-of-instance.ts';
import type { DesignFix } from './rule.ts';
import { createAfter } from './template-fix.ts';

/**
 * The fixes that have CloudFormation create a resource after an instance of a cluster; undefined where it does already,
 * or where the template has no instance that it could wait for.
 */
export function waitForInstances(
  graph: ResourceGraph,
  resource: GraphResource,
  cluster: GraphResource,
): readonly DesignFix[] | undefined {
  const instances = instancesOf(graph, cluster);
  const before = graph.createdBefore(resource);
  if (instances.length === 0 || instances.some(({ logicalId }) => before.has(logicalId))) return undefined;
  // The first to be created becomes the writer; an instance that waits for the resource itself cannot come first.
  const first = instances.find((instance) => {
    const ahead = graph.createdBefore(instance);
    return !ahead.has(resource.logicalId) && instances.every(({ logicalId }) => !ahead.has(logicalId));
  });
  return first === undefined ? [] : [createAfter(resource, first)];
}
