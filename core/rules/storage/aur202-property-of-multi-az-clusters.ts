import { isGiven } from '../../design/resource-graph.ts';
import * as limits from '../../facts/generated/limits.ts';
import { remove } from '../design-fix.ts';
import type { TemplateRule } from '../rule.ts';
import type { RulePage } from '../rule-page.ts';
import { ofNewResource } from '../template-fix.ts';

/** Where what a person wants is said for Aurora instead. */
const instead: Readonly<Record<string, string>> = {
  DBClusterInstanceClass: 'State DBInstanceClass on each instance.',
  PubliclyAccessible: 'State PubliclyAccessible on each instance.',
};

export const rule: TemplateRule = {
  id: 'AUR202',
  title: 'A property that only Multi-AZ DB clusters have',
  group: 'Storage',
  severity: 'error',
  facts: [limits.aurora_no_allocated_storage],
  check: (graph, report) => {
    for (const cluster of graph.clusters) {
      for (const name of limits.aurora_no_allocated_storage.value) {
        const value = cluster.property(name);
        if (!isGiven(value)) continue;
        const advice = instead[name] ?? 'Remove it: the volume grows by itself, and its speed is not bought apart.';
        const message = `${name} is for Multi-AZ DB clusters of MySQL and PostgreSQL; RDS answers that it is not supported for Aurora. ${advice}`;
        report(value.path, message, { at: 'key', fixes: [ofNewResource(remove(value.path))] });
      }
    }
  },
};

export const page: RulePage = {
  reason:
    'AWS::RDS::DBCluster stands for two products. Size, IOPS and class of the cluster as a whole belong to the other one, which has three instances with volumes of their own.',
  bad: `Resources:
  Orders:
    Type: AWS::RDS::DBCluster
    Properties:
      Engine: aurora-mysql
      AllocatedStorage: 100
#     ^^^^^^^^^^^^^^^^ AUR202 grows by itself
      MasterUsername: app_admin
      ManageMasterUserPassword: true
  OrdersA:
    Type: AWS::RDS::DBInstance
    Properties:
      DBClusterIdentifier: !Ref Orders
      DBInstanceClass: db.r7g.large
      Engine: aurora-mysql
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
