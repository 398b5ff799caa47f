import { describe, expect, test } from 'vitest';
import { choose, completeAt, labelsAt } from '../../testing/marked-template.ts';
import { cluster, instance, resource, template } from '../../testing/orders-template.ts';
import { asJson } from '../../testing/template-texts.ts';
import { completeTemplate } from './complete-template.ts';

describe('keys', () => {
  test('the properties that are missing, the most important first', () => {
    const items = completeAt(cluster('DeletionProtection: true\n      $0'));
    expect(items.slice(0, 4).map(({ label }) => label)).toEqual([
      'DBClusterIdentifier',
      'DatabaseName',
      'MasterUsername',
      'MasterUserPassword',
    ]);
    expect(items.map(({ label }) => label)).not.toContain('DeletionProtection');
    expect([...items].sort((a, b) => (a.sortText < b.sortText ? -1 : 1))).toEqual(items);
  });

  test('what they are for, what a change does, what the version takes', () => {
    const about = (marked: string, key: string) => completeAt(marked).find(({ label }) => label === key)?.documentation;
    expect(about(cluster('$0'), 'AvailabilityZones')).toContain('The AZs that hold the six copies of the volume.');
    expect(about(cluster('$0'), 'AvailabilityZones')).toContain('A change **replaces** the resource.');
    expect(about(cluster('$0'), 'BackupRetentionPeriod')).toContain('A change is made in place.');
    expect(about(cluster('$0'), 'EnableHttpEndpoint')).toContain('Aurora PostgreSQL 16.9 has it.');
    expect(about(cluster('ServerlessV2ScalingConfiguration:\n        $0'), 'MinCapacity')).toContain(
      'Version 16.9 takes 0 to 256 ACU',
    );
  });

  test.each([
    ['half a word', cluster('Back$0'), 'BackupRetentionPeriod'],
    ['in a group', cluster('ServerlessV2ScalingConfiguration:\n        MinCapacity: 1\n        $0'), 'MaxCapacity'],
    ['in an item', cluster('AssociatedRoles:\n        - $0'), 'RoleArn'],
    ['in braces', cluster('Tags: [{ Key: a, $0 }]'), 'Value'],
    ['in braces not closed', cluster('Tags: [{ Key: a, $0'), 'Value'],
    ['below a broken line', cluster('Port 5432\n      $0'), 'StorageType'],
    ['above a broken line', cluster('$0\n      Port: ['), 'StorageType'],
    ['with a broken resource below', template('      $0\n', '  B: {\n'), 'StorageType'],
    ['of a parameter group', resource('AWS::RDS::DBClusterParameterGroup', '      $0\n'), 'Family'],
    ['of parameters', resource('AWS::RDS::DBClusterParameterGroup', '      Parameters:\n        $0\n'), 'timezone'],
    ['of a subnet group', resource('AWS::RDS::DBSubnetGroup', '      $0\n'), 'SubnetIds'],
    ['of a custom endpoint', resource('AWS::RDS::DBClusterEndpoint', '      $0\n'), 'StaticMembers'],
    ['of a global cluster', resource('AWS::RDS::GlobalCluster', '      $0\n'), 'SourceDBClusterIdentifier'],
    ['of a scalable target', resource('AWS::ApplicationAutoScaling::ScalableTarget', '      $0\n'), 'ResourceId'],
    ['of a resource', template('', '  B:\n    $0\n'), 'UpdateReplacePolicy'],
    ['of a template', template('', '$0'), 'Outputs'],
    [
      'in a loop',
      template(
        '',
        `  Fn::ForEach::X:\n    - Name\n    - [A, B]\n    - I\${Name}:\n        Type: AWS::RDS::DBInstance\n        Properties:\n          $0\n`,
      ),
      'PromotionTier',
    ],
    ['of the Metadata', `${template('')}Metadata:\n  AuroraBlueprint:\n    $0`, 'objectives'],
    ['with CRLF', cluster('$0').replaceAll('\n', '\r\n'), 'StorageType'],
  ])('%s', (_, marked, expected) => expect(labelsAt(marked)).toContain(expected));

  test.each([
    ['what excludes what is written', cluster('ManageMasterUserPassword: true\n      $0'), 'MasterUserPassword'],
    ['what belongs to the other engine', cluster('$0'), 'BacktrackWindow'],
    ['what cannot hold what is written', cluster('$0: [postgresql]'), 'StorageType'],
    [
      'properties of Aurora for another engine',
      resource('AWS::RDS::DBInstance', '      Engine: mysql\n      $0\n'),
      'PromotionTier',
    ],
    [
      'the replica count for another service',
      resource('AWS::ApplicationAutoScaling::ScalableTarget', '      ServiceNamespace: ecs\n      $0\n'),
      'MinCapacity',
    ],
  ])('not %s', (_, marked, unwanted) => expect(labelsAt(marked)).not.toContain(unwanted));

  test.each([
    ['an example', cluster('Back$0'), 'BackupRetentionPeriod', '      BackupRetentionPeriod: 7\n'],
    [
      'a group',
      cluster('$0'),
      'ServerlessV2ScalingConfiguration',
      'Configuration:\n        MinCapacity: 0.5\n        MaxCapacity: 8\n',
    ],
    ['a list of groups', cluster('$0'), 'Tags', 'Tags:\n        - Key: \n          Value: \n'],
    [
      'the only reference that fits',
      template('', '  B:\n    Type: AWS::RDS::DBInstance\n    Properties:\n      $0\n'),
      'DBClusterIdentifier',
      'DBClusterIdentifier: !Ref Cluster\n',
    ],
    ['the engine of the cluster', instance('      $0\n'), 'Engine', '      Engine: aurora-postgresql\n'],
    [
      'a list with the only reference that fits',
      cluster('$0').replace(/ {2}SecurityGroups.*\n/, ''),
      'VpcSecurityGroupIds',
      'VpcSecurityGroupIds: [!GetAtt Group.GroupId]\n',
    ],
    ['a key that has its colon', cluster('Stor$0: aurora'), 'StorageType', '      StorageType: aurora\n'],
    [
      'a key in JSON',
      '{"Resources": {"C": {"Type": "AWS::RDS::DBCluster", "Properties": {"Engine": "aurora-mysql", $0}}}}',
      'Tags',
      '"Tags": [\n    "Key": '.slice(0, 9),
    ],
  ])('choosing writes %s', (_, marked, label, expected) => expect(choose(marked, label)).toContain(expected));
});

