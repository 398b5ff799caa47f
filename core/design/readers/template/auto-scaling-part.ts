import { namesCluster } from './belonging.ts';
import { extend, groupIn, partIn, pick, textIn, valueIn } from './group.ts';
import { type GroupPart, impliedPart, type Part, placeOf, unknownPart, type ValuePart } from './part.ts';
import type { ResolvedResource, Resources } from './resources.ts';

const scalableTarget = 'AWS::ApplicationAutoScaling::ScalableTarget';
const dimension = 'rds:cluster:ReadReplicaCount';

/** Replica auto scaling of a cluster: its scalable target with the target-tracking policies, if it has one. */
export function autoScalingOf(cluster: ResolvedResource, resources: Resources): Part | undefined {
  const target = resources.ofType(scalableTarget).find(({ properties }) => scales(properties, cluster));
  if (target === undefined) return undefined;
  if (target.exists === undefined) return unknownPart(target.properties);
  const capacity = pick(target.properties, { minCapacity: 'minCapacity', maxCapacity: 'maxCapacity' });
  const [first, ...others] = trackingsOf(target, cluster, resources);
  const policies = (): Part => ({ ...placeOf(target.properties), kind: 'list', items: others });
  return extend(capacity, { ...Object.fromEntries(first?.parts ?? []), policies });
}

/** Whether a target or a policy scales the readers of the cluster: `ResourceId` is `cluster:` and its identifier. */
function scales(properties: GroupPart, cluster: ResolvedResource): boolean {
  if (textIn(properties, 'scalableDimension') !== dimension) return false;
  const written = valueIn(properties, 'resourceId');
  return namesCluster(written && withoutPrefix(written), cluster) === true;
}

/** What stands behind `cluster:`, as a text or at the beginning of an expression. */
function withoutPrefix(written: ValuePart): ValuePart {
  const { value } = written;
  if (value.kind === 'scalar') return impliedPart(written, value.text.replace(/^cluster:/, ''));
  if (value.kind !== 'unknown') return written;
  return { ...written, value: { ...value, identity: value.identity.replace(/^"cluster:"\+""\+/, '') } };
}

/** What the policies of a target hold, each with its metric. */
function trackingsOf(target: ResolvedResource, cluster: ResolvedResource, resources: Resources): readonly GroupPart[] {
  const policies = resources.ofType('AWS::ApplicationAutoScaling::ScalingPolicy').filter(({ exists, properties }) => {
    if (exists === undefined) return false;
    const of = resources.referredTo(partIn(properties, 'scalingTargetId'), scalableTarget);
    return of === undefined ? scales(properties, cluster) : of.logicalId === target.logicalId;
  });
  return policies.flatMap(({ properties }) => {
    const tracking = groupIn(properties, 'targetTrackingScalingPolicyConfiguration');
    if (tracking === undefined) return [];
    const specification = groupIn(tracking, 'predefinedMetricSpecification');
    return [extend(tracking, { metric: () => specification && partIn(specification, 'predefinedMetricType') })];
  });
}
