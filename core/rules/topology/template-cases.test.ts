import { expect, test } from 'vitest';
import { describeTemplateCases, findingsOn, mendTemplate } from '../../testing/template-cases.ts';
import { instance, template } from '../../testing/template-texts.ts';

/** An instance that names its cluster by this, with more lines of the resource in front of its properties. */
const named = (cluster: string, lines = '') =>
  instance('A')
    .replace('DBClusterIdentifier: !Ref Cluster', `DBClusterIdentifier: ${cluster}`)
    .replace('    Properties:', `${lines}    Properties:`);

const shop = '      DBClusterIdentifier: shop-production\n';
const misspelt = (name: string, marked = true) =>
  template(shop, {
    resources: named(`${name}${marked ? `\n#                          ${'^'.repeat(name.length)} AUR116` : ''}`),
  });

describeTemplateCases('AUR116', [
  ['two letters off', misspelt('shop-prodctin')],
  ['in other letters', misspelt('Shop-Productoin')],
  ['three letters off', misspelt('shop-prodcti', false)],
  ['another number', template('      DBClusterIdentifier: shop-1\n', { resources: named('shop-2') })],
  ['a name too short to be misspelt', template('      DBClusterIdentifier: shops\n', { resources: named('shop') })],
  ['one letter less than six', template('      DBClusterIdentifier: shoppe\n', { resources: named('shopp') })],
  [
    'six letters are enough',
    template('      DBClusterIdentifier: shoppe\n', {
      resources: named('shopps\n#                          ^^^^^^ AUR116'),
    }),
  ],
  ['the name itself', template(shop, { resources: named('SHOP-production') })],
  [
    'the name of one of two clusters',
    template(shop, {
      resources: `  Other:\n    Type: AWS::RDS::DBCluster\n    Properties: { Engine: aurora-mysql, DBClusterIdentifier: warehouse }\n${named('shop-production')}`,
    }),
  ],
  ['a cluster without a name of its own', template('', { resources: named('warehouse') })],
  ['a name that tells nothing', template(shop, { resources: named('!ImportValue cluster') })],
  ['a cluster of another template', template(shop, { resources: named('warehouse') })],
  [
    'the logical id without Ref',
    template('', { resources: named('Cluster\n#                          ^^^^^^^ AUR116 !Ref Cluster') }),
  ],
  [
    'a cluster whose identifier is not known',
    template('      DBClusterIdentifier: !Ref Name\n', {
      sections: 'Parameters: { Name: { Type: String } }\n',
      resources: named('Cluster'),
    }),
  ],
  [
    'two clusters as near',
    template('      DBClusterIdentifier: shop-prod-a\n', {
      resources: `  Other:\n    Type: AWS::RDS::DBCluster\n    Properties: { Engine: aurora-mysql, DBClusterIdentifier: shop-prod-b }\n${named('shop-prod-c')}`,
    }),
  ],
]);

const byName = (lines = '') => template('      DBClusterIdentifier: shop\n', { resources: named('shop', lines) });
const marked = (text: string, carets = 4, words = '') =>
  text.replace(
    /(DBClusterIdentifier: (?:!\w+ )?\w+)(\n {6}DBInstanceClass)/,
    `$1\n#                          ${'^'.repeat(carets)} AUR122 ${words}$2`,
  );

describeTemplateCases('AUR122', [
  ['by name', marked(byName())],
  ['with DependsOn', byName('    DependsOn: Cluster\n')],
  [
    'with DependsOn on what follows the cluster',
    `${byName('    DependsOn: Second\n')}  Second:\n    Type: AWS::SNS::Topic\n    Properties: { DisplayName: !Sub "\${Cluster}" }\n`,
  ],
  ['by a reference', template('      DBClusterIdentifier: shop\n', { resources: instance('A') })],
  [
    'by an attribute elsewhere in the instance',
    byName().replace('db.r7g.large', 'db.r7g.large\n      Tags: [{ Key: a, Value: !GetAtt Cluster.Endpoint.Address }]'),
  ],
  [
    'by the same parameter',
    template('      DBClusterIdentifier: !Ref Name\n', {
      sections: 'Parameters: { Name: { Type: String } }\n',
      resources: named('!Ref Name\n#                               ^^^^ AUR122'),
    }),
  ],
  ['another cluster', template('      DBClusterIdentifier: shop\n', { resources: named('other') })],
  [
    'a cluster that is there in some cases',
    marked(byName(), 4, 'This is so when IsWanted is true').replace(
      'Type: AWS::RDS::DBCluster\n',
      'Type: AWS::RDS::DBCluster\n    Condition: IsWanted\n',
    ),
  ],
]);

/** A custom endpoint that names its cluster and its members by these, with more lines in front of its properties. */
const endpoint = (cluster: string, members: string, lines = '') =>
  template('      DBClusterIdentifier: shop\n', {
    resources: `${instance('A', '      DBInstanceIdentifier: shop-a\n')}${instance('B')}  Reports:
    Type: AWS::RDS::DBClusterEndpoint
${lines}    Properties:
      CustomEndpointType: ANY
      DBClusterEndpointIdentifier: reports
      DBClusterIdentifier: ${cluster}
      ${members}
`,
  });
const twice = '!Ref Cluster';

describeTemplateCases('AUR122', [
  [
    'an endpoint by its cluster',
    endpoint('shop\n#                          ^^^^ AUR122 the cluster Cluster', 'Tags: []'),
  ],
  [
    'an endpoint by a member',
    endpoint(
      twice,
      'StaticMembers: [SHOP-A]\n#                     ^^^^^^ AUR122 the endpoint fails when the instance is not',
    ),
  ],
  [
    'an endpoint by an excluded member',
    endpoint(
      twice,
      'ExcludedMembers: [shop-a]\n#                       ^^^^^^ AUR122 ExcludedMembers names the instance A',
    ),
  ],
  [
    'an endpoint by the parameter that gives the identifier of a member',
    endpoint(twice, 'StaticMembers: [!Ref Name]\n#                          ^^^^ AUR122 the instance A').replace(
      'Identifier: shop-a',
      'Identifier: !Ref Name',
    ),
  ],
  ['an endpoint by references', endpoint(twice, 'StaticMembers: [!Ref A]')],
  ['an endpoint with DependsOn', endpoint('shop', 'StaticMembers: [shop-a]', '    DependsOn: A\n')],
  ['a member of another template', endpoint(twice, 'StaticMembers: [shop-b]')],
  ['members that are not known', endpoint(twice, 'StaticMembers: !ImportValue members')],
]);

test('AUR122: a member becomes a reference', () => {
  const text = endpoint(twice, 'StaticMembers: [shop-a]');
  expect(mendTemplate(text, 'AUR122', 'Refer to A')).toBe(endpoint(twice, 'StaticMembers: [!Ref A]'));
});

test('AUR122: a reference takes the place of the same text alone, and DependsOn serves wherever no circle comes of it', () => {
  const titles = (text: string) =>
    findingsOn(text)
      .find(({ rule }) => rule === 'AUR122')
      ?.fixes.map(({ title }) => title);
  expect(titles(byName())).toEqual(['Refer to Cluster', 'Add DependsOn Cluster']);
  expect(titles(byName().replaceAll('shop', 'Shop'))).toEqual(['Add DependsOn Cluster']);
  const circle = byName().replace('Type: AWS::RDS::DBCluster\n', 'Type: AWS::RDS::DBCluster\n    DependsOn: A\n');
  expect(titles(circle)).toEqual([]);
});

test('AUR122: DependsOn grows in the form it has', () => {
  const mended = (lines: string) => mendTemplate(byName(lines), 'AUR122', 'Add DependsOn Cluster');
  expect(mended('')).toContain('Type: AWS::RDS::DBInstance\n    DependsOn: Cluster\n');
  expect(mended('    DependsOn: Topic\n')).toContain('    DependsOn: [ Topic, Cluster ]\n');
  expect(mended('    DependsOn:\n      - Topic # first\n')).toContain('      - Topic # first\n      - Cluster\n');
});

test('AUR117: what fits already stays as it is written', () => {
  const text = (tier: number) => `Parameters:
  Tier: { Type: Number, Default: 0 }
  Class: { Type: String, Default: db.r7g.large }
Resources:
  Group:
    Type: AWS::RDS::DBClusterParameterGroup
    Properties: { Description: orders, Family: aurora-postgresql16, Parameters: { apg_ccm_enabled: "1" } }
  Cluster:
    Type: AWS::RDS::DBCluster
    Properties: { Engine: aurora-postgresql, EngineVersion: "16.14", DBClusterParameterGroupName: !Ref Group }
  A:
    Type: AWS::RDS::DBInstance
    Properties: { Engine: aurora-postgresql, DBClusterIdentifier: !Ref Cluster, DBInstanceClass: !Ref Class, PromotionTier: !Ref Tier }
  B:
    Type: AWS::RDS::DBInstance
    Properties: { Engine: aurora-postgresql, DBClusterIdentifier: !Ref Cluster, DBInstanceClass: !Ref Class, PromotionTier: ${tier} }
`;
  expect(mendTemplate(text(2), 'AUR117')).toBe(text(0));
});
