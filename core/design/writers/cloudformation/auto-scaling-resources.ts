import { type Content, groupAt, groupsAt } from '../../content/design-content.ts';
import type { ExportedCluster } from './exported-cluster.ts';
import type { TemplateDraft } from './template-draft.ts';
import { Intrinsic, ref, type TemplateMap } from './template-value.ts';

/**
 * Adds replica auto scaling: the target, once the instances are there, and its policies. Bounds or a policy that are
 * not whole make no resource.
 */
export function addAutoScaling(
  exported: ExportedCluster,
  cluster: string,
  instances: readonly string[],
  draft: TemplateDraft,
): void {
  const autoScaling = groupAt(exported.cluster, 'autoScaling');
  const { minCapacity, maxCapacity, policies: _, ...first } = autoScaling;
  const trackings = [first, ...groupsAt(autoScaling, 'policies')].filter(
    (tracking) => Object.keys(tracking).length > 0,
  );
  if (minCapacity === undefined || maxCapacity === undefined || !trackings.every(isWhole)) return;
  const target = draft.add('ReaderScalingTarget', {
    type: 'AWS::ApplicationAutoScaling::ScalableTarget',
    dependsOn: instances,
    properties: {
      MaxCapacity: maxCapacity as number,
      MinCapacity: minCapacity as number,
      ResourceId: new Intrinsic('Sub', `cluster:\${${cluster}}`),
      ScalableDimension: 'rds:cluster:ReadReplicaCount',
      ServiceNamespace: 'rds',
    },
  });
  for (const [index, tracking] of trackings.entries()) {
    draft.add('ReaderScalingPolicy', {
      type: 'AWS::ApplicationAutoScaling::ScalingPolicy',
      properties: {
        PolicyName: `${exported.identifier}-readers${index === 0 ? '' : `-${index + 1}`}`,
        PolicyType: 'TargetTrackingScaling',
        ScalingTargetId: ref(target),
        TargetTrackingScalingPolicyConfiguration: configurationOf(tracking),
      },
    });
  }
}

/** Whether a policy says what it holds, and where. */
function isWhole({ metric, targetValue }: Content): boolean {
  return metric !== undefined && targetValue !== undefined;
}

function configurationOf({
  metric,
  targetValue,
  scaleInCooldown,
  scaleOutCooldown,
  disableScaleIn,
}: Content): TemplateMap {
  return {
    DisableScaleIn: disableScaleIn as boolean | undefined,
    PredefinedMetricSpecification: { PredefinedMetricType: metric as string },
    ScaleInCooldown: scaleInCooldown as number | undefined,
    ScaleOutCooldown: scaleOutCooldown as number | undefined,
    TargetValue: targetValue as number,
  };
}
