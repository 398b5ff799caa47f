import { clustersOf } from '../../design/design.ts';
import { known } from '../../design/node.ts';
import * as limits from '../../facts/generated/limits.ts';
import type { DesignRule } from '../rule.ts';
import type { RulePage } from '../rule-page.ts';

export const rule: DesignRule = {
  id: 'AUR715',
  title: 'The Serverless v2 capacity never scales',
  group: 'Serverless v2',
  severity: 'info',
  facts: [limits.sv2_max_gt_half],
  check: (design, report) => {
    for (const { serverlessV2ScalingConfiguration } of clustersOf(design)) {
      const { minCapacity, maxCapacity } = serverlessV2ScalingConfiguration;
      const capacity = known(minCapacity);
      if (capacity === undefined || capacity !== known(maxCapacity)) continue;
      const message = `minCapacity and maxCapacity are both ${capacity} ACU: the instances never scale. Lower the minimum, or use a provisioned class.`;
      report(minCapacity.path, message);
    }
  },
};

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
  serverlessV2ScalingConfiguration: { minCapacity: 2, maxCapacity: 8 }
  instances:
    - { id: orders-a, class: db.serverless }
`,
};