describe('values', () => {
  test.each([
    [
      'engines',
      'Resources:\n  C:\n    Type: AWS::RDS::DBCluster\n    Properties:\n      Engine: $0\n',
      ['aurora-postgresql', 'aurora-mysql'],
    ],
    ['storage types', cluster('StorageType: $0'), ['aurora', 'aurora-iopt1']],
    ['logs of the engine', cluster('EnableCloudwatchLogsExports: [postgresql, $0]'), ['instance', 'iam-db-auth-error']],
    [
      'logs in a block list',
      cluster('EnableCloudwatchLogsExports:\n        - postgresql\n        - $0'),
      ['instance', 'iam-db-auth-error'],
    ],
    ['truth values', cluster('DeletionProtection: $0'), ['true', 'false']],
    [
      'policies of a cluster',
      'Resources:\n  C:\n    Type: AWS::RDS::DBCluster\n    DeletionPolicy: $0\n',
      ['Snapshot', 'Retain', 'Delete', 'RetainExceptOnCreate'],
    ],
    [
      'policies of an instance',
      'Resources:\n  C:\n    Type: AWS::RDS::DBInstance\n    UpdateReplacePolicy: $0\n',
      ['Retain', 'Delete'],
    ],
    [
      'AZs of the Region, the emptiest first',
      instance('      AvailabilityZone: $0\n'),
      ['us-east-2a', 'us-east-2c', 'us-east-2b'],
    ],
    [
      'the metric',
      resource(
        'AWS::ApplicationAutoScaling::ScalingPolicy',
        '      TargetTrackingScalingPolicyConfiguration:\n        PredefinedMetricSpecification: { PredefinedMetricType: $0 }\n',
      ),
      ['RDSReaderAverageCPUUtilization', 'RDSReaderAverageDatabaseConnections'],
    ],
    [
      'values of a parameter',
      resource(
        'AWS::RDS::DBClusterParameterGroup',
        '      Family: aurora-postgresql16\n      Parameters: { rds.global_db_rpo: $0 }\n',
      ),
      ['20', '60'],
    ],
    ['in a branch of a condition', cluster('StorageType: !If [IsProd, aurora-iopt1, $0]'), ['aurora']],
    [
      'the engine of the cluster',
      template('').replace(/aurora-postgresql\n {6}Avail/, '$0\n      Avail'),
      ['aurora-postgresql'],
    ],
    ['in quotes', cluster('StorageType: "$0"'), ['aurora', 'aurora-iopt1']],
    [
      'conditions of a resource',
      template('', '  B:\n    Type: AWS::RDS::DBInstance\n    Condition: $0\n'),
      ['IsProd', 'IsTest'],
    ],
    [
      'what is created before',
      template('', '  B:\n    Type: AWS::RDS::DBInstance\n    DependsOn: [Cluster, $0]\n'),
      ['Writer', 'Group'],
    ],
  ])('%s', (_, marked, expected) => expect(labelsAt(marked)).toEqual(expected));

  test('types that have the properties that are written', () => {
    const marked = 'Resources:\n  C:\n    Type: $0\n    Properties: { Family: aurora-mysql8.0 }\n';
    expect(labelsAt(marked)).toEqual(['AWS::RDS::DBClusterParameterGroup', 'AWS::RDS::DBParameterGroup']);
  });

  test.each(['AWS:', 'AWS::', 'AWS::RDS::', 'AWS::RDS::DBC'])('the first type, as far as %s', (begun) => {
    const marked = `AWSTemplateFormatVersion: "2010-09-09"\nResources:\n  Cluster:\n    Type: ${begun}$0\n`;
    expect(choose(marked, 'AWS::RDS::DBCluster')).toContain('    Type: AWS::RDS::DBCluster\n');
  });

  test('engine versions with their state, newest first', () => {
    const [first, ...others] = completeAt(template('').replace('"16.9"', '$0'));
    expect(first?.label).toMatch(/^1[78]\.\d+$/);
    expect(first?.detail).toMatch(/support/);
    expect(first?.insertText).toBe(`"${first?.label}"`);
    expect(others.length).toBeGreaterThan(10);
  });

  test('classes for engine, version and Region, like the writer first', () => {
    const [parameter, first] = completeAt(instance('      DBInstanceClass: $0\n'));
    expect(parameter?.label).toBe('!Ref InstanceClass');
    expect(first).toMatchObject({ label: 'db.r7g.large', detail: '2 vCPU, 16 GiB, like the writer' });
  });

  test('tiers with who stands there', () => {
    const tiers = completeAt(instance('      PromotionTier: $0\n'));
    expect(tiers[0]).toMatchObject({ label: '0', detail: 'orders-a' });
    expect(tiers).toHaveLength(16);
  });

  test('windows in the night of the Region, apart from each other', () => {
    const windows = completeAt(
      cluster('PreferredMaintenanceWindow: sun:07:00-sun:08:30\n      PreferredBackupWindow: $0'),
    );
    expect(windows[0]?.detail).toContain('standard time there');
    expect(windows.map(({ label }) => label)).not.toContain('08:00-08:30');
  });

  test('the family of the version first', () => {
    const marked = template(
      '      DBClusterParameterGroupName: !Ref New\n',
      '  New:\n    Type: AWS::RDS::DBClusterParameterGroup\n    Properties:\n      Family: $0\n',
    );
    expect(completeAt(marked)[0]).toMatchObject({ label: 'aurora-postgresql16', detail: 'takes 16.9' });
  });

  test('the family of the only cluster, before it names the group', () => {
    expect(labelsAt(resource('AWS::RDS::DBClusterParameterGroup', '      Family: $0\n'))[0]).toBe(
      'aurora-postgresql16',
    );
    expect(labelsAt(resource('AWS::RDS::DBParameterGroup', '      Family: $0\n'))).not.toContain('aurora-mysql8.0');
  });

  test('of an instance whose cluster stands elsewhere, by what it says itself', () => {
    const alone = (lines: string) =>
      `Resources:\n  A:\n    Type: AWS::RDS::DBInstance\n    Properties:\n      DBClusterIdentifier: !ImportValue orders\n${lines}`;
    expect(labelsAt(alone('      Engine: aurora-mysql\n      DBInstanceClass: $0\n'))).toContain('db.t3.medium');
    expect(labelsAt(alone('      AvailabilityZone: us-east-2a\n      PromotionTier: $0\n'))).toHaveLength(16);
  });

  test('scaling targets that name each other lead nowhere', () => {
    const target = (name: string, other: string) =>
      `  ${name}:\n    Type: AWS::ApplicationAutoScaling::ScalableTarget\n    Properties:\n      ResourceId: !Ref ${other}\n`;
    const policy =
      '  P:\n    Type: AWS::ApplicationAutoScaling::ScalingPolicy\n    Properties:\n      ScalingTargetId: !Ref A\n      PolicyType: $0\n';
    expect(labelsAt(`Resources:\n${target('A', 'B')}${target('B', 'A')}${policy}`)).toContain('TargetTrackingScaling');
  });

  test('of a parameter, what fits the property that it gives', () => {
    const marked = instance('      DBInstanceClass: !Ref InstanceClass\n').replace(
      'Default: db.r7g.large',
      'Default: $0',
    );
    expect(labelsAt(marked)).toContain('db.r8g.large');
  });

  test('only what fits in all cases of the conditions', () => {
    const version = (text: string) => template('').replace('"16.9"', text);
    const classes = (text: string) =>
      labelsAt(
        `${version(text)}  B:\n    Type: AWS::RDS::DBInstance\n    Properties:\n      DBClusterIdentifier: !Ref Cluster\n      DBInstanceClass: $0\n`,
      );
    expect(classes('"16.9"')).toContain('db.r8g.large');
    expect(classes('!If [IsProd, "16.9", "13.3"]')).not.toContain('db.r8g.large');
  });
});

