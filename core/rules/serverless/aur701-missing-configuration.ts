import { clustersOf } from '../../design/design.ts';
import { known } from '../../design/node.ts';
import * as limits from '../../facts/generated/limits.ts';
import { serverlessClass } from '../../facts/instance-classes.ts';
import { setGroup } from '../design-fix.ts';
import type { DesignRule } from '../rule.ts';
import type { RulePage } from '../rule-page.ts';

export const rule: DesignRule = {
  id: 'AUR701',
  title: 'A db.serverless instance stands in a cluster without a capacity range',
  group: 'Serverless v2',
  severity: 'error',
  facts: [limits.sv2_config_required],
  check: (design, report) => {
    for (const { instances, origin, serverlessV2ScalingConfiguration } of clustersOf(design)) {
      if (serverlessV2ScalingConfiguration.presence !== 'absent' || origin.presence !== 'absent') continue;
      const serverless = instances.items.find((instance) => known(instance.class) === serverlessClass);
      if (serverless === undefined) continue;
      const message =
        'A db.serverless instance needs serverlessV2ScalingConfiguration on its cluster: the range of ACU in which it scales.';
      const fixes = [setGroup(serverlessV2ScalingConfiguration.path, { minCapacity: 0.5, maxCapacity: 8 })];
      report(serverless.class.path, message, { fixes });
    }
  },
};

export const page: RulePage = {
  reason:
    'RDS refuses to add the instance: Set the Serverless v2 scaling configuration on the parent DB cluster. Every cluster of a global database needs its own.',
  bad: `aurora: 1
name: orders
engine: aurora-postgresql
primary:
  region: us-east-1
  instances:
    - { id: orders-a, class: db.serverless }
#                            ^^^^^^^^^^^^^ AUR701
`,
  good: `aurora: 1
name: orders
engine: aurora-postgresql
primary:
  region: us-east-1
  serverlessV2ScalingConfiguration: { minCapacity: 0.5, maxCapacity: 8 }
  instances:
    - { id: orders-a, class: db.serverless }
`,
};
