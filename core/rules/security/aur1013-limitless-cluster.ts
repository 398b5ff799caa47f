import { parseEngineVersion, supportsFeature } from '../../design/engine-version.ts';
import {
  type GraphResource,
  isAbsent,
  numberOf,
  type ResourceGraph,
  textOf,
  truthOf,
} from '../../design/resource-graph.ts';
import { limitless } from '../../facts/generated/engine-features.ts';
import * as limits from '../../facts/generated/limits.ts';
import { instancesOf } from '../cluster-of-instance.ts';
import { remove, setValue } from '../design-fix.ts';
import { limitlessClusters } from '../limitless-clusters.ts';
import type { Report, TemplateRule } from '../rule.ts';
import type { RulePage } from '../rule-page.ts';
import { ofNewResource } from '../template-fix.ts';

const { max_acu, storage_type } = limits.shard_group.value;
const [fewest, most] = max_acu;
const { default: standard } = limits.storage_type_values;

export const rule: TemplateRule = {
  id: 'AUR1013',
  title: 'A Limitless cluster is built as AWS does not build it',
  group: 'Security, monitoring, integrations',
  severity: 'error',
  facts: [limits.shard_group, limits.storage_type_values, limits.retained_automated_backups_max, limitless],
  check: (graph, report) => {
    for (const cluster of limitlessClusters(graph)) {
      checkInstances(graph, cluster, report);
      checkStorage(cluster, report);
      checkVersion(cluster, report);
      checkBackups(cluster, report);
      checkShardGroups(graph, cluster, report);
    }
    for (const group of graph.ofType('AWS::RDS::DBShardGroup')) checkCapacity(group, report);
  },
};

function checkInstances(graph: ResourceGraph, cluster: GraphResource, report: Report): void {
  for (const instance of instancesOf(graph, cluster)) {
    const message = `The cluster ${cluster.logicalId} is Limitless: it has a DB shard group and takes no DB instances, so that AWS refuses this one. Remove the instance.`;
    report(instance.property('DBClusterIdentifier').path, message);
  }
}

function checkStorage(cluster: GraphResource, report: Report): void {
  const type = cluster.property('StorageType');
  const fixes = [setValue(type.path, storage_type)];
  const only = `a Limitless cluster takes ${storage_type} only.`;
  if (isAbsent(type)) {
    report(type.path, `StorageType is missing, which means ${standard}: ${only}`, { severity: 'warning', fixes });
  } else if ((textOf(type) ?? storage_type) !== storage_type) {
    report(type.path, `StorageType is ${textOf(type)}: ${only}`, { fixes });
  }
}

function checkVersion(cluster: GraphResource, report: Report): void {
  const version = cluster.property('EngineVersion');
  const text = textOf(version) ?? '';
  if (parseEngineVersion('aurora-postgresql', text)?.limitless !== false) return;
  const mended = `${text}-limitless`;
  const isThere = supportsFeature('aurora-postgresql', mended, limitless) === 'yes';
  const message = `EngineVersion is ${text}: a Limitless cluster runs engine versions of its own, which end in -limitless.`;
  report(version.path, message, { fixes: isThere ? [ofNewResource(setValue(version.path, mended))] : [] });
}

function checkBackups(cluster: GraphResource, report: Report): void {
  const deleted = cluster.property('DeleteAutomatedBackups');
  if (truthOf(deleted) !== false) return;
  const message =
    'DeleteAutomatedBackups is false: AWS keeps no automated backups of a Limitless cluster that is deleted, and refuses to promise it. Remove it, and take a snapshot before you delete the cluster.';
  report(deleted.path, message, { fixes: [remove(deleted.path)] });
}

function checkShardGroups(graph: ResourceGraph, cluster: GraphResource, report: Report): void {
  const [, ...more] = graph
    .ofType('AWS::RDS::DBShardGroup')
    .filter((group) => group.exists === true && graph.names(group.property('DBClusterIdentifier'), cluster) === true);
  for (const group of more) {
    const message = `${cluster.logicalId} has a DB shard group already, and AWS refuses a second one. Raise MaxACU of the first.`;
    report(group.property('DBClusterIdentifier').path, message);
  }
}

function checkCapacity(group: GraphResource, report: Report): void {
  const capacity = group.property('MaxACU');
  // What is not known is taken to be enough.
  const units = numberOf(capacity) ?? fewest;
  if (units < fewest) {
    const message = `MaxACU is ${units}: a DB shard group takes at least ${fewest} ACUs, and AWS refuses fewer.`;
    report(capacity.path, message, { fixes: [setValue(capacity.path, fewest)] });
  }
  if (units > most) {
    const message = `MaxACU is ${units}: more than ${most} ACUs are there only after AWS has raised the quota of the account.`;
    report(capacity.path, message, { severity: 'warning', fixes: [setValue(capacity.path, most)] });
  }
}

export const page: RulePage = {
  reason:
    'Aurora PostgreSQL Limitless Database spreads tables over shards. It has routers and shards in place of instances, one kind of storage and engine versions of its own.',
  bad: `Resources:
  Orders:
    Type: AWS::RDS::DBCluster
    Properties:
      Engine: aurora-postgresql
      EngineVersion: 16.11-limitless
      ClusterScalabilityType: limitless
      StorageType: aurora
#                  ^^^^^^ AUR1013
      Port: 5432
      MasterUsername: app_admin
      MasterUserPassword: "{{resolve:secretsmanager:orders/admin:SecretString:password}}"
      EnableCloudwatchLogsExports: [postgresql]
      MonitoringInterval: 30
      MonitoringRoleArn: arn:aws:iam::123456789012:role/monitoring
      PerformanceInsightsEnabled: true
      PerformanceInsightsRetentionPeriod: 31
  Shards:
    Type: AWS::RDS::DBShardGroup
    Properties:
      DBClusterIdentifier: !Ref Orders
      DBShardGroupIdentifier: orders-shards
      MaxACU: 8
#             ^ AUR1013
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
  Shards:
    Type: AWS::RDS::DBShardGroup
    Properties:
      DBClusterIdentifier: !Ref Orders
      DBShardGroupIdentifier: orders-shards
      MaxACU: 16
`,
};