describe('JSON', () => {
  const json = (marked: string) => asJson(marked).replace('"$0"', '$0');

  test('references in their long form, text in quotes', () => {
    const marked = json(
      template('', '  B:\n    Type: AWS::RDS::DBInstance\n    Properties:\n      DBClusterIdentifier: $0\n'),
    );
    expect(choose(marked, '!Ref Cluster')).toContain('"DBClusterIdentifier": { "Ref": "Cluster" }');
    expect(choose(json(cluster('StorageType: $0')), 'aurora')).toContain('"StorageType": "aurora"');
    expect(choose(json(cluster('DeletionProtection: $0')), 'true')).toContain('"DeletionProtection": true');
  });

  test('functions in the place of a value', () => {
    const marked = json(cluster('Port: $0')).replace('$0', '{ "$0" }');
    expect(labelsAt(marked).slice(0, 3)).toEqual(['Ref', 'Fn::GetAtt', 'Fn::Sub']);
  });

  test('names in quotes', () => {
    expect(labelsAt(asJson(cluster('Port: { Ref: In$0 }')))).toContain('InstanceClass');
  });
});

test.each([
  ['a comment', cluster('# $0')],
  ['a description', `Description: ord$0\n${template('')}`],
  ['a block of text', cluster('DatabaseName: |\n        sto$0')],
  ['a resource of another kind', template('').replace('GroupDescription: orders', 'GroupDescription: $0')],
  ['behind a value', cluster('StorageType: aurora $0')],
  ['a text without resources', 'Parameters:\n  $0'],
])('nothing in %s', (_, marked) => expect(labelsAt(marked)).toEqual([]));

test.each([100, 3000])('%i brackets deep, nothing gives up', (depth) => {
  const deep = `Resources:\n  A:\n    Type: AWS::RDS::DBCluster\n    Properties:\n      Tags: ${'['.repeat(depth)}${']'.repeat(depth)}\n`;
  for (const offset of [deep.length, deep.indexOf(']')]) expect(completeTemplate(deep, offset)).toBeDefined();
});
