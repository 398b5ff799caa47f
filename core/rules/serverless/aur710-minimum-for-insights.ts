import { type Cluster, clustersOf } from '../../design/design.ts';
import { known } from '../../design/node.ts';
import * as limits from '../../facts/generated/limits.ts';
import { setValue } from '../design-fix.ts';
import type { DesignRule } from '../rule.ts';
import type { RulePage } from '../rule-page.ts';
import { serverlessInstances, serverlessOnly } from './capacity.ts';

const least = limits.sv2_recommended_min.value.performance_insights;

export const rule: DesignRule = {
  id: 'AUR710',
  title: 'The minimum capacity is too small for Performance Insights',
  group: 'Serverless v2',
  severity: 'warning',
  profile: 'production',
  facts: [limits.sv2_recommended_min],
  check: (design, report) => {
    for (const cluster of serverlessOnly(clustersOf(design))) {
      const { minCapacity, maxCapacity } = cluster.serverlessV2ScalingConfiguration;
      const minimum = known(minCapacity);
      if (minimum === undefined || minimum >= least || !usesInsights(cluster)) continue;
      const message = `Performance or Database Insights is on, and minCapacity is ${minimum} ACU: AWS recommends at least ${least} for it. Set minCapacity to ${least}.`;
      const fits = (known(maxCapacity) ?? 0) > least;
      report(minCapacity.path, message, { fixes: fits ? [setValue(minCapacity.path, least)] : [] });
    }
  },
};

function usesInsights(cluster: Cluster): boolean {
  return (
    known(cluster.performanceInsightsEnabled) === true ||
    known(cluster.databaseInsightsMode) === 'advanced' ||
    serverlessInstances(cluster).some(({ performanceInsightsEnabled }) => known(performanceInsightsEnabled) === true)
  );
}

export const page: RulePage = {
  reason:
    'Insights takes memory and CPU of the instance. On a fraction of an ACU it competes with the queries it watches.',
  bad: `aurora: 1
name: orders
engine: aurora-postgresql
profile: production
primary:
  region: us-east-1
  serverlessV2ScalingConfiguration: { minCapacity: 1, maxCapacity: 8 }
#                                                  ^ AUR710
  instances:
    - { id: orders-a, class: db.serverless }
    - { id: orders-b, class: db.serverless }
  performanceInsightsEnabled: true
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
  serverlessV2ScalingConfiguration: { minCapacity: 2, maxCapacity: 8 }
  instances:
    - { id: orders-a, class: db.serverless }
    - { id: orders-b, class: db.serverless }
  performanceInsightsEnabled: true
  backupRetentionPeriod: 7
  deletionProtection: true
  enableCloudwatchLogsExports: [postgresql]
`,
};
