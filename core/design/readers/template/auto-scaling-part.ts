import { namesCluster } from './belonging.ts';
import { groupIn, pick, textIn } from './group.ts';
import { type GroupPart, type Part, unknownPart } from './part.ts';
import type { ResolvedResource, Resources } from './resources.ts';

const dimension = 'rds:cluster:ReadReplicaCount';

/** Replica auto scaling of a cluster: its scalable target with the target-tracking policy, if it has one. */
export function autoScalingOf(cluster: ResolvedResource, resources: Resources): Part | undefined {
  const target = resources
    .ofType('AWS::ApplicationAutoScaling::ScalableTarget')
    .find(({ properties }) => textIn(properties, 'scalableDimension') === dimension && scales(properties, cluster));
  if (target === undefined) return undefined;
  if (target.exists === undefined) return unknownPart(target.properties);
  const policy = policyOf(target, cluster, resources);
  const capacity = pick(target.properties, { minCapacity: 'minCapacity', maxCapacity: 'maxCapacity' });
  return { ...capacity, parts: new Map([...capacity.parts, ...(policy?.parts ?? [])]) };
}

/** `ResourceId` is `cluster:` and the identifier of the cluster. */
function scales(properties: GroupPart, cluster: ResolvedResource): boolean {
  const part = properties.parts.get('resourceId');
  const text = textIn(properties, 'resourceId');
  if (part?.kind !== 'value' || text === undefined) return namesCluster(part, cluster) === true;
  const name = text.replace(/^cluster:/, '');
  return (
    namesCluster(
      { ...part, value: { kind: 'scalar', value: name, text: name, defaults: [], range: part.value.range } },
      cluster,
    ) === true
  );
}

function policyOf(target: ResolvedResource, cluster: ResolvedResource, resources: Resources): GroupPart | undefined {
  const policy = resources.ofType('AWS::ApplicationAutoScaling::ScalingPolicy').find(({ properties }) => {
    const of = resources.referredTo(
      properties.parts.get('scalingTargetId'),
      'AWS::ApplicationAutoScaling::ScalableTarget',
    );
    if (of !== undefined) return of.logicalId === target.logicalId;
    return textIn(properties, 'scalableDimension') === dimension && scales(properties, cluster);
  });
  const tracking = policy && groupIn(policy.properties, 'targetTrackingScalingPolicyConfiguration');
  if (tracking === undefined) return undefined;
  const metric = groupIn(tracking, 'predefinedMetricSpecification');
  const parts = new Map(tracking.parts);
  const type = metric?.parts.get('predefinedMetricType');
  return { ...tracking, parts: type === undefined ? parts : parts.set('metric', type) };
}
