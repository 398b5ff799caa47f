import { itemsOf } from '../../design/resource-graph.ts';
import * as limits from '../../facts/generated/limits.ts';
import { clusterNamed } from '../cluster-of-instance.ts';
import { waitForInstances } from '../created-after-instances.ts';
import type { TemplateRule } from '../rule.ts';
import type { RulePage } from '../rule-page.ts';

export const rule: TemplateRule = {
  id: 'AUR1023',
  title: 'A proxy is given a cluster before there is an instance',
  group: 'Security, monitoring, integrations',
  severity: 'warning',
  facts: [limits.proxy_target_depends],
  check: (graph, report) => {
    for (const targets of graph.ofType('AWS::RDS::DBProxyTargetGroup')) {
      for (const named of itemsOf(targets.property('DBClusterIdentifiers')) ?? []) {
        const cluster = clusterNamed(graph, named);
        if (cluster === undefined) continue;
        const fixes = waitForInstances(graph, targets, cluster);
        if (fixes === undefined) continue;
        const message = `Nothing says that the instances of ${cluster.logicalId} come first, a reference to the cluster is not enough: the target group fails while the writer is not available yet. Let it depend on the instances.`;
        report(targets.path, message, { at: 'key', fixes });
      }
    }
  },
};

export const page: RulePage = {
  reason:
    'CloudFormation creates the target group as soon as the cluster is there, minutes before its writer. The proxy then finds an instance in an unsupported state, and the stack rolls back.',
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
  Targets:
# ^^^^^^^ AUR1023
    Type: AWS::RDS::DBProxyTargetGroup
    Properties:
      DBProxyName: !Ref Proxy
      TargetGroupName: default
      DBClusterIdentifiers: [!Ref Orders]
  Proxy:
    Type: AWS::RDS::DBProxy
    Properties:
      DBProxyName: orders
      EngineFamily: MYSQL
      RoleArn: arn:aws:iam::123456789012:role/orders-proxy
      Auth: [{ AuthScheme: SECRETS, SecretArn: !GetAtt Orders.MasterUserSecret.SecretArn }]
      VpcSubnetIds: [subnet-1, subnet-2]
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
  Targets:
    Type: AWS::RDS::DBProxyTargetGroup
    DependsOn: OrdersA
    Properties:
      DBProxyName: !Ref Proxy
      TargetGroupName: default
      DBClusterIdentifiers: [!Ref Orders]
  Proxy:
    Type: AWS::RDS::DBProxy
    Properties:
      DBProxyName: orders
      EngineFamily: MYSQL
      RoleArn: arn:aws:iam::123456789012:role/orders-proxy
      Auth: [{ AuthScheme: SECRETS, SecretArn: !GetAtt Orders.MasterUserSecret.SecretArn }]
      VpcSubnetIds: [subnet-1, subnet-2]
`,
};
