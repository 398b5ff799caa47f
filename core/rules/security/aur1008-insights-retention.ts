import { clustersOf } from '../../design/design.ts';
import { known } from '../../design/node.ts';
import * as limits from '../../facts/generated/limits.ts';
import { setValue } from '../design-fix.ts';
import type { DesignRule } from '../rule.ts';
import type { RulePage } from '../rule-page.ts';

const periods: readonly number[] = limits.pi_retention.value;

export const rule: DesignRule = {
  id: 'AUR1008',
  title: 'Performance Insights has no such retention',
  group: 'Security, monitoring, integrations',
  severity: 'error',
  facts: [limits.pi_retention],
  check: (design, report) => {
    const clusters = clustersOf(design);
    for (const holder of [...clusters, ...clusters.flatMap(({ instances }) => instances.items)]) {
      const { performanceInsightsRetentionPeriod: period } = holder;
      const days = known(period);
      if (days === undefined || periods.includes(days)) continue;
      const nearest = periods.reduce((best, next) => (Math.abs(next - days) < Math.abs(best - days) ? next : best));
      const message = `performanceInsightsRetentionPeriod is ${days} days; Performance Insights keeps 7 days, a multiple of 31 up to 713, or 731. The nearest is ${nearest}.`;
      report(period.path, message, { fixes: [setValue(period.path, nearest)] });
    }
  },
};

export const page: RulePage = {
  reason: 'RDS refuses every other number of days.',
  bad: `aurora: 1
name: orders
engine: aurora-postgresql
primary:
  region: us-east-1
  instances:
    - { id: orders-a, class: db.r7g.large }
    - { id: orders-b, class: db.r7g.large }
  databaseInsightsMode: advanced
  performanceInsightsEnabled: true
  performanceInsightsRetentionPeriod: 500
#                                     ^^^ AUR1008 496
`,
  good: `aurora: 1
name: orders
engine: aurora-postgresql
primary:
  region: us-east-1
  instances:
    - { id: orders-a, class: db.r7g.large }
    - { id: orders-b, class: db.r7g.large }
  databaseInsightsMode: advanced
  performanceInsightsEnabled: true
  performanceInsightsRetentionPeriod: 496
`,
};
