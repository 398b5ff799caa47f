import { clustersOf } from '../../design/design.ts';
import { known } from '../../design/node.ts';
import * as limits from '../../facts/generated/limits.ts';
import { setValue } from '../design-fix.ts';
import type { DesignRule } from '../rule.ts';
import type { RulePage } from '../rule-page.ts';

const { min, max } = limits.sv2_autopause_timeout;

export const rule: DesignRule = {
  id: 'AUR705',
  title: 'The time until auto-pause is not between 300 and 86400 seconds',
  group: 'Serverless v2',
  severity: 'error',
  facts: [limits.sv2_autopause_timeout],
  check: (design, report) => {
    for (const { serverlessV2ScalingConfiguration } of clustersOf(design)) {
      const { secondsUntilAutoPause } = serverlessV2ScalingConfiguration;
      const seconds = known(secondsUntilAutoPause);
      if (seconds === undefined) continue;
      const nearest = Math.min(Math.max(seconds, min), max);
      if (seconds === nearest) continue;
      const message = `secondsUntilAutoPause is ${seconds} s; an instance pauses after ${min} to ${max} idle seconds.`;
      report(secondsUntilAutoPause.path, message, { fixes: [setValue(secondsUntilAutoPause.path, nearest)] });
    }
  },
};

export const page: RulePage = {
  reason: 'RDS refuses a shorter or longer time: five minutes to a day.',
  bad: `aurora: 1
name: orders
engine: aurora-postgresql
primary:
  region: us-east-1
  serverlessV2ScalingConfiguration: { minCapacity: 0, maxCapacity: 8, secondsUntilAutoPause: 60 }
#                                                                                            ^^ AUR705
  instances:
    - { id: orders-a, class: db.serverless }
`,
  good: `aurora: 1
name: orders
engine: aurora-postgresql
primary:
  region: us-east-1
  serverlessV2ScalingConfiguration: { minCapacity: 0, maxCapacity: 8, secondsUntilAutoPause: 300 }
  instances:
    - { id: orders-a, class: db.serverless }
`,
};
