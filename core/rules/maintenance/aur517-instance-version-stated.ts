import { areEqual } from '../../design/resource-graph.ts';
import * as limits from '../../facts/generated/limits.ts';
import { clusterOf } from '../cluster-of-instance.ts';
import { remove } from '../design-fix.ts';
import type { TemplateRule } from '../rule.ts';
import type { RulePage } from '../rule-page.ts';

export const rule: TemplateRule = {
  id: 'AUR517',
  title: 'An instance repeats the engine version of its cluster',
  group: 'Maintenance and lifecycle',
  severity: 'info',
  facts: [limits.instance_engine_version_trap],
  check: (graph, report) => {
    for (const instance of graph.instances) {
      const version = instance.property('EngineVersion');
      const cluster = clusterOf(graph, instance);
      if (cluster === undefined || !areEqual(version, cluster.property('EngineVersion'))) continue;
      const message =
        'EngineVersion repeats what the cluster says: AWS accepts it, and an upgrade that changes both in one update of the stack has failed. Remove it; an instance has the version of its cluster.';
      report(version.path, message, { at: 'key', fixes: [remove(version.path)] });
    }
  },
};

export const page: RulePage = {
  reason:
    'An upgrade is asked of the cluster. CloudFormation asks it of the instance too when the version stands there, and RDS refuses that: "Modify the DB engine version for the DB Cluster using the ModifyDbCluster API".',
  bad: `Resources:
  Orders:
    Type: AWS::RDS::DBCluster
    Properties:
      Engine: aurora-postgresql
      EngineVersion: "17.9"
      Port: 5432
      MasterUsername: app_admin
      ManageMasterUserPassword: true
  OrdersA:
    Type: AWS::RDS::DBInstance
    Properties:
      DBClusterIdentifier: !Ref Orders
      DBInstanceClass: db.r7g.large
      Engine: aurora-postgresql
      EngineVersion: "17.9"
#     ^^^^^^^^^^^^^ AUR517
`,
  good: `Resources:
  Orders:
    Type: AWS::RDS::DBCluster
    Properties:
      Engine: aurora-postgresql
      EngineVersion: "17.9"
      Port: 5432
      MasterUsername: app_admin
      ManageMasterUserPassword: true
  OrdersA:
    Type: AWS::RDS::DBInstance
    Properties:
      DBClusterIdentifier: !Ref Orders
      DBInstanceClass: db.r7g.large
      Engine: aurora-postgresql
`,
};
