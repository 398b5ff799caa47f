import { type Content, definedOnly } from '../content/design-content.ts';
import { type AwsObject, type AwsOutput, objectIn, textIn } from '../readers/aws-output.ts';
import { properties } from './aws-properties.ts';

/**
 * Replica auto scaling of a cluster as `describe-scalable-targets` and `describe-scaling-policies` print it. Source:
 * Application Auto Scaling API reference, ScalableTarget and ScalingPolicy.
 */
export function autoScalingOf(cluster: string, { ScalableTargets, ScalingPolicies }: AwsOutput): Content | undefined {
  const scales = (object: AwsObject) =>
    textIn(object, 'ResourceId') === `cluster:${cluster}` &&
    textIn(object, 'ScalableDimension') === 'rds:cluster:ReadReplicaCount';
  const target = ScalableTargets.find(scales);
  if (target === undefined) return undefined;
  const [first, ...policies] = ScalingPolicies.filter(scales).map(trackingOf);
  return definedOnly({
    ...properties(target, { minCapacity: 'MinCapacity', maxCapacity: 'MaxCapacity' }),
    ...first,
    policies: policies.length === 0 ? undefined : policies,
  });
}

function trackingOf(policy: AwsObject): Content {
  const configuration = objectIn(policy, 'TargetTrackingScalingPolicyConfiguration');
  return definedOnly({
    metric: textIn(objectIn(configuration, 'PredefinedMetricSpecification'), 'PredefinedMetricType'),
    ...properties(configuration, {
      targetValue: 'TargetValue',
      scaleInCooldown: 'ScaleInCooldown',
      scaleOutCooldown: 'ScaleOutCooldown',
      disableScaleIn: 'DisableScaleIn',
    }),
  });
}
