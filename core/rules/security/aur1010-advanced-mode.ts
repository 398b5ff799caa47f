import { type Cluster, clustersOf } from '../../design/design.ts';
import { known } from '../../design/node.ts';
import * as limits from '../../facts/generated/limits.ts';
import type { DesignRule } from '../rule.ts';
import type { RulePage } from '../rule-page.ts';
import { advancedMode, advancedRetention } from './database-insights.ts';

export const rule: DesignRule = {
  id: 'AUR1010',
  title: 'The advanced mode of Database Insights lacks what it needs',
  group: 'Security, monitoring, integrations',
  severity: 'error',
  facts: [limits.database_insights],
  check: (design, report) => {
    for (const cluster of clustersOf(design)) {
      const mode = cluster.databaseInsightsMode;
      const missing = known(mode) === 'advanced' ? missingFor(cluster) : [];
      if (missing.length === 0) continue;
      const message = `The advanced mode needs ${missing.join(' and ')} on the cluster.`;
      const title = `Set performanceInsightsEnabled to true and keep ${advancedRetention} days`;
      report(mode.path, message, { fixes: [{ title, edits: advancedMode(cluster) }] });
    }
  },
};

/** What the cluster certainly does not have; where its instances state something of their own, absence proves nothing. */
function missingFor({ performanceInsightsEnabled, performanceInsightsRetentionPeriod, instances }: Cluster) {
  const isLeftToInstances =
    instances.presence === 'unknown' ||
    instances.items.some(
      (instance) =>
        instance.performanceInsightsEnabled.presence !== 'absent' ||
        instance.performanceInsightsRetentionPeriod.presence !== 'absent',
    );
  const lacks = ({ presence }: { readonly presence: string }) => presence === 'absent' && !isLeftToInstances;
  const days = known(performanceInsightsRetentionPeriod) ?? advancedRetention;
  return [
    ...(known(performanceInsightsEnabled) === false || lacks(performanceInsightsEnabled)
      ? ['performanceInsightsEnabled: true']
      : []),
    ...(days < advancedRetention || lacks(performanceInsightsRetentionPeriod)
      ? [`a performanceInsightsRetentionPeriod of at least ${advancedRetention} days`]
      : []),
  ];
}

export const page: RulePage = {
  reason: 'RDS refuses the advanced mode unless Performance Insights is on and keeps 465 days.',
  bad: `aurora: 1
name: orders
engine: aurora-postgresql
primary:
  region: us-east-1
  instances:
    - { id: orders-a, class: db.r7g.large }
    - { id: orders-b, class: db.r7g.large }
  databaseInsightsMode: advanced
#                       ^^^^^^^^ AUR1010 performanceInsightsEnabled: true and a performanceInsightsRetentionPeriod
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
  performanceInsightsRetentionPeriod: 465
`,
};
