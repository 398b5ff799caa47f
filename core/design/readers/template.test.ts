import { describe, expect, test } from 'vitest';
import { asJson, instance, template } from '../../testing/template-texts.ts';
import { known } from '../node.ts';
import { formatPath } from '../path.ts';
import { readTemplate } from './template.ts';

const designsOf = (text: string) => readTemplate(text)?.clusters.flatMap(({ designs }) => designs) ?? [];

function primaryOf(text: string) {
  const [only, ...others] = designsOf(text);
  if (only === undefined || others.length > 0) throw new Error(`expected one design in\n${text}`);
  return only.design.primary;
}

const sections = `Parameters:
  Port: { Type: Number, Default: 3307 }
  NoDefault: { Type: String }
  Empty: { Type: String, Default: "" }
  Name: { Type: String, Default: shop }
  InStore: { Type: "AWS::SSM::Parameter::Value<String>", Default: /shop/name }
  Zones: { Type: CommaDelimitedList, Default: "us-east-1a, us-east-1b" }
Mappings:
  Sizes:
    small: { Name: little, Zones: [us-east-1c] }
`;

describe('text', () => {
  test.each([
    ['a literal', 'orders', 'orders'],
    ['a number', '17', '17'],
    ['Ref to a parameter', '!Ref Name', 'shop'],
    ['Ref in its long form', '{ Ref: Name }', 'shop'],
    ['Sub', `!Sub "\${Name}-db"`, 'shop-db'],
    ['Sub with names of its own', `!Sub ["\${Name}-\${Own}", { Own: !Ref Port }]`, 'shop-3307'],
    ['Sub with a literal dollar', `!Sub "\${!Name}"`, `\${Name}`],
    ['Join', '!Join ["-", [a, !Ref Name, b]]', 'a-shop-b'],
    ['Join over a list that is a parameter', '!Join ["+", !Ref Zones]', 'us-east-1a+us-east-1b'],
    ['Select', '!Select [1, [a, b]]', 'b'],
    ['Select from a Split', '!Select [0, !Split [",", "x,y"]]', 'x'],
    ['FindInMap', '!FindInMap [Sizes, small, Name]', 'little'],
    ['FindInMap with a DefaultValue', '!FindInMap [Sizes, large, Name, { DefaultValue: none }]', 'none'],
    ['a parameter without Default', '!Ref NoDefault', undefined],
    ['a parameter with an empty Default', '!Ref Empty', undefined],
    ['a name in Parameter Store', '!Ref InStore', undefined],
    ['a pseudo-parameter', '!Ref AWS::StackName', undefined],
    ['an attribute', '!GetAtt Other.Arn', undefined],
    ['Sub with something unknown', `!Sub "\${AWS::StackName}-db"`, undefined],
    ['an import', '!ImportValue shared', undefined],
    ['a missing map', '!FindInMap [Sizes, large, Name]', undefined],
    ['a resolve reference', '"{{resolve:ssm:name}}"', undefined],
    ['a variable of another tool', `"\${self:custom.name}"`, undefined],
    ['a macro', '{ "Fn::Transform": { Name: Mine } }', undefined],
    ['a function that is none', '!Nonsense x', undefined],
    ['a list', '[a]', undefined],
  ])('%s', (_, expression, expected) => {
    const text = template(`      DBClusterIdentifier: ${expression}\n`, { sections });
    for (const form of [text, asJson(text)]) {
      const { clusterIdentifier } = primaryOf(form);
      expect(clusterIdentifier.presence).toBe(expected === undefined ? 'unknown' : 'known');
      expect(known(clusterIdentifier)).toBe(expected);
    }
  });
});

describe('other types', () => {
  test('numbers and truth values stand as text too', () => {
    const cluster = primaryOf(
      template('      Port: "3307"\n      DeletionProtection: "True"\n      StorageEncrypted: yes\n'),
    );
    expect(known(cluster.port)).toBe(3307);
    expect(known(cluster.deletionProtection)).toBe(true);
    expect(cluster.storageEncrypted.presence).toBe('unknown');
  });

  test('lists come from a parameter, a mapping or several expressions, without what is NoValue', () => {
    const zones = (expression: string) =>
      primaryOf(template(`      AvailabilityZones: ${expression}\n`, { sections })).availabilityZones;
    expect(zones('!Ref Zones').items.map(known)).toEqual(['us-east-1a', 'us-east-1b']);
    expect(zones('!FindInMap [Sizes, small, Zones]').items.map(known)).toEqual(['us-east-1c']);
    expect(zones('[us-east-1a, !Ref AWS::NoValue, !Ref NoDefault]').items.map(known)).toEqual([
      'us-east-1a',
      undefined,
    ]);
    expect(zones('!GetAZs ""').presence).toBe('unknown');
  });

  test('groups keep their own names', () => {
    const { serverlessV2ScalingConfiguration: scaling } = primaryOf(
      template('      ServerlessV2ScalingConfiguration: { MinCapacity: "0.5", MaxCapacity: 8 }\n'),
    );
    expect([known(scaling.minCapacity), known(scaling.maxCapacity)]).toEqual([0.5, 8]);
  });

  test('AWS::NoValue is as if nothing stood there', () => {
    expect(primaryOf(template('      Port: !Ref AWS::NoValue\n')).port.presence).toBe('absent');
  });
});

