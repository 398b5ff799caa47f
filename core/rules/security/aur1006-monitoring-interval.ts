import { clustersOf } from '../../design/design.ts';
import { known } from '../../design/node.ts';
import * as limits from '../../facts/generated/limits.ts';
import { setValue } from '../design-fix.ts';
import type { DesignRule } from '../rule.ts';
import type { RulePage } from '../rule-page.ts';

const intervals: readonly number[] = limits.monitoring_interval.value;

export const rule: DesignRule = {
  id: 'AUR1006',
  title: 'Enhanced Monitoring has no such interval',
  group: 'Security, monitoring, integrations',
  severity: 'error',
  facts: [limits.monitoring_interval],
  check: (design, report) => {
    const clusters = clustersOf(design);
    for (const { monitoringInterval } of [...clusters, ...clusters.flatMap(({ instances }) => instances.items)]) {
      const seconds = known(monitoringInterval);
      if (seconds === undefined || intervals.includes(seconds)) continue;
      const nearest = intervals.reduce((best, next) =>
        Math.abs(next - seconds) < Math.abs(best - seconds) ? next : best,
      );
      const message = `monitoringInterval is ${seconds} s; Enhanced Monitoring measures every ${intervals.slice(1).join(', ')} s, or not at all with 0.`;
      report(monitoringInterval.path, message, { fixes: [setValue(monitoringInterval.path, nearest)] });
    }
  },
};

export const page: RulePage = {
  reason: 'RDS refuses any other interval.',
  bad: `aurora: 1
name: orders
engine: aurora-postgresql
primary:
  region: us-east-1
  instances:
    - { id: orders-a, class: db.r7g.large }
  monitoringRoleArn: arn:aws:iam::123456789012:role/orders-monitoring
  monitoringInterval: 20
#                     ^^ AUR1006
`,
  good: `aurora: 1
name: orders
engine: aurora-postgresql
primary:
  region: us-east-1
  instances:
    - { id: orders-a, class: db.r7g.large }
  monitoringRoleArn: arn:aws:iam::123456789012:role/orders-monitoring
  monitoringInterval: 15
`,
};
