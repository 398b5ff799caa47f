import { numberOf } from '../../design/resource-graph.ts';
import * as limits from '../../facts/generated/limits.ts';
import { waitForInstances } from '../created-after-instances.ts';
import type { TemplateRule } from '../rule.ts';
import type { RulePage } from '../rule-page.ts';
import { hasTarget, scaledCluster, scalingTypes } from './scaling-resources.ts';

export const rule: TemplateRule = {
  id: 'AUR810',
  title: 'Auto scaling is registered before there is an instance',
  group: 'Auto scaling of readers',
  severity: 'warning',
  facts: [limits.as_needs_available_cluster],
  check: (graph, report) => {
    for (const resource of scalingTypes.flatMap((type) => graph.ofType(type))) {
      const cluster = scaledCluster(graph, resource);
      const hasNoMinimum = numberOf(resource.property('MinCapacity')) === 0;
      if (cluster === undefined || hasTarget(resource) || hasNoMinimum) continue;
      const fixes = waitForInstances(graph, resource, cluster);
      if (fixes === undefined) continue;
      const message = `Nothing says that the instances of ${cluster.logicalId} come first, a reference to the cluster is not enough: registered before the first instance, auto scaling never adds the readers of MinCapacity. Let it depend on the instances.`;
      report(resource.path, message, { at: 'key', fixes });
    }
  },
};

export const page: RulePage = {
  reason:
    'CloudFormation creates the target as soon as the cluster is there. Auto scaling looks at the cluster once, finds no writer and gives up; nothing fails, and the readers never come.',
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
  OrdersB:
    Type: AWS::RDS::DBInstance
    Properties:
      DBClusterIdentifier: !Ref Orders
      DBInstanceClass: db.r7g.large
      Engine: aurora-mysql
  Readers:
# ^^^^^^^ AUR810
    Type: AWS::ApplicationAutoScaling::ScalableTarget
    Properties:
      ServiceNamespace: rds
      ScalableDimension: rds:cluster:ReadReplicaCount
      ResourceId: !Sub "cluster:\${Orders}"
      MinCapacity: 1
      MaxCapacity: 4
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
  OrdersB:
    Type: AWS::RDS::DBInstance
    Properties:
      DBClusterIdentifier: !Ref Orders
      DBInstanceClass: db.r7g.large
      Engine: aurora-mysql
  Readers:
    Type: AWS::ApplicationAutoScaling::ScalableTarget
    DependsOn: [OrdersA, OrdersB]
    Properties:
      ServiceNamespace: rds
      ScalableDimension: rds:cluster:ReadReplicaCount
      ResourceId: !Sub "cluster:\${Orders}"
      MinCapacity: 1
      MaxCapacity: 4
`,
};
