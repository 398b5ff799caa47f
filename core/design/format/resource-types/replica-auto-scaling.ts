import * as limits from '../../../facts/generated/limits.ts';
import * as resourceTypes from '../../../facts/generated/resource-types.ts';
import { autoScalingShape } from '../cluster-groups.ts';
import { choice, text } from '../scalar.ts';
import { object } from '../shape.ts';
import { described, resourceType } from './resource-type.ts';

const autoScaling = autoScalingShape.properties;
const { ServiceNamespace: namespace, ScalableDimension: dimension } = limits.as_dimension.value;

const scaled = {
  ResourceId: text({
    summary: 'What is scaled: cluster: and the identifier of the cluster, in small letters.',
    example: 'cluster:orders',
    facts: [limits.as_dimension],
  }),
  ScalableDimension: choice([dimension], { summary: 'The number of readers.', facts: [limits.as_dimension] }),
  ServiceNamespace: choice([namespace], { summary: 'The service that is scaled.', facts: [limits.as_dimension] }),
};

/** `AWS::ApplicationAutoScaling::ScalableTarget` of the readers of a cluster. */
export const scalableTarget = resourceType(
  resourceTypes.scalable_target,
  'How many readers a cluster may have; its scaling policies say when.',
  {
    ...scaled,
    ...described(autoScaling, ['MinCapacity', 'MaxCapacity']),
    RoleARN: text({
      summary: 'Role that changes the number of readers.',
      default: 'the service-linked role of Application Auto Scaling',
      facts: [limits.as_role],
    }),
  },
  ['ResourceId', 'ScalableDimension', 'ServiceNamespace', 'MinCapacity', 'MaxCapacity'],
);

/** `AWS::ApplicationAutoScaling::ScalingPolicy` of the readers of a cluster. */
export const scalingPolicy = resourceType(
  resourceTypes.scaling_policy,
  'When readers are added and removed.',
  {
    PolicyName: text({ summary: 'Name of the policy.', example: 'readers-by-cpu' }),
    PolicyType: choice(['TargetTrackingScaling', 'StepScaling'], {
      summary: 'Aurora holds a target; step scaling follows alarms of your own.',
      facts: [limits.as_metrics],
    }),
    ScalingTargetId: text({ summary: 'The scalable target, by Ref.' }),
    TargetTrackingScalingPolicyConfiguration: object(
      {
        PredefinedMetricSpecification: object(
          { PredefinedMetricType: autoScaling.metric },
          { summary: 'What is held at the target.', facts: [limits.as_metrics] },
          ['PredefinedMetricType'],
        ),
        ...described(autoScaling, ['TargetValue', 'ScaleInCooldown', 'ScaleOutCooldown', 'DisableScaleIn']),
      },
      { summary: 'The metric, its target, and how fast readers come and go.', facts: [limits.as_metrics] },
      ['PredefinedMetricSpecification', 'TargetValue'],
    ),
    ...scaled,
  },
  ['PolicyName', 'PolicyType', 'TargetTrackingScalingPolicyConfiguration'],
  [
    ['ScalingTargetId', 'ResourceId'],
    ['ScalingTargetId', 'ScalableDimension'],
    ['ScalingTargetId', 'ServiceNamespace'],
  ],
);
