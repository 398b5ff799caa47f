import { type GraphResource, isAbsent, type ResourceGraph, textOf } from '../../design/resource-graph.ts';
import * as limits from '../../facts/generated/limits.ts';
import { clusterNamed } from '../cluster-of-instance.ts';

const target = 'AWS::ApplicationAutoScaling::ScalableTarget';
const policy = 'AWS::ApplicationAutoScaling::ScalingPolicy';

/** Types of resources that scale the readers of a cluster. */
export const scalingTypes: readonly string[] = [target, policy];

/** The cluster of the template whose readers a target or a policy certainly scales. */
export function scaledCluster(graph: ResourceGraph, resource: GraphResource): GraphResource | undefined {
  if (textOf(resource.property('ScalableDimension')) !== limits.as_dimension.value.ScalableDimension) return undefined;
  const id = resource.property('ResourceId');
  const named = id.kind === 'scalar' ? { ...id, text: id.text.replace(/^cluster:/, '') } : id;
  return clusterNamed(graph, named);
}

/** Whether a policy names its target, so that it comes after whatever the target comes after. */
export function hasTarget(resource: GraphResource): boolean {
  return !isAbsent(resource.property('ScalingTargetId'));
}
