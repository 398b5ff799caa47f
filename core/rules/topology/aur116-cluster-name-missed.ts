import { distance } from 'fastest-levenshtein';
import { type GraphResource, type ResourceGraph, textOf } from '../../design/resource-graph.ts';
import * as limits from '../../facts/generated/limits.ts';
import type { TemplateRule } from '../rule.ts';
import type { RulePage } from '../rule-page.ts';
import { ofNewResource } from '../template-fix.ts';

export const rule: TemplateRule = {
  id: 'AUR116',
  title: 'An instance nearly names a cluster of the template',
  group: 'Topology',
  severity: 'warning',
  facts: [limits.cluster_identifier],
  check: (graph, report) => {
    for (const instance of graph.instances) {
      const named = instance.property('DBClusterIdentifier');
      if (graph.clusters.some((cluster) => graph.names(named, cluster) !== false)) continue;
      const name = textOf(named) ?? '';
      const meant = clusterMeantBy(name, graph);
      if (meant === undefined) continue;
      const message = `DBClusterIdentifier is "${name}", and the template has the cluster ${meant.logicalId}: CloudFormation passes the word on as it is, and the instance is refused or joins another cluster. Did you mean !Ref ${meant.logicalId}?`;
      const edit = { kind: 'set', path: named.path, value: { Ref: meant.logicalId } } as const;
      report(named.path, message, {
        fixes: [ofNewResource({ title: `Refer to ${meant.logicalId}`, edits: [edit] })],
      });
    }
  },
};

/** The cluster that a name can only be a slip for: its logical id without Ref, or an identifier one or two letters off. */
function clusterMeantBy(name: string, { clusters }: ResourceGraph): GraphResource | undefined {
  const near = clusters.filter((cluster) => {
    const identifier = textOf(cluster.property('DBClusterIdentifier')) ?? '';
    return cluster.logicalId === name || isSlip(name.toLowerCase(), identifier.toLowerCase());
  });
  return near.length === 1 ? near[0] : undefined;
}

/** Most letters by which a slip differs. */
const farthest = 2;

/** Shorter names differ by two letters from too many others. */
const shortest = 6;

/** Whether two names differ by a slip of the fingers; another number is no slip, it is another cluster. */
function isSlip(name: string, identifier: string): boolean {
  const digitsOf = (text: string) => text.replace(/\D/g, '');
  if (Math.min(name.length, identifier.length) < shortest || digitsOf(name) !== digitsOf(identifier)) return false;
  return distance(name, identifier) <= farthest;
}

export const page: RulePage = {
  reason:
    'A literal may name a cluster that stands elsewhere, so that nothing checks it before the deployment; one that is a letter off its own template never does.',
  bad: `Resources:
  Orders:
    Type: AWS::RDS::DBCluster
    Properties:
      DBClusterIdentifier: orders-production
      Engine: aurora-mysql
      MasterUsername: app_admin
      ManageMasterUserPassword: true
  OrdersA:
    Type: AWS::RDS::DBInstance
    Properties:
      DBClusterIdentifier: order-production
#                          ^^^^^^^^^^^^^^^^ AUR116
      DBInstanceClass: db.r7g.large
      Engine: aurora-mysql
`,
  good: `Resources:
  Orders:
    Type: AWS::RDS::DBCluster
    Properties:
      DBClusterIdentifier: orders-production
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
