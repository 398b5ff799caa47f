import {
  type GraphResource,
  isGiven,
  isOff,
  itemsOf,
  numberOf,
  type ResourceGraph,
  textOf,
  truthOf,
  valueAt,
} from '../../design/resource-graph.ts';
import * as limits from '../../facts/generated/limits.ts';
import * as ml from '../../facts/generated/ml.ts';
import { remove, setValue } from '../design-fix.ts';
import { limitlessClusters } from '../limitless-clusters.ts';
import { learningServices } from '../machine-learning/associated-roles.ts';
import type { Report, TemplateRule } from '../rule.ts';
import type { RulePage } from '../rule-page.ts';

const days = limits.shard_group.value.insights_retention_days;
const log = 'postgresql';

export const rule: TemplateRule = {
  id: 'AUR1019',
  title: 'A Limitless cluster is without what it needs, or with what it lacks',
  group: 'Security, monitoring, integrations',
  severity: 'warning',
  facts: [limits.shard_group, ml.not_limitless],
  check: (graph, report) => {
    for (const cluster of limitlessClusters(graph)) {
      checkInsights(cluster, report);
      checkMonitoring(cluster, report);
      checkLogs(cluster, report);
      checkProperties(cluster, report);
      checkRoles(cluster, report);
      checkOthers(graph, cluster, report);
    }
  },
};

function checkInsights(cluster: GraphResource, report: Report): void {
  const enabled = cluster.property('PerformanceInsightsEnabled');
  const retention = cluster.property('PerformanceInsightsRetentionPeriod');
  const isTooShort = retention.kind === 'absent' || (numberOf(retention) ?? days) < days;
  if (!isOff(enabled) && !isTooShort) return;
  const { path } = isOff(enabled) ? enabled : retention;
  const message = `Performance Insights does not keep ${days} days: AWS asks for it on a Limitless cluster.`;
  const edits = [
    ...(isOff(enabled) ? [{ kind: 'set', path: enabled.path, value: true } as const] : []),
    ...(isTooShort ? [{ kind: 'set', path: retention.path, value: days } as const] : []),
  ];
  report(path, message, { fixes: [{ title: `Keep Performance Insights for ${days} days`, edits }] });
}

/** Seconds between two readings of Enhanced Monitoring, often enough to see a spike. */
const seconds = 30;

function checkMonitoring(cluster: GraphResource, report: Report): void {
  const interval = cluster.property('MonitoringInterval');
  if (interval.kind !== 'absent' && numberOf(interval) !== 0) return;
  const message = 'Enhanced Monitoring is off: AWS asks for it on a Limitless cluster. Set MonitoringInterval.';
  const hasRole = isGiven(cluster.property('MonitoringRoleArn'));
  report(interval.path, message, { fixes: hasRole ? [setValue(interval.path, seconds)] : [] });
}

function checkLogs(cluster: GraphResource, report: Report): void {
  const exported = cluster.property('EnableCloudwatchLogsExports');
  const items = itemsOf(exported);
  if (items?.every((item) => item.kind === 'scalar' && item.text !== log) !== true) return;
  const message = `EnableCloudwatchLogsExports does not have ${log}: AWS asks for that log on a Limitless cluster.`;
  const edit = { kind: 'insert', path: exported.path, value: log } as const;
  report(exported.path, message, { at: 'key', fixes: [{ title: `Export the log ${log}`, edits: [edit] }] });
}

/** Properties that switch on what Limitless does not have. */
const switches = { EnableHttpEndpoint: 'Data API', ManageMasterUserPassword: 'master password managed by RDS' };

/** Properties that name what a Limitless cluster cannot belong to or use. */
const names = {
  GlobalClusterIdentifier: 'cannot be a member of a global database',
  Domain: 'has no Kerberos authentication',
};

function checkProperties(cluster: GraphResource, report: Report): void {
  for (const [name, feature] of Object.entries(switches)) {
    const value = cluster.property(name);
    if (truthOf(value) !== true) continue;
    // Without a managed password the cluster needs another one.
    const fixes = name === 'EnableHttpEndpoint' ? [remove(value.path)] : [];
    report(value.path, `${name} is true: a Limitless cluster has no ${feature}.`, { fixes });
  }
  for (const [name, what] of Object.entries(names)) {
    const value = cluster.property(name);
    if (isGiven(value)) report(value.path, `${name} is given: a Limitless cluster ${what}.`, { at: 'key' });
  }
}

/** Features whose roles are for nothing. */
const features: readonly string[] = [...learningServices, 'Lambda'];

function checkRoles(cluster: GraphResource, report: Report): void {
  for (const role of itemsOf(cluster.property('AssociatedRoles')) ?? []) {
    const feature = valueAt(role, 'FeatureName');
    const name = textOf(feature) ?? '';
    if (!features.includes(name)) continue;
    report(feature.path, `FeatureName is ${name}: a Limitless cluster calls neither models nor AWS Lambda.`);
  }
}

/** Resources that do with a cluster what Limitless cannot, by the properties that name the cluster. */
const others = [
  ['AWS::RDS::DBProxyTargetGroup', 'DBClusterIdentifiers', 'RDS Proxy does not work with a Limitless cluster.'],
  [
    'AWS::RDS::GlobalCluster',
    'SourceDBClusterIdentifier',
    'A global database cannot be made from a Limitless cluster.',
  ],
  ['AWS::RDS::Integration', 'SourceArn', 'A Limitless cluster cannot be the source of a zero-ETL integration.'],
  ['AWS::RDS::DBClusterEndpoint', 'DBClusterIdentifier', 'A Limitless cluster has no custom endpoints.'],
] as const;

function checkOthers(graph: ResourceGraph, cluster: GraphResource, report: Report): void {
  for (const [type, property, message] of others) {
    for (const resource of graph.ofType(type)) {
      const value = resource.property(property);
      const named = (itemsOf(value) ?? [value]).find((item) => graph.names(item, cluster) === true);
      if (named !== undefined) report(named.path, message);
    }
  }
}

export const page: RulePage = {
  reason:
    'AWS watches a Limitless cluster through Performance Insights, Enhanced Monitoring and its log, and asks for all three. Much of what other clusters can do, it cannot do yet.',
  bad: `Resources:
  Orders:
    Type: AWS::RDS::DBCluster
    Properties:
      Engine: aurora-postgresql
      EngineVersion: 16.11-limitless
      ClusterScalabilityType: limitless
      StorageType: aurora-iopt1
      Port: 5432
      MasterUsername: app_admin
      MasterUserPassword: "{{resolve:secretsmanager:orders/admin:SecretString:password}}"
      EnableCloudwatchLogsExports: [postgresql]
      MonitoringInterval: 30
      MonitoringRoleArn: arn:aws:iam::123456789012:role/monitoring
      PerformanceInsightsEnabled: true
      PerformanceInsightsRetentionPeriod: 7
#                                         ^ AUR1019 31 days
`,
  good: `Resources:
  Orders:
    Type: AWS::RDS::DBCluster
    Properties:
      Engine: aurora-postgresql
      EngineVersion: 16.11-limitless
      ClusterScalabilityType: limitless
      StorageType: aurora-iopt1
      Port: 5432
      MasterUsername: app_admin
      MasterUserPassword: "{{resolve:secretsmanager:orders/admin:SecretString:password}}"
      EnableCloudwatchLogsExports: [postgresql]
      MonitoringInterval: 30
      MonitoringRoleArn: arn:aws:iam::123456789012:role/monitoring
      PerformanceInsightsEnabled: true
      PerformanceInsightsRetentionPeriod: 31
`,
};
