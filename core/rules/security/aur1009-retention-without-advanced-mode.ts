import { clustersOf } from '../../design/design.ts';
import { engineVersionOf } from '../../design/engine-version.ts';
import { known } from '../../design/node.ts';
import * as limits from '../../facts/generated/limits.ts';
import type { DesignRule } from '../rule.ts';
import type { RulePage } from '../rule-page.ts';
import { advancedMode, advancedRetention } from './database-insights.ts';

const included = limits.pi_retention.default;

export const rule: DesignRule = {
  id: 'AUR1009',
  title: 'Performance Insights keeps more than 7 days without the advanced mode of Database Insights',
  group: 'Security, monitoring, integrations',
  severity: 'warning',
  facts: [limits.pi_eol, limits.database_insights],
  check: (design, report) => {
    for (const cluster of clustersOf(design)) {
      // Limitless Database demands 31 days.
      if (known(engineVersionOf(design, cluster))?.endsWith('-limitless') === true) continue;
      const { databaseInsightsMode, performanceInsightsEnabled, performanceInsightsRetentionPeriod: period } = cluster;
      const days = known(period);
      if (days === undefined || days <= included || known(performanceInsightsEnabled) !== true) continue;
      if (databaseInsightsMode.presence !== 'absent' && known(databaseInsightsMode) !== 'standard') continue;
      const message = `performanceInsightsRetentionPeriod is ${days} days; since ${limits.pi_eol.date} the standard mode of Database Insights keeps ${included}. Set databaseInsightsMode to advanced with ${advancedRetention} days, or keep ${included}.`;
      const advanced = {
        title: `Set databaseInsightsMode to advanced and keep ${advancedRetention} days`,
        edits: advancedMode(cluster),
      };
      report(period.path, message, { fixes: [advanced] });
    }
  },
};

export const page: RulePage = {
  reason: 'Performance Insights with a retention of your choice and its price ended; Database Insights replaces it.',
  bad: `aurora: 1
name: orders
engine: aurora-postgresql
primary:
  region: us-east-1
  instances:
    - { id: orders-a, class: db.r7g.large }
    - { id: orders-b, class: db.r7g.large }
  performanceInsightsEnabled: true
  performanceInsightsRetentionPeriod: 93
#                                     ^^ AUR1009
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
