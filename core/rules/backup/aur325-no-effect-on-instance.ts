import { type GraphResource, isGiven, type ResourceGraph, truthOf } from '../../design/resource-graph.ts';
import * as limits from '../../facts/generated/limits.ts';
import { clusterOf } from '../cluster-of-instance.ts';
import { remove } from '../design-fix.ts';
import type { TemplateRule } from '../rule.ts';
import type { RulePage } from '../rule-page.ts';

export const rule: TemplateRule = {
  id: 'AUR325',
  title: 'An Aurora instance states what only its cluster decides',
  group: 'Backup and restore',
  severity: 'info',
  facts: [limits.backup_retention_instance_level, limits.encrypted_replica_match],
  check: (graph, report) => {
    for (const instance of graph.instances) {
      for (const name of limits.backup_retention_instance_level.without_effect) {
        const value = instance.property(name);
        if (!isGiven(value)) continue;
        const message = `${name} has no effect on an Aurora instance: the cluster decides it for all. ${says(graph, instance, name)}`;
        report(value.path, message, { at: 'key', fixes: [remove(value.path)] });
      }
    }
  },
};

function says(graph: ResourceGraph, instance: GraphResource, name: string): string {
  if (name === 'MultiAZ') return 'What keeps the cluster available is a reader in another AZ.';
  const cluster = clusterOf(graph, instance);
  const decided = cluster && truthOf(cluster.property(name));
  if (decided !== undefined && decided !== truthOf(instance.property(name))) {
    return `The cluster says ${decided}, and that is what holds.`;
  }
  return 'State it on the cluster, or remove it.';
}

export const page: RulePage = {
  reason:
    'AWS takes the property and does nothing with it. Whoever reads DeletionProtection or MultiAZ on the instance believes that the database is protected.',
  bad: `Resources:
  Orders:
    Type: AWS::RDS::DBCluster
    Properties:
      Engine: aurora-mysql
      MasterUsername: app_admin
      ManageMasterUserPassword: true
  OrdersA:
    Type: AWS::RDS::DBInstance
    Properties:
      DBClusterIdentifier: !Ref Orders
      DBInstanceClass: db.r7g.large
      Engine: aurora-mysql
      MultiAZ: true
#     ^^^^^^^ AUR325 a reader in another AZ
`,
  good: `Resources:
  Orders:
    Type: AWS::RDS::DBCluster
    Properties:
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
