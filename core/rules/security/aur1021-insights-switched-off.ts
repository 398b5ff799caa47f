import { clustersOf } from '../../design/design.ts';
import { known } from '../../design/node.ts';
import * as limits from '../../facts/generated/limits.ts';
import { remove } from '../design-fix.ts';
import type { DesignRule } from '../rule.ts';
import type { RulePage } from '../rule-page.ts';

export const rule: DesignRule = {
  id: 'AUR1021',
  title: 'Performance Insights is set up and not switched on',
  group: 'Security, monitoring, integrations',
  severity: 'warning',
  facts: [limits.pi_retention],
  check: (design, report) => {
    for (const cluster of clustersOf(design)) {
      const { performanceInsightsEnabled: enabled, performanceInsightsKmsKeyId: key } = cluster;
      const isOff = enabled.presence === 'absent' || known(enabled) === false;
      // The advanced mode without Performance Insights is an error of its own.
      if (!isOff || known(cluster.databaseInsightsMode) === 'advanced') continue;
      for (const { presence, path } of [cluster.performanceInsightsRetentionPeriod, key]) {
        if (presence !== 'known') continue;
        const message = `${path.at(-1)} is for Performance Insights, which is off on this cluster. Set performanceInsightsEnabled to true, or remove it.`;
        report(path, message, { at: 'key', fixes: [remove(path)] });
      }
    }
  },
};

export const page: RulePage = {
  reason: 'The setting cannot be given when a cluster is created without Performance Insights.',
  bad: `aurora: 1
name: orders
engine: aurora-postgresql
primary:
  region: us-east-1
  instances:
    - { id: orders-a, class: db.r7g.large }
    - { id: orders-b, class: db.r7g.large }
  performanceInsightsRetentionPeriod: 7
# ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ AUR1021
  performanceInsightsKmsKeyId: alias/insights
# ^^^^^^^^^^^^^^^^^^^^^^^^^^^ AUR1021
`,
  good: `aurora: 1
name: orders
engine: aurora-postgresql
primary:
  region: us-east-1
  instances:
    - { id: orders-a, class: db.r7g.large }
    - { id: orders-b, class: db.r7g.large }
  performanceInsightsEnabled: true
  performanceInsightsRetentionPeriod: 7
  performanceInsightsKmsKeyId: alias/insights
`,
};
