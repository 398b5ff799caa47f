import type { Cluster } from '../../design/design.ts';
import { known, knownOr } from '../../design/node.ts';
import { as_capacity, as_cooldown, as_new_replica } from '../../facts/generated/limits.ts';
import type { Row, RunPolicy } from '../run.ts';

/** Auto scaling of a cluster with its policies. */
export interface Scaling {
  readonly minCapacity: number;
  readonly maxCapacity: number;
  readonly policies: readonly RunPolicy[];
}

type PolicyNode = Cluster['autoScaling']['policies']['items'][number];

/** Auto scaling of a cluster; undefined without it, or when its bounds are not known or impossible. */
export function compileScaling({ autoScaling }: Cluster, cluster: Row): Scaling | undefined {
  const minCapacity = known(autoScaling.minCapacity);
  const maxCapacity = known(autoScaling.maxCapacity);
  if (minCapacity === undefined || maxCapacity === undefined) return undefined;
  const { min, max } = as_capacity;
  if (!(minCapacity >= min && minCapacity <= maxCapacity && maxCapacity <= max)) return undefined;
  const policies = [autoScaling, ...autoScaling.policies.items].flatMap((policy) => compilePolicy(policy, cluster));
  return { minCapacity, maxCapacity, policies };
}

function compilePolicy(policy: PolicyNode, cluster: Row): readonly RunPolicy[] {
  const metric = known(policy.metric);
  const targetValue = known(policy.targetValue);
  if (metric === undefined || targetValue === undefined || !(targetValue > 0)) return [];
  const cooldown = (node: PolicyNode['scaleInCooldown']) =>
    Math.max(0, knownOr(node, as_cooldown.value) ?? as_cooldown.value) * 1000;
  return [
    {
      cluster,
      metric,
      targetValue,
      scaleOutCooldown: cooldown(policy.scaleOutCooldown),
      scaleInCooldown: cooldown(policy.scaleInCooldown),
      disableScaleIn: knownOr(policy.disableScaleIn, false) ?? false,
    },
  ];
}

/** Ids of the readers that auto scaling may add: AWS puts its prefix before a random text, here a number. */
export function scaledReaderIds(scaling: Scaling | undefined): readonly string[] {
  return Array.from(
    { length: scaling?.maxCapacity ?? 0 },
    (_, index) => `${as_new_replica.value.id_prefix}${index + 1}`,
  );
}
