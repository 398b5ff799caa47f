import { describe, expect, test } from 'vitest';
import { describeTemplateCases, findingsOn, mendTemplate } from '../../testing/template-cases.ts';
import { instance, template } from '../../testing/template-texts.ts';

interface Target {
  readonly type?: string;
  readonly before?: string;
  readonly namespace?: string;
  readonly dimension?: string;
  readonly id?: string;
  readonly more?: string;
}

/** A target behind a cluster with one instance, with a marker line behind what is wrong. */
const scaled = (
  {
    type = 'ScalableTarget',
    before = '    DependsOn: A\n',
    namespace = 'rds',
    dimension = 'rds:cluster:ReadReplicaCount',
    id = 'cluster:shop',
    more = '',
  }: Target = {},
  { cluster = '', resources = instance('A') } = {},
) =>
  template(cluster, {
    sections: 'Parameters: { Name: { Type: String } }\n',
    resources: `${resources}  Readers:
    Type: AWS::ApplicationAutoScaling::${type}
${before}    Properties:
      ServiceNamespace: ${namespace}
      ScalableDimension: ${dimension}
      ResourceId: ${id}
${more}`,
  });

const marked = (key: string, value: string, start = 0) =>
  `${value}\n#${' '.repeat(6 + key.length + 1 + start)}${'^'.repeat(value.length - start)} AUR801`;

describeTemplateCases('AUR801', [
  ['as it has to be', scaled()],
  ['another namespace', scaled({ namespace: marked('ServiceNamespace', 'aurora') })],
  ['a namespace that is not known', scaled({ namespace: '!Ref Name' })],
  ['an id without cluster:', scaled({ id: marked('ResourceId', 'shop') })],
  ['an id that is none', scaled({ id: marked('ResourceId', 'cluster:-shop') })],
  ['an id made of the identifier', scaled({ id: '!Join [":", [cluster, !Ref Cluster]]' })],
  ['the identifier alone', scaled({ id: marked('ResourceId', '!Ref Cluster', 5) })],
  ['a parameter', scaled({ id: '!Ref Name' })],
  ['a reference to something else', scaled({ id: '!Ref A' })],
  ['a policy', scaled({ type: 'ScalingPolicy', namespace: marked('ServiceNamespace', 'ecs') })],
  ['another dimension of rds', scaled({ dimension: marked('ScalableDimension', 'rds:cluster:Storage') })],
  [
    'the dimension of another service',
    scaled({ dimension: marked('ScalableDimension', 'neptune:cluster:ReadReplicaCount') }),
  ],
  [
    'another service altogether',
    scaled({ namespace: 'ecs', dimension: 'ecs:service:DesiredCount', id: 'service/shop/web' }),
  ],
  ['another service of that namespace', scaled({ dimension: 'ecs:service:DesiredCount', id: 'service/shop/web' })],
  ['a dimension that is not known', scaled({ dimension: '!Ref Name' })],
  ['another dimension of what is not known', scaled({ dimension: 'rds:cluster:Storage', id: '!Ref Name' })],
  ['Neptune', scaled({ namespace: 'neptune', dimension: 'neptune:cluster:ReadReplicaCount' })],
]);

describe('AUR801', () => {
  test('says how sure it is of the dimension', () => {
    const severity = (dimension: string) =>
      findingsOn(scaled({ dimension })).find(({ rule }) => rule === 'AUR801')?.severity;
    expect(severity('rds:cluster:Storage')).toBe('warning');
    expect(severity('neptune:cluster:ReadReplicaCount')).toBe('error');
  });

  test.each<readonly [Target, string, Target]>([
    [{ namespace: 'aurora' }, 'Set ServiceNamespace to rds', {}],
    [{ id: 'shop' }, 'Set ResourceId to cluster:shop', {}],
    [{ dimension: 'rds:cluster:Storage' }, 'Set ScalableDimension to rds:cluster:ReadReplicaCount', {}],
    [{ id: '!Ref Cluster' }, 'Put cluster: before it', { id: `!Sub "cluster:\${Cluster}"` }],
  ])('mends %j: %s', (bad, title, good) => {
    expect(mendTemplate(scaled(bad), 'AUR801', title)).toBe(scaled(good));
  });

  test('has no mend for an id that cannot be one', () => {
    const [finding] = findingsOn(scaled({ id: '-shop' })).filter(({ rule }) => rule === 'AUR801');
    expect(finding?.fixes).toEqual([]);
  });
});

const named = '      DBClusterIdentifier: shop\n';
const early = (target: Target = {}, more: Parameters<typeof scaled>[1] = {}) =>
  scaled({ before: '', more: '      MinCapacity: 1\n', ...target }, { cluster: named, ...more });
const mark = (text: string) => text.replace('  Readers:\n', '  Readers:\n# ^^^^^^^ AUR810\n');