describe('resources around the cluster', () => {
  test('instances belong by Ref, by GetAtt or by the same identifier', () => {
    const cluster = primaryOf(
      template(`      DBClusterIdentifier: !Sub "\${AWS::StackName}-db"\n`, {
        resources: [
          instance('ByRef'),
          instance('ByAttribute').replace('!Ref Cluster', '!GetAtt Cluster.Endpoint.Address'),
          instance('ByName').replace('!Ref Cluster', `!Sub "\${AWS::StackName}-db"`),
          instance('OfAnother').replace('!Ref Cluster', '!Ref Other').replace('large', 'xlarge'),
          '  Other:\n    Type: AWS::RDS::DBCluster\n    Properties: { Engine: mysql }\n',
        ].join(''),
      }),
    );
    expect(cluster.instances.items.map(({ class: name }) => known(name))).toEqual([
      'db.r7g.large',
      'db.r7g.large',
      'db.r7g.large',
    ]);
    expect(cluster.instances.items[0]?.id.presence).toBe('unknown');
  });

  test('instances stand in the order in which they are created', () => {
    const dependent = (name: string, on: string) =>
      instance(name, `      PromotionTier: ${name.length}\n`).replace(
        '    Properties',
        `    DependsOn: ${on}\n    Properties`,
      );
    const resources =
      dependent('Aaa', '[Bb]') + dependent('Bb', 'C') + dependent('C', 'Cluster') + dependent('Ring', 'Ring');
    const { items } = primaryOf(template('', { resources })).instances;
    expect(items.map(({ promotionTier }) => known(promotionTier))).toEqual([1, 2, 3, 4]);
  });

  test('an instance that may belong makes the list unknown', () => {
    const text = template('', { resources: instance('A').replace('!Ref Cluster', '!Ref NoDefault'), sections });
    expect(primaryOf(text).instances.presence).toBe('unknown');
  });

  test('parameters, subnets, tags, roles and auto scaling are found', () => {
    const cluster = designsOf(
      template(
        `      DBClusterParameterGroupName: !Ref Group
      DBSubnetGroupName: !Ref Subnets
      Tags: [{ Key: team, Value: shop }]
      AssociatedRoles: [{ FeatureName: Comprehend, RoleArn: "arn:aws:iam::123456789012:role/c" }]
`,
        {
          resources: `  Group:
    Type: AWS::RDS::DBClusterParameterGroup
    Properties: { Family: aurora-mysql8.0, Description: ours, Parameters: { time_zone: UTC } }
  Subnets:
    Type: AWS::RDS::DBSubnetGroup
    Properties: { SubnetIds: [!Ref SubnetA, subnet-1], DBSubnetGroupDescription: ours }
  SubnetA:
    Type: AWS::EC2::Subnet
    Properties: { AvailabilityZone: us-east-1a }
  Target:
    Type: AWS::ApplicationAutoScaling::ScalableTarget
    Properties: { ResourceId: !Sub "cluster:\${Cluster}", ScalableDimension: rds:cluster:ReadReplicaCount, MinCapacity: 1, MaxCapacity: 3 }
  Policy:
    Type: AWS::ApplicationAutoScaling::ScalingPolicy
    Properties:
      ScalingTargetId: !Ref Target
      TargetTrackingScalingPolicyConfiguration:
        TargetValue: 60
        PredefinedMetricSpecification: { PredefinedMetricType: RDSReaderAverageCPUUtilization }
`,
        },
      ),
    )[0]?.design;
    const { parameters, subnets, tags, autoScaling } = cluster?.primary ?? {};
    expect(parameters?.entries.map(({ key, node }) => [key, known(node)])).toEqual([['time_zone', 'UTC']]);
    expect(subnets?.items.map(({ availabilityZone }) => known(availabilityZone))).toEqual(['us-east-1a', undefined]);
    expect(tags?.entries.map(({ key, node }) => [key, known(node)])).toEqual([['team', 'shop']]);
    expect(autoScaling && [known(autoScaling.maxCapacity), known(autoScaling.targetValue)]).toEqual([3, 60]);
    expect(autoScaling && known(autoScaling.metric)).toBe('RDSReaderAverageCPUUtilization');
    expect(cluster?.machineLearning.items.map(({ service }) => known(service))).toEqual(['Comprehend']);
  });

  test('the Region is that of an AZ that is written out, and otherwise unknown', () => {
    const zone = (name: string) => instance('A', `      AvailabilityZone: ${name}\n`);
    expect(known(primaryOf(template('', { resources: zone('eu-west-1a') })).region)).toBe('eu-west-1');
    expect(primaryOf(template('', { resources: zone('!Select [0, !GetAZs ""]') })).region.presence).toBe('unknown');
    expect(primaryOf(template('      AvailabilityZones: !Ref Zones\n', { sections })).region.presence).toBe('unknown');
  });

  test('a member of a global database that stands elsewhere is a secondary', () => {
    const [read] = designsOf(
      template('      GlobalClusterIdentifier: !Ref NoDefault\n', { sections, credentials: '' }),
    );
    expect(read?.design.primary.presence).toBe('unknown');
    expect(read?.design.secondaries.items.length).toBe(1);
    expect(formatPath(read?.originOf(['secondaries', 0, 'port']).path ?? [])).toBe('Resources.Cluster.Properties.Port');
  });
});

