import { textOf } from '../../design/resource-graph.ts';
import * as limits from '../../facts/generated/limits.ts';
import { nearestName } from '../../text/nearest-name.ts';
import { setValue } from '../design-fix.ts';
import type { TemplateRule } from '../rule.ts';
import type { RulePage } from '../rule-page.ts';

const metrics: readonly string[] = limits.as_metrics.value;
const path = ['TargetTrackingScalingPolicyConfiguration', 'PredefinedMetricSpecification', 'PredefinedMetricType'];

export const rule: TemplateRule = {
  id: 'AUR808',
  title: 'A metric that readers of Aurora cannot be scaled by',
  group: 'Auto scaling of readers',
  severity: 'error',
  facts: [limits.as_metrics, limits.as_dimension],
  check: (graph, report) => {
    for (const policy of graph.ofType('AWS::ApplicationAutoScaling::ScalingPolicy')) {
      const target = graph.referredTo(policy.property('ScalingTargetId'));
      const dimension = [policy, target].map((holder) => holder && textOf(holder.property('ScalableDimension')));
      const value = policy.property(...path);
      const text = textOf(value);
      if (!dimension.includes(limits.as_dimension.value.ScalableDimension)) continue;
      if (text === undefined || metrics.includes(text)) continue;
      const meant = nearestName(text, metrics);
      const message = `${text} is no predefined metric of Aurora's readers. ${metrics.join(' and ')} are; anything else is a CustomizedMetricSpecification.`;
      // AWS may add metrics of RDS; those of other services it refuses here.
      const severity = text.startsWith('RDS') && meant === undefined ? 'warning' : 'error';
      const fixes = (meant === undefined ? metrics : [meant]).map((metric) => setValue(value.path, metric));
      report(value.path, message, { severity, fixes });
    }
  },
};

export const page: RulePage = {
  reason:
    'Application Auto Scaling knows a few metrics for each service. One of another service, or a misspelt one, is refused when the policy is created, after the cluster stands.',
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
  ByLoad:
    Type: AWS::ApplicationAutoScaling::ScalingPolicy
    Properties:
      PolicyName: by-load
      PolicyType: TargetTrackingScaling
      ScalingTargetId: !Ref Readers
      TargetTrackingScalingPolicyConfiguration:
        TargetValue: 60
        PredefinedMetricSpecification:
          PredefinedMetricType: ECSServiceAverageCPUUtilization
#                               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ AUR808 RDSReaderAverageCPUUtilization
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
  ByLoad:
    Type: AWS::ApplicationAutoScaling::ScalingPolicy
    Properties:
      PolicyName: by-load
      PolicyType: TargetTrackingScaling
      ScalingTargetId: !Ref Readers
      TargetTrackingScalingPolicyConfiguration:
        TargetValue: 60
        PredefinedMetricSpecification:
          PredefinedMetricType: RDSReaderAverageCPUUtilization
`,
};
