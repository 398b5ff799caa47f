import { type GraphResource, isAbsent, type ResourceGraph } from '../../design/resource-graph.ts';
import * as limits from '../../facts/generated/limits.ts';
import { engineOf } from '../cluster-of-instance.ts';
import { setValue } from '../design-fix.ts';
import type { DesignFix, TemplateRule } from '../rule.ts';
import type { RulePage } from '../rule-page.ts';
import { ofNewResource } from '../template-fix.ts';

export const rule: TemplateRule = {
  id: 'AUR617',
  title: 'A global database has neither a source cluster nor an engine',
  group: 'Global database',
  severity: 'error',
  facts: [limits.global_source_exclusive],
  check: (graph, report) => {
    for (const global of graph.ofType('AWS::RDS::GlobalCluster')) {
      const engine = global.property('Engine');
      if (!isAbsent(engine) || !isAbsent(global.property('SourceDBClusterIdentifier'))) continue;
      const message =
        'Engine and SourceDBClusterIdentifier are both missing: AWS refuses to create a global database of which it does not know what it is. State the Engine, or name the cluster it is made from.';
      report(engine.path, message, { fixes: fixesOf(graph, global) });
    }
  },
};

/** The engine of its member where the template has one; otherwise the only cluster as its source. */
function fixesOf(graph: ResourceGraph, global: GraphResource): readonly DesignFix[] {
  const isMember = (cluster: GraphResource) =>
    graph.referredTo(cluster.property('GlobalClusterIdentifier'))?.logicalId === global.logicalId;
  const member = graph.clusters.find(isMember);
  const engine = member && engineOf(member);
  if (engine !== undefined) return [ofNewResource(setValue(global.property('Engine').path, engine))];
  const [only, ...others] = graph.clusters;
  if (only === undefined || others.length > 0 || !isAbsent(only.property('GlobalClusterIdentifier'))) return [];
  const { path } = global.property('SourceDBClusterIdentifier');
  const edit = { kind: 'set', path, value: { Ref: only.logicalId } } as const;
  return [ofNewResource({ title: `Make it from ${only.logicalId}`, edits: [edit] })];
}

export const page: RulePage = {
  reason:
    'Neither property is required by itself, one of them is. CloudFormation finds out when the resource is created.',
  bad: `Resources:
  Global:
# ^^^^^^ AUR617
    Type: AWS::RDS::GlobalCluster
    Properties:
      GlobalClusterIdentifier: orders
  Orders:
    Type: AWS::RDS::DBCluster
    Properties:
      Engine: aurora-postgresql
      EngineVersion: "17.9"
      GlobalClusterIdentifier: !Ref Global
      Port: 5432
      MasterUsername: app_admin
      MasterUserPassword: "{{resolve:secretsmanager:orders/admin:SecretString:password}}"
`,
  good: `Resources:
  Global:
    Type: AWS::RDS::GlobalCluster
    Properties:
      GlobalClusterIdentifier: orders
      Engine: aurora-postgresql
      EngineVersion: "17.9"
  Orders:
    Type: AWS::RDS::DBCluster
    Properties:
      Engine: aurora-postgresql
      EngineVersion: "17.9"
      GlobalClusterIdentifier: !Ref Global
      Port: 5432
      MasterUsername: app_admin
      MasterUserPassword: "{{resolve:secretsmanager:orders/admin:SecretString:password}}"
`,
};
