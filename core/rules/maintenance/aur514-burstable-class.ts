import { clustersOf } from '../../design/design.ts';
import { known } from '../../design/node.ts';
import * as facts from '../../facts/generated/instance-facts.ts';
import { isBurstable } from '../../facts/instance-classes.ts';
import { classInPlaceOf, replaceClass } from '../class-choice.ts';
import type { DesignRule } from '../rule.ts';
import type { RulePage } from '../rule-page.ts';

export const rule: DesignRule = {
  id: 'AUR514',
  title: 'A burstable class stands in production',
  group: 'Maintenance and lifecycle',
  severity: 'warning',
  profile: 'production',
  facts: [facts.t_only_nonprod, facts.t_credits_unlimited],
  check: (design, report) => {
    for (const cluster of clustersOf(design)) {
      const classes = cluster.instances.items.map((instance) => known(instance.class) ?? '');
      const burstable = classes.filter(isBurstable);
      for (const instance of cluster.instances.items) {
        const name = known(instance.class) ?? '';
        if (!isBurstable(name)) continue;
        const other =
          classes.find((one) => one.startsWith('db.r')) ?? classInPlaceOf(design, cluster, name, { burstable: false });
        const message = `${name} is burstable: AWS recommends T classes for development and test only, and above its baseline every vCPU-hour is charged. Use ${other ?? 'a memory-optimised class'}, or db.serverless.`;
        report(instance.class.path, message, { fixes: replaceClass(cluster, burstable, other) });
      }
    }
  },
};

export const page: RulePage = {
  reason:
    'A T class has little memory and a small share of its CPU; what it uses beyond that costs extra. That is cheap for tests, and dear and slow under load.',
  bad: `aurora: 1
name: orders
engine: aurora-postgresql
profile: production
primary:
  region: us-east-1
  instances:
    - { id: orders-a, class: db.t4g.large }
#                            ^^^^^^^^^^^^ AUR514
    - { id: orders-b, class: db.t4g.large }
#                            ^^^^^^^^^^^^ AUR514
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
  instances:
    - { id: orders-a, class: db.r7g.large }
    - { id: orders-b, class: db.r7g.large }
  backupRetentionPeriod: 7
  deletionProtection: true
  enableCloudwatchLogsExports: [postgresql]
`,
};