describe('a restored cluster', () => {
  test('comes from what CloudFormation restores it from', () => {
    const originOf = (properties: string) => primaryOf(template(properties)).origin;
    const source = '      SourceDBClusterIdentifier: shop\n';
    const both = originOf(`${source}      SnapshotIdentifier: before\n`);
    expect([both.snapshot.presence, both.pointInTime.presence]).toEqual(['absent', 'known']);
    expect(originOf(`${source}      RestoreType: copy-on-write\n`).clone.presence).toBe('known');
    expect(originOf(`${source}      RestoreType: !Ref Type\n`).clone.presence).toBe('unknown');
    const latest = originOf(
      `${source}      UseLatestRestorableTime: "true"\n      RestoreToTime: 2026-11-01T00:00:00Z\n`,
    );
    expect(latest.pointInTime.restoreToTime.presence).toBe('absent');
    expect(originOf('').presence).toBe('absent');
  });

  test('has what is left out of the restore from elsewhere', () => {
    const own = '      MasterUsername: "1"\n      StorageEncrypted: false\n      ReplicationSourceIdentifier: shop\n';
    const [fresh] = designsOf(template(own, { credentials: '' }));
    const [restored] = designsOf(template(`${own}      SnapshotIdentifier: before\n`, { credentials: '' }));
    expect([fresh?.design.masterUsername.presence, fresh?.design.primary.presence]).toEqual(['known', 'unknown']);
    expect([restored?.design.masterUsername.presence, restored?.design.primary.presence]).toEqual(['unknown', 'known']);
    expect(restored?.design.primary.storageEncrypted.presence).toBe('unknown');
  });
});

