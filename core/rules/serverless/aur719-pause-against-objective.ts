import { clustersOf } from '../../design/design.ts';
import { known } from '../../design/node.ts';
import * as limits from '../../facts/generated/limits.ts';
import * as resilience from '../../facts/generated/resilience.ts';
import { setValue } from '../design-fix.ts';
import type { DesignRule } from '../rule.ts';
import type { RulePage } from '../rule-page.ts';
import { serverlessOnly } from './capacity.ts';

const { typical_s: typical, after_24h_s: afterADay } = limits.sv2_resume_time.value;

export const rule: DesignRule = {
  id: 'AUR719',
  title: 'Instances may pause in a design that has to answer at once',
  group: 'Serverless v2',
  severity: 'warning',
  facts: [limits.sv2_resume_time, limits.sv2_autopause_timeout, resilience.pause_failover],
  check: (design, report, { profile }) => {
    const isDemanding = (known(design.objectives.writerRecovery) ?? Infinity) < afterADay * 1000;
    if (!isDemanding && profile !== 'production') return;
    for (const cluster of serverlessOnly(clustersOf(design))) {
      const { minCapacity } = cluster.serverlessV2ScalingConfiguration;
      if (known(minCapacity) !== 0) continue;
      const message = `A paused instance takes about ${typical} s to resume, ${afterADay} s and more after a day: the first connections wait or fail. Set minCapacity to ${limits.sv2_capacity.step} or more.`;
      report(minCapacity.path, message, { fixes: [setValue(minCapacity.path, limits.sv2_capacity.step)] });
    }
  },
};

export const page: RulePage = {
  reason:
    'Auto-pause is meant for systems that have no strict objective: whoever comes first waits for the instance to wake.',
  bad: `aurora: 1
name: orders
engine: aurora-postgresql
profile: production
primary:
  region: us-east-1
  serverlessV2ScalingConfiguration: { minCapacity: 0, maxCapacity: 8 }
#                                                  ^ AUR719
  instances:
    - { id: orders-a, class: db.serverless }
    - { id: orders-b, class: db.serverless }
  backupRetentionPeriod: 7
  deletionProtection: true
  enableCloudwatchLogsExports: [postgresql]
`,
  good: `aurora: 1
name: orders
engine: aurora-postgresql
profile: production
primary:
  region: us-east-1
  serverlessV2ScalingConfiguration: { minCapacity: 0.5, maxCapacity: 8 }
  instances:
    - { id: orders-a, class: db.serverless }
    - { id: orders-b, class: db.serverless }
  backupRetentionPeriod: 7
  deletionProtection: true
  enableCloudwatchLogsExports: [postgresql]
`,
};
