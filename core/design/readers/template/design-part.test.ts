import { describe, expect, test } from 'vitest';
import { template } from '../../../testing/template-texts.ts';
import { globalMembers } from '../../global-database.ts';
import { known } from '../../node.ts';
import { readTemplate } from '../template.ts';

const designsOf = (text: string) =>
  readTemplate(text)?.clusters.flatMap(({ designs }) => designs.map(({ design }) => design)) ?? [];

const global = (properties: string, condition = '') =>
  `  Global:\n    Type: AWS::RDS::GlobalCluster\n${condition}    Properties: ${properties}\n`;

describe('a cluster certainly is a member of a global database', () => {
  test.each([
    [
      'that the template makes',
      '      GlobalClusterIdentifier: !Ref Global\n',
      global('{ GlobalClusterIdentifier: shop }'),
      'shop',
    ],
    [
      'that the template makes of it',
      '',
      global('{ GlobalClusterIdentifier: shop, SourceDBClusterIdentifier: !Ref Cluster }'),
      'shop',
    ],
    [
      'that the template makes by its ARN',
      '',
      global('{ GlobalClusterIdentifier: shop, SourceDBClusterIdentifier: !GetAtt Cluster.DBClusterArn }'),
      'shop',
    ],
    ['that AWS names', '      GlobalClusterIdentifier: !Ref Global\n', global('{ Engine: aurora-mysql }'), undefined],
    ['that stands elsewhere', '      GlobalClusterIdentifier: shop\n', '', 'shop'],
  ])('%s', (_, properties, resources, name) => {
    const [design] = designsOf(template(properties, { resources }));
    expect(known(design?.name ?? expect.fail())).toBe(name);
    expect(design && globalMembers(design)).toEqual([design?.primary]);
    expect(design?.secondaries.presence).toBe('unknown');
  });
});

describe('nobody can tell whether a cluster is a member', () => {
  const sections = 'Parameters: { Name: { Type: String, Default: shop } }\n';
  test.each([
    ['where a parameter says so', '      GlobalClusterIdentifier: !Ref Name\n', ''],
    ['where an import says so', '      GlobalClusterIdentifier: !ImportValue shop\n', ''],
    [
      'where the global database may not exist',
      '      GlobalClusterIdentifier: !Ref Global\n',
      global('{ GlobalClusterIdentifier: shop }', '    Condition: Unknown\n'),
    ],
  ])('%s', (_, properties, resources) => {
    const [design] = designsOf(template(properties, { sections, resources }));
    expect(design && globalMembers(design)).toEqual([]);
    expect(design?.secondaries.presence).toBe('unknown');
  });
});

test('a cluster that nothing makes a member is none', () => {
  const [design] = designsOf(template('', { resources: global('{ SourceDBClusterIdentifier: other }') }));
  expect([design?.name.presence, design?.secondaries.presence]).toEqual(['absent', 'absent']);
});

test('a cluster that joins a global database made of another one is a secondary', () => {
  const made = (of: string) => global(`{ SourceDBClusterIdentifier: ${of} }`);
  const joins = '      GlobalClusterIdentifier: !Ref Global\n';
  const secondaries = (resources: string, credentials?: string) =>
    designsOf(template(joins, { resources, credentials }))[0]?.secondaries.items.length;
  expect(secondaries(made('shop'), '')).toBe(1);
  expect(secondaries(made('shop'))).toBe(0);
  expect(secondaries(global('{ Engine: aurora-mysql }'), '')).toBe(0);
});