describeTemplateCases('AUR810', [
  ['by name', mark(early())],
  ['by reference', mark(early({ id: `!Sub "cluster:\${Cluster}"` }))],
  ['after an instance', scaled({}, { cluster: named })],
  [
    'after what follows an instance',
    early(
      { before: '    DependsOn: Last\n' },
      { resources: `${instance('A')}  Last:\n    Type: AWS::SNS::Topic\n    DependsOn: A\n` },
    ),
  ],
  ['after one of two instances', scaled({}, { cluster: named, resources: instance('A') + instance('B') })],
  ['without instances in the template', early({}, { resources: '' })],
  ['with the instances of another cluster', early({}, { resources: instance('A').replace('!Ref Cluster', 'other') })],
  ['of another cluster', early({ id: 'cluster:other' })],
  ['without a minimum', early({ more: '      MinCapacity: 0\n' })],
  ['a policy by itself', mark(early({ type: 'ScalingPolicy', more: '' }))],
  ['a policy of a target', early({ type: 'ScalingPolicy', more: '      ScalingTargetId: !Ref Other\n' })],
  ['another dimension', early({ dimension: 'ecs:service:DesiredCount' })],
]);

test('AUR810: the target waits for the instance that is created first, where that does not wait for the target', () => {
  const titles = (resources: string) =>
    findingsOn(early({}, { resources }))
      .find(({ rule }) => rule === 'AUR810')
      ?.fixes.map(({ title }) => title);
  expect(titles(instance('A').replace('    Properties', '    DependsOn: B\n    Properties') + instance('B'))).toEqual([
    'Add DependsOn B',
  ]);
  expect(titles(instance('A').replace('    Properties', '    DependsOn: Readers\n    Properties'))).toEqual([]);
});

const policy = (
  metric: string,
  {
    dimension,
    target = 'Readers',
    kind = 'PredefinedMetricType',
  }: { dimension?: string; target?: string; kind?: string } = {},
) =>
  `${scaled({ ...(dimension === undefined ? {} : { dimension }), more: '      MinCapacity: 1\n' }, { cluster: named })}  ByLoad:
    Type: AWS::ApplicationAutoScaling::ScalingPolicy
    Properties:
      ScalingTargetId: !Ref ${target}
      TargetTrackingScalingPolicyConfiguration:
        PredefinedMetricSpecification:
          ${kind}: ${metric}
`;

const metric = (text: string, message = '') =>
  `${text}\n#                               ${'^'.repeat(text.length)} AUR808 ${message}`;

describeTemplateCases('AUR808', [
  ['by CPU', policy('RDSReaderAverageCPUUtilization')],
  ['by connections', policy('RDSReaderAverageDatabaseConnections')],
  [
    'a metric of another service',
    policy(
      metric('ALBRequestCountPerTarget', 'RDSReaderAverageCPUUtilization and RDSReaderAverageDatabaseConnections'),
    ),
  ],
  ['a metric that is not known', policy('!Ref Name')],
  ['a policy of another service', policy('ALBRequestCountPerTarget', { dimension: 'ecs:service:DesiredCount' })],
  ['a target of another template', policy('ALBRequestCountPerTarget', { target: 'Name' })],
  ['a metric of its own', policy('ALBRequestCountPerTarget', { kind: 'Other' })],
]);

test('AUR808: a slip is mended; a metric of RDS that nobody knows may be new', () => {
  expect(mendTemplate(policy('RDSReaderAverageCpuUtilisation'), 'AUR808')).toBe(
    policy('RDSReaderAverageCPUUtilization'),
  );
  const fixes = findingsOn(policy('ALBRequestCountPerTarget')).find(({ rule }) => rule === 'AUR808')?.fixes;
  expect(fixes?.map(({ title }) => title)).toEqual([
    'Set PredefinedMetricType to RDSReaderAverageCPUUtilization',
    'Set PredefinedMetricType to RDSReaderAverageDatabaseConnections',
  ]);
  const severityOf = (name: string) => findingsOn(policy(name)).find(({ rule }) => rule === 'AUR808')?.severity;
  expect(severityOf('RDSReaderAverageCpuUtilisation')).toBe('error');
  expect(severityOf('RDSWriterQueueDepthAndMuchElse')).toBe('warning');
  expect(severityOf('ALBRequestCountPerTarget')).toBe('error');
});

test('AUR808: the dimension may stand on the policy itself', () => {
  const own = scaled(
    {
      type: 'ScalingPolicy',
      before: '',
      more: `      TargetTrackingScalingPolicyConfiguration:
        PredefinedMetricSpecification: { PredefinedMetricType: ALBRequestCountPerTarget }
`,
    },
    { cluster: named },
  );
  expect(findingsOn(own).map(({ rule }) => rule)).toContain('AUR808');
});
