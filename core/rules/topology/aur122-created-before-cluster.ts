import { type GraphResource, type GraphValue, type ResourceGraph, textOf } from '../../design/resource-graph.ts';
import * as limits from '../../facts/generated/limits.ts';
import { clusterOf } from '../cluster-of-instance.ts';
import type { DesignFix, TemplateRule } from '../rule.ts';
import type { RulePage } from '../rule-page.ts';
import { createAfter } from '../template-fix.ts';

export const rule: TemplateRule = {
  id: 'AUR122',
  title: 'An instance may be created before its cluster',
  group: 'Topology',
  severity: 'warning',
  facts: [limits.cluster_identifier],
  check: (graph, report) => {
    for (const instance of graph.instances) {
      const named = instance.property('DBClusterIdentifier');
      const cluster = clusterOf(graph, instance);
      if (cluster === undefined || graph.createdBefore(instance).has(cluster.logicalId)) continue;
      const message = `DBClusterIdentifier names the cluster ${cluster.logicalId} by its identifier, and nothing says that it comes first: CloudFormation creates both at once, and the instance fails when the cluster is not there yet. Use !Ref ${cluster.logicalId}.`;
      report(named.path, message, { fixes: fixesOf(graph, instance, cluster, named) });
    }
  },
};

function fixesOf(
  graph: ResourceGraph,
  instance: GraphResource,
  cluster: GraphResource,
  named: GraphValue,
): readonly DesignFix[] {
  if (graph.createdBefore(cluster).has(instance.logicalId)) return [];
  const text = textOf(named);
  const edit = { kind: 'set', path: named.path, value: { Ref: cluster.logicalId } } as const;
  const refer: DesignFix = { title: `Refer to ${cluster.logicalId}`, edits: [edit], replacesNothing: true };
  // Ref gives the identifier in lower case: from any other spelling CloudFormation would see a change.
  const isTheSame = text !== undefined && text === text.toLowerCase();
  return [...(isTheSame ? [refer] : []), createAfter(instance, cluster)];
}

export const page: RulePage = {
  reason:
    'Only a reference or DependsOn puts resources in order. The first deployment of such a template fails now and then, later ones never do, which is why the fault stays.',
  bad: `Resources:
  Orders:
    Type: AWS::RDS::DBCluster
    Properties:
      DBClusterIdentifier: orders
      Engine: aurora-mysql
      MasterUsername: app_admin
      ManageMasterUserPassword: true
  OrdersA:
    Type: AWS::RDS::DBInstance
    Properties:
      DBClusterIdentifier: orders
#                          ^^^^^^ AUR122
      DBInstanceClass: db.r7g.large
      Engine: aurora-mysql
`,
  good: `Resources:
  Orders:
    Type: AWS::RDS::DBCluster
    Properties:
      DBClusterIdentifier: orders
      Engine: aurora-mysql
      MasterUsername: app_admin
      ManageMasterUserPassword: true
  OrdersA:
    Type: AWS::RDS::DBInstance
    Properties:
      DBClusterIdentifier: !Ref Orders
      DBInstanceClass: db.r7g.large
      Engine: aurora-mysql
`,
};
