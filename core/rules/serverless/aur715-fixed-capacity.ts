import { type Cluster, clustersOf, type Design } from '../../design/design.ts';
import { globalMembers } from '../../design/global-database.ts';
import { known, type Value } from '../../design/node.ts';
import * as limits from '../../facts/generated/limits.ts';
import { setValue } from '../design-fix.ts';
import type { DesignFix, DesignRule } from '../rule.ts';
import type { RulePage } from '../rule-page.ts';
import { isServerless } from './capacity.ts';

/** Half of this is what Performance Insights asks for. Source: fact limits:sv2_recommended_min. */
const leastHalved = 2 * limits.sv2_recommended_min.value.performance_insights;

export const rule: DesignRule = {
  id: 'AUR715',
  title: 'The Serverless v2 capacity never scales',
  group: 'Serverless v2',
  severity: 'info',
  facts: [limits.sv2_max_gt_half, limits.sv2_recommended_min],
  check: (design, report) => {
    for (const cluster of clustersOf(design)) {
      const { minCapacity, maxCapacity } = cluster.serverlessV2ScalingConfiguration;
      const capacity = known(minCapacity);
      if (capacity === undefined || capacity !== known(maxCapacity)) continue;
      const message = `minCapacity and maxCapacity are both ${capacity} ACU: the instances never scale. Lower the minimum, or use a provisioned class.`;
      report(minCapacity.path, message, {
        fixes: mayBeHalved(design, cluster, capacity) ? halve(minCapacity, capacity) : [],
      });
    }
  },
};

/** Whether half the minimum is enough whatever else runs: no provisioned writer to keep up with, nothing that recommends more. */
function mayBeHalved(design: Design, cluster: Cluster, capacity: number): boolean {
  const isServerlessOnly = cluster.instances.items.every(isServerless);
  return capacity >= leastHalved && isServerlessOnly && !globalMembers(design).includes(cluster);
}

function halve({ path }: Value<number>, capacity: number): readonly DesignFix[] {
  return [setValue(path, Math.floor(capacity) / 2)];
}

export const page: RulePage = {
  reason: 'Equal bounds are accepted, and pay for serverless without scaling.',
  bad: `aurora: 1
name: orders
engine: aurora-postgresql
primary:
  region: us-east-1
  serverlessV2ScalingConfiguration: { minCapacity: 8, maxCapacity: 8 }
#                                                  ^ AUR715
  instances:
    - { id: orders-a, class: db.serverless }
`,
  good: `aurora: 1
name: orders
engine: aurora-postgresql
primary:
  region: us-east-1
  serverlessV2ScalingConfiguration: { minCapacity: 4, maxCapacity: 8 }
  instances:
    - { id: orders-a, class: db.serverless }
`,
};
