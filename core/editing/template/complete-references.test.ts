import { describe, expect, test } from 'vitest';
import { choose, labelsAt } from '../../testing/marked-template.ts';
import { cluster, instance, resource, template } from '../../testing/orders-template.ts';

describe('references', () => {
  test.each([
    [
      'Ref, of the kind that fits first',
      template('', '  B:\n    Type: AWS::RDS::DBInstance\n    Properties:\n      DBClusterIdentifier: !Ref $0\n'),
      ['Cluster', 'InstanceClass', 'SecurityGroups', 'Stage', 'Writer', 'Group', 'AWS::Region'],
    ],
    [
      'half a name',
      template('', '  B:\n    Type: AWS::RDS::DBInstance\n    Properties:\n      DBClusterIdentifier: !Ref Clu$0\n'),
      ['Cluster'],
    ],
    [
      'Ref in its long form',
      template(
        '',
        '  B:\n    Type: AWS::RDS::DBInstance\n    Properties:\n      DBClusterIdentifier:\n        Ref: $0\n',
      ),
      ['Cluster'],
    ],
    [
      'a parameter called like the property',
      instance('      DBInstanceClass: !Ref $0\n'),
      ['InstanceClass', 'SecurityGroups'],
    ],
    ['the condition of If', cluster('Port: !If [$0'), ['IsProd', 'IsTest']],
    ['the condition of If in its long form', cluster('Port:\n        Fn::If: [$0]'), ['IsProd', 'IsTest']],
    [
      'a condition in a condition',
      template('').replace('IsTest: !Not [!Condition IsProd]', 'IsTest: !Not [!Condition $0]'),
      ['IsProd', 'IsTest'],
    ],
    ['mappings', cluster('Port: !FindInMap [$0]'), ['Sizes']],
    ['first keys of a mapping', cluster('Port: !FindInMap [Sizes, $0]'), ['prod', 'test']],
    ['second keys', cluster('Port: !FindInMap [Sizes, !Ref Stage, $0]'), ['class', 'zones']],
    ['resources in a list', cluster('Port: !GetAtt [$0]'), ['Group']],
    ['attributes in a list', cluster('Port: !GetAtt [Writer, $0]'), ['Endpoint.Address', 'Endpoint.Port']],
    ['what fits as a whole', cluster('VpcSecurityGroupIds: $0'), ['!Ref SecurityGroups', '!GetAtt Group.GroupId']],
    ['what fits as an item', cluster('VpcSecurityGroupIds: [$0]'), ['!GetAtt Group.GroupId', 'sg-0123456789abcdef0']],
    [
      'a begun tag',
      template('', '  B:\n    Type: AWS::RDS::DBInstance\n    Properties:\n      DBClusterIdentifier: !R$0\n'),
      ['!Ref Cluster'],
    ],
    [
      'the cluster that is scaled',
      resource('AWS::ApplicationAutoScaling::ScalableTarget', '      ResourceId: $0\n'),
      [`!Sub cluster:\${Cluster}`],
    ],
    ['a name in a text', cluster(`DatabaseName: !Sub "\${$0}"`), ['InstanceClass']],
    ['a name in a text that is not closed', cluster(`DatabaseName: !Sub "a-\${$0`), ['InstanceClass']],
    ['a name in a block of text', cluster(`DatabaseName: !Sub |\n        a-\${St$0}`), ['InstanceClass']],
    ['in outputs', `${template('')}Outputs:\n  A: { Value: !Ref $0 }\n`, ['InstanceClass']],
  ])('%s', (_, marked, expected) => expect(labelsAt(marked).slice(0, expected.length)).toEqual(expected));

  test('attributes of resources behind GetAtt', () => {
    const found = labelsAt(`${template('')}Outputs:\n  A:\n    Value: !GetAtt Cluster.$0\n`);
    expect(found).toContain('Cluster.Endpoint.Address');
    expect(found).toContain('Writer.Endpoint.Port');
  });

  test('a security group gives its id by an attribute', () => {
    expect(labelsAt(cluster('VpcSecurityGroupIds: [!GetAtt $0]'))[0]).toBe('Group.GroupId');
  });

  test('no resource refers to itself, nor to what is created after it', () => {
    expect(labelsAt(cluster('DatabaseName: !Ref $0'))).toContain('Group');
    expect(labelsAt(cluster('DatabaseName: !Ref $0'))).not.toContain('Cluster');
    expect(labelsAt(cluster('DatabaseName: !Ref $0'))).not.toContain('Writer');
  });

  test.each([
    [
      'a value',
      cluster('VpcSecurityGroupIds: $0'),
      '!GetAtt Group.GroupId',
      'VpcSecurityGroupIds: [!GetAtt Group.GroupId]\n',
    ],
    ['a list', cluster('VpcSecurityGroupIds: $0'), '!Ref SecurityGroups', 'VpcSecurityGroupIds: !Ref SecurityGroups\n'],
    [
      'directly behind the colon',
      cluster('VpcSecurityGroupIds:$0'),
      '!Ref SecurityGroups',
      'VpcSecurityGroupIds: !Ref SecurityGroups\n',
    ],
    [
      'in place of a begun tag',
      cluster('VpcSecurityGroupIds: [!G$0]'),
      '!GetAtt Group.GroupId',
      '[!GetAtt Group.GroupId]\n',
    ],
    ['a name in a text', cluster(`DatabaseName: !Sub "a-\${In$0}"`), 'InstanceClass', `!Sub "a-\${InstanceClass}"\n`],
  ])('choosing writes %s', (_, marked, label, expected) => expect(choose(marked, label)).toContain(expected));
});
