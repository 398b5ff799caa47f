import { clustersOf } from '../../design/design.ts';
import { known } from '../../design/node.ts';
import * as limits from '../../facts/generated/limits.ts';
import { remove } from '../design-fix.ts';
import type { DesignRule } from '../rule.ts';
import type { RulePage } from '../rule-page.ts';

export const rule: DesignRule = {
  id: 'AUR706',
  title: 'The time until auto-pause has no effect',
  group: 'Serverless v2',
  severity: 'info',
  facts: [limits.sv2_autopause_timeout],
  check: (design, report) => {
    for (const { serverlessV2ScalingConfiguration } of clustersOf(design)) {
      const { minCapacity, secondsUntilAutoPause } = serverlessV2ScalingConfiguration;
      if (secondsUntilAutoPause.presence !== 'known' || (known(minCapacity) ?? 0) <= 0) continue;
      const message =
        'secondsUntilAutoPause counts only with minCapacity 0: instances with a higher minimum never pause. Remove it, or set minCapacity to 0.';
      report(secondsUntilAutoPause.path, message, { at: 'key', fixes: [remove(secondsUntilAutoPause.path)] });
    }
  },
};

export const page: RulePage = {
  reason: 'RDS drops the value without a word.',
  bad: `aurora: 1
name: orders
engine: aurora-postgresql
primary:
  region: us-east-1
  serverlessV2ScalingConfiguration: { minCapacity: 1, maxCapacity: 8, secondsUntilAutoPause: 600 }
#                                                                     ^^^^^^^^^^^^^^^^^^^^^ AUR706
  instances:
    - { id: orders-a, class: db.serverless }
`,
  good: `aurora: 1
name: orders
engine: aurora-postgresql
primary:
  region: us-east-1
  serverlessV2ScalingConfiguration: { minCapacity: 1, maxCapacity: 8 }
  instances:
    - { id: orders-a, class: db.serverless }
`,
};
