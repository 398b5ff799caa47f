import { describe, expect, test } from 'vitest';
import { checkTemplate } from '../../../rules/check-template.ts';
import { template } from '../../../testing/template-texts.ts';
import { known } from '../../node.ts';
import { readTemplate } from '../template.ts';

const target = (resourceId = `!Sub "cluster:\${Cluster}"`, dimension = 'rds:cluster:ReadReplicaCount') => `  Target:
    Type: AWS::ApplicationAutoScaling::ScalableTarget
    Properties: { ServiceNamespace: rds, ScalableDimension: "${dimension}", ResourceId: ${resourceId}, MinCapacity: 1, MaxCapacity: 4 }
`;

const policy = (name: string, metric: string, of = 'ScalingTargetId: !Ref Target') => `  ${name}:
    Type: AWS::ApplicationAutoScaling::ScalingPolicy
    Properties:
      PolicyType: TargetTrackingScaling
      ${of}
      TargetTrackingScalingPolicyConfiguration:
        TargetValue: 60
        PredefinedMetricSpecification: { PredefinedMetricType: ${metric} }
`;

const load = 'RDSReaderAverageCPUUtilization';
const connections = 'RDSReaderAverageDatabaseConnections';

const read = (resources: string, properties = '') => readTemplate(template(properties, { resources })) ?? expect.fail();
const scalingOf = (resources: string, properties = '') =>
  read(resources, properties).clusters[0]?.designs[0]?.design.primary.autoScaling ?? expect.fail();

describe('the target of a cluster', () => {
  test.each([
    ['by Sub', `!Sub "cluster:\${Cluster}"`, ''],
    ['by Join', '!Join [":", [cluster, !Ref Cluster]]', ''],
    ['by its identifier', 'cluster:shop', '      DBClusterIdentifier: Shop\n'],
    [
      'by the same expression',
      `!Sub "cluster:\${AWS::StackName}-db"`,
      `      DBClusterIdentifier: !Sub "\${AWS::StackName}-db"\n`,
    ],
  ])('is found %s', (_, resourceId, properties) => {
    expect(known(scalingOf(target(resourceId), properties).maxCapacity)).toBe(4);
  });

  test.each([
    ['of another cluster', 'cluster:store', 'rds:cluster:ReadReplicaCount'],
    ['of another kind', `!Sub "cluster:\${Cluster}"`, 'rds:cluster:Capacity'],
  ])('is none %s', (_, resourceId, dimension) => {
    expect(scalingOf(target(resourceId, dimension), '      DBClusterIdentifier: shop\n').presence).toBe('absent');
  });
});

describe('the policies of a target', () => {
  test('the first stands with the target, the others behind it', () => {
    const scaling = scalingOf(target() + policy('One', load) + policy('Two', connections));
    expect([known(scaling.metric), known(scaling.targetValue)]).toEqual([load, 60]);
    expect(scaling.policies.items.map(({ metric }) => known(metric))).toEqual([connections]);
  });

  test('are found by the cluster too, and those of other targets are not', () => {
    const own = `ResourceId: !Sub "cluster:\${Cluster}"\n      ScalableDimension: rds:cluster:ReadReplicaCount`;
    const scaling = scalingOf(
      target() + policy('One', connections, own) + policy('Two', load, 'ScalingTargetId: !Ref Other'),
    );
    expect([known(scaling.metric), scaling.policies.items.length]).toEqual([connections, 0]);
  });

  test('two of them cannot hold one metric', () => {
    const twice = read(target() + policy('One', load) + policy('Two', connections) + policy('Three', load));
    const findings = checkTemplate(twice).filter(({ rule }) => rule === 'AUR804');
    expect(findings.map(({ severity, path }) => [severity, path])).toEqual([
      [
        'error',
        'Resources.Three.Properties.TargetTrackingScalingPolicyConfiguration.PredefinedMetricSpecification.PredefinedMetricType',
      ],
    ]);
  });
});
