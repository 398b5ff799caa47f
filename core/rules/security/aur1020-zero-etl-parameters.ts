import {
  type GraphResource,
  type GraphValue,
  isAbsent,
  type ResourceGraph,
  textOf,
  valueAt,
} from '../../design/resource-graph.ts';
import * as limits from '../../facts/generated/limits.ts';
import { engineOf } from '../cluster-of-instance.ts';
import type { Report, TemplateRule } from '../rule.ts';
import type { RulePage } from '../rule-page.ts';

const { value: required, excluded } = limits.zero_etl_parameters;

export const rule: TemplateRule = {
  id: 'AUR1020',
  title: 'The parameters of a zero-ETL source are not as it needs them',
  group: 'Security, monitoring, integrations',
  severity: 'warning',
  facts: [limits.zero_etl_parameters],
  check: (graph, report) => {
    const integrations = graph.ofType('AWS::RDS::Integration');
    for (const cluster of graph.clusters) {
      if (integrations.some((one) => graph.names(one.property('SourceArn'), cluster) === true)) {
        checkSource(graph, cluster, report);
      }
    }
  },
};

function checkSource(graph: ResourceGraph, cluster: GraphResource, report: Report): void {
  const engine = engineOf(cluster);
  if (engine === undefined) return;
  const named = cluster.property('DBClusterParameterGroupName');
  const needs = Object.entries(required[engine]);
  if (isAbsent(named) || textOf(named)?.startsWith('default.') === true) {
    const words = needs.map(([name, value]) => `${name} = ${value}`).join(', ');
    const message = `The cluster is the source of a zero-ETL integration and has the default cluster parameter group, which cannot be changed. Give it a group with ${words}.`;
    report(named.path, message);
    return;
  }
  const parameters = graph.referredTo(named)?.property('Parameters');
  if (parameters?.kind !== 'map' || parameters.isOpen) return;
  checkRequired(parameters, needs, report);
  for (const [name, word] of Object.entries(excluded)) {
    const value = valueAt(parameters, name);
    if (textOf(value)?.toUpperCase() !== word) continue;
    report(value.path, `${name} is ${word}: a zero-ETL integration does not read changes in that form.`);
  }
}

type Parameters = Extract<GraphValue, { kind: 'map' }>;

function checkRequired(parameters: Parameters, needs: readonly [string, string][], report: Report): void {
  const wrong = needs.filter(([name, value]) => {
    const given = valueAt(parameters, name);
    return given.kind === 'absent' || (textOf(given) ?? value).toLowerCase() !== value.toLowerCase();
  });
  if (wrong.length === 0) return;
  const words = wrong.map(([name, value]) => `${name} = ${value}`).join(', ');
  const message = `The cluster is the source of a zero-ETL integration, which needs ${words}. The parameters take effect with a restart.`;
  const edits = wrong.map(([name, value]) => ({ kind: 'set', path: [...parameters.path, name], value }) as const);
  report(parameters.path, message, { at: 'key', fixes: [{ title: 'Set the parameters of zero-ETL', edits }] });
}

export const page: RulePage = {
  reason:
    'A zero-ETL integration reads the changes of the cluster from its log. Without these parameters the log does not hold them, and the integration cannot be created or fails.',
  bad: `Resources:
  Parameters:
    Type: AWS::RDS::DBClusterParameterGroup
    Properties:
      Description: Parameters of orders
      Family: aurora-postgresql17
      Parameters:
#     ^^^^^^^^^^ AUR1020 aurora.logical_replication_backup = 0, aurora.logical_replication_globaldb = 0
        rds.logical_replication: 1
        aurora.enhanced_logical_replication: 1
  Orders:
    Type: AWS::RDS::DBCluster
    Properties:
      Engine: aurora-postgresql
      EngineVersion: "17.9"
      Port: 5432
      MasterUsername: app_admin
      ManageMasterUserPassword: true
      DBClusterParameterGroupName: !Ref Parameters
  OrdersA:
    Type: AWS::RDS::DBInstance
    Properties:
      DBClusterIdentifier: !Ref Orders
      DBInstanceClass: db.r7g.large
      Engine: aurora-postgresql
  ToWarehouse:
    Type: AWS::RDS::Integration
    Properties:
      DataFilter: "include: orders.public.*"
      SourceArn: !GetAtt Orders.DBClusterArn
      TargetArn: arn:aws:redshift-serverless:us-east-1:123456789012:namespace/orders
`,
  good: `Resources:
  Parameters:
    Type: AWS::RDS::DBClusterParameterGroup
    Properties:
      Description: Parameters of orders
      Family: aurora-postgresql17
      Parameters:
        rds.logical_replication: 1
        aurora.enhanced_logical_replication: 1
        aurora.logical_replication_backup: 0
        aurora.logical_replication_globaldb: 0
  Orders:
    Type: AWS::RDS::DBCluster
    Properties:
      Engine: aurora-postgresql
      EngineVersion: "17.9"
      Port: 5432
      MasterUsername: app_admin
      ManageMasterUserPassword: true
      DBClusterParameterGroupName: !Ref Parameters
  OrdersA:
    Type: AWS::RDS::DBInstance
    Properties:
      DBClusterIdentifier: !Ref Orders
      DBInstanceClass: db.r7g.large
      Engine: aurora-postgresql
  ToWarehouse:
    Type: AWS::RDS::Integration
    Properties:
      DataFilter: "include: orders.public.*"
      SourceArn: !GetAtt Orders.DBClusterArn
      TargetArn: arn:aws:redshift-serverless:us-east-1:123456789012:namespace/orders
`,
};
