import { namesCluster } from './belonging.ts';
import { extend, groupIn, partIn, pick, textIn, valueIn } from './group.ts';
import { type GroupPart, impliedPart, type Part, unknownPart } from './part.ts';
import type { ResolvedResource, Resources } from './resources.ts';

const scalableTarget = 'AWS::ApplicationAutoScaling::ScalableTarget';
const dimension = 'rds:cluster:ReadReplicaCount';

/** Replica auto scaling of a cluster: its scalable target with the target-tracking policy, if it has one. */
export function autoScalingOf(cluster: ResolvedResource, resources: Resources): Part | undefined {
  const target = resources.ofType(scalableTarget).find(({ properties }) => scales(properties, cluster));
  if (target === undefined) return undefined;
  if (target.exists === undefined) return unknownPart(target.properties);
  const capacity = pick(target.properties, { minCapacity: 'minCapacity', maxCapacity: 'maxCapacity' });
  const tracking = trackingOf(target, cluster, resources);
  if (tracking === undefined) return capacity;
  const metric = () => {
    const specification = groupIn(tracking, 'predefinedMetricSpecification');
    return specification && partIn(specification, 'predefinedMetricType');
  };
  return extend(capacity, { ...Object.fromEntries(tracking.parts), metric });
}

/** Whether a target or a policy scales the readers of the cluster: `ResourceId` is `cluster:` and its identifier. */
function scales(properties: GroupPart, cluster: ResolvedResource): boolean {
  if (textIn(properties, 'scalableDimension') !== dimension) return false;
  const text = textIn(properties, 'resourceId');
  const named =
    text === undefined ? valueIn(properties, 'resourceId') : impliedPart(properties, text.replace(/^cluster:/, ''));
  return namesCluster(named, cluster) === true;
}

function trackingOf(target: ResolvedResource, cluster: ResolvedResource, resources: Resources): GroupPart | undefined {
  const policy = resources.ofType('AWS::ApplicationAutoScaling::ScalingPolicy').find(({ properties }) => {
    const of = resources.referredTo(partIn(properties, 'scalingTargetId'), scalableTarget);
    return of === undefined ? scales(properties, cluster) : of.logicalId === target.logicalId;
  });
  return policy && groupIn(policy.properties, 'targetTrackingScalingPolicyConfiguration');
}