describe('conditions', () => {
  const conditions = `Parameters:
  Stage: { Type: String, Default: dev, AllowedValues: [dev, test, prod] }
  Snapshot: { Type: String, Default: "" }
Conditions:
  IsProd: !Equals [!Ref Stage, prod]
  IsDev: !Equals [dev, !Ref Stage]
  HasSnapshot: !Not [!Equals [!Ref Snapshot, ""]]
  Both: !And [!Condition IsProd, Condition: HasSnapshot]
`;
  const casesOf = (properties: string, resources = '') =>
    designsOf(template(properties, { sections: conditions, resources }));

  test('each case that differs is one design', () => {
    const designs = casesOf('      Port: !If [IsProd, 3306, !Ref AWS::NoValue]\n');
    expect(designs.map(({ design }) => known(design.primary.port)).sort()).toEqual([3306, undefined]);
  });

  test('conditions over the same parameter never hold together', () => {
    const designs = casesOf(
      '      Port: !If [IsProd, 1, !If [IsDev, 2, 3]]\n      BacktrackWindow: !If [IsDev, 0, 1]\n',
    );
    const values = designs.map(({ design: { primary } }) => [known(primary.port), known(primary.backtrackWindow)]);
    expect(values.sort()).toEqual([
      [1, 1],
      [2, 0],
      [3, 1],
    ]);
  });

  test('a condition over others follows from them', () => {
    const designs = casesOf('      Port: !If [Both, 1, !If [IsProd, 2, !If [HasSnapshot, 3, 4]]]\n');
    expect(designs.map(({ design }) => known(design.primary.port)).sort()).toEqual([1, 2, 3, 4]);
  });

  test('a parameter has the value that its condition asks for', () => {
    const designs = casesOf(`      Port: !If [IsProd, 1, 2]\n      DBClusterIdentifier: !Sub "db-\${Stage}"\n`);
    const values = designs.map(({ design: { primary } }) => [known(primary.port), known(primary.clusterIdentifier)]);
    expect(values.sort()).toEqual([
      [1, 'db-prod'],
      [2, 'db-dev'],
    ]);
  });

  test('a truth value is the same word in any spelling', () => {
    const own = `Parameters:
  On: { Type: String, Default: True, AllowedValues: [True, False] }
Conditions:
  IsOn: !Equals [!Ref On, true]
`;
    const designs = designsOf(template('      Port: !If [IsOn, 1, 2]\n', { sections: own }));
    expect(designs.map(({ design }) => known(design.primary.port)).sort()).toEqual([1, 2]);
  });

  test('a resource exists where its condition holds', () => {
    const designs = casesOf('', instance('Reader', '', 'IsProd'));
    expect(designs.map(({ design }) => design.primary.instances.items.length).sort()).toEqual([0, 1]);
  });

  test('beyond twelve conditions what stands under them is unknown', () => {
    const many = Array.from({ length: 13 }, (_, index) => `C${index}`);
    const sections = `Parameters:\n${many.map((name) => `  P${name}: { Type: String }\n`).join('')}Conditions:\n${many
      .map((name) => `  ${name}: !Equals [!Ref P${name}, "x"]\n`)
      .join('')}`;
    const parameters = many.map((name) => `!If [${name}, a, b]`).join(', ');
    const text = template(`      Port: !If [C0, 1, 2]\n      VpcSecurityGroupIds: [${parameters}]\n`, { sections });
    expect(primaryOf(text).port.presence).toBe('unknown');
  });

  test('values that are given decide', () => {
    const text = template('      Port: !If [IsProd, 1, 2]\n', { sections: conditions });
    const clusters = readTemplate(text, new Map([['Stage', 'prod']]))?.clusters;
    expect(clusters?.[0]?.designs.map(({ design }) => known(design.primary.port))).toEqual([1]);
  });
});

describe('silence', () => {
  test.each([
    ['RDS MySQL', 'Resources:\n  Db:\n    Type: AWS::RDS::DBInstance\n    Properties: { Engine: mysql }\n'],
    ['a Multi-AZ DB cluster', template('').replace('aurora-mysql', 'mysql')],
    [
      'a Multi-AZ DB cluster whose engine is a parameter',
      template('      AllocatedStorage: 100\n').replace('aurora-mysql', '!Ref Engine'),
    ],
    ['DocumentDB', template('').replace('AWS::RDS::DBCluster', 'AWS::DocDB::DBCluster')],
    ['Neptune', template('').replace('AWS::RDS::DBCluster', 'AWS::Neptune::DBCluster')],
    ['Kubernetes', 'apiVersion: v1\nkind: ConfigMap\ndata: { type: "AWS::RDS::DBCluster" }\n---\nkind: Resources\n'],
    ['prose', 'Resources: one\nAWS::RDS::DBCluster: is a type'],
    ['nothing', ''],
  ])('%s gives no design', (_, text) => {
    expect(readTemplate(text)).toBeUndefined();
  });

  test('in markup, loops, macros and broken text nothing is certainly absent', () => {
    const texts = [
      template('{{- if .Port}}\n      Port: 3306\n{{- end}}\n'.replaceAll('{{', '# {{')),
      template('', { resources: '  "Fn::ForEach::Readers": [N, !Ref Names, {}]\n' }),
      template('', { sections: 'Transform: [Mine]\n' }),
      template('      Tags: [\n'),
    ];
    for (const text of texts) {
      const [read] = designsOf(text);
      expect(read?.design.primary.deletionProtection.presence ?? 'unknown', text).toBe('unknown');
      expect(read?.design.primary.instances.presence ?? 'unknown', text).toBe('unknown');
    }
  });

  test('a module may hold anything', () => {
    const cluster = primaryOf(template('', { resources: '  More: { Type: "Our::Readers::Rds::MODULE" }\n' }));
    expect(cluster.instances.presence).toBe('unknown');
  });

  test('SAM adds no database', () => {
    const cluster = primaryOf(template('', { sections: 'Transform: AWS::Serverless-2016-10-31\n' }));
    expect(cluster.deletionProtection.presence).toBe('absent');
  });
});
