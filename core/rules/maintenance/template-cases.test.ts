import { expect, test } from 'vitest';
import { describeTemplateCases, findingsOn, mendTemplate } from '../../testing/template-cases.ts';
import { instance, template } from '../../testing/template-texts.ts';

const versions = (cluster: string, own: string, marker = '') =>
  template(`      EngineVersion: ${cluster}\n`, {
    sections: 'Parameters: { Version: { Type: String }, Other: { Type: String } }\n',
    resources: instance('A', `      EngineVersion: ${own}\n${marker}`),
  });
const caret = (own: string) => `#                    ${'^'.repeat(own.length)} AUR509\n`;
const key = '#     ^^^^^^^^^^^^^ AUR517\n';
const [newer, older] = ['8.0.mysql_aurora.3.10.3', '8.0.mysql_aurora.3.10.2'];

describeTemplateCases('AUR509', [
  ['another patch', versions(newer, older, caret(older))],
  ['the same version', versions(newer, newer)],
  ['the major alone', versions(newer, '8.0')],
  ['a cluster with the major alone', versions('8.0', newer)],
  ['a cluster without a version', template('', { resources: instance('A', `      EngineVersion: ${newer}\n`) })],
  ['a version that is not known', versions('!Ref Version', newer)],
  ['a cluster that stands elsewhere', versions(newer, older).replace('!Ref Cluster', '!ImportValue cluster')],
  [
    'Limitless and not',
    versions('16.9-limitless', '"16.9"', caret('"16.9"')).replaceAll('aurora-mysql', 'aurora-postgresql'),
  ],
  ['an engine that is not known', versions('16.9', '"16.8"').replace('Engine: aurora-mysql', 'Engine: !Ref Version')],
]);

describeTemplateCases('AUR517', [
  ['the same version', versions(newer, newer, key)],
  ['the same parameter', versions('!Ref Version', '!Ref Version', key)],
  ['two parameters', versions('!Ref Version', '!Ref Other')],
  ['another version', versions(newer, older)],
  ['none', template('', { resources: instance('A') })],
  ['a cluster that stands elsewhere', versions(newer, newer).replace('!Ref Cluster', '!ImportValue cluster')],
]);

const groups = (name = '') =>
  ['DBClusterParameterGroup', 'DBParameterGroup']
    .map(
      (type) =>
        `  ${type}:\n    Type: AWS::RDS::${type}\n    Properties: { Family: aurora-mysql8.0, Description: ours${name === '' ? '' : `, ${type}Name: ${name}`} }\n`,
    )
    .join('');
const clusterGroup = (value: string, carets = '') =>
  template(`      DBClusterParameterGroupName: ${value}\n${carets}`, { resources: groups() });
const marker = (name: string) => `#                                       ${'^'.repeat(name.length)} AUR516\n`;

describeTemplateCases('AUR516', [
  ['the group of an instance', clusterGroup('!Ref DBParameterGroup', marker('DBParameterGroup'))],
  ['the group of a cluster', clusterGroup('!Ref DBClusterParameterGroup')],
  ['a name', clusterGroup('DBParameterGroup')],
  [
    'the group of a cluster on an instance',
    template('', {
      resources:
        instance(
          'A',
          '      DBParameterGroupName: !Ref DBClusterParameterGroup\n#                                ^^^^^^^^^^^^^^^^^^^^^^^ AUR516\n',
        ) + groups(),
    }),
  ],
  [
    'the group of an instance on an instance',
    template('', { resources: instance('A', '      DBParameterGroupName: !Ref DBParameterGroup\n') + groups() }),
  ],
  ['a name in which it stands', clusterGroup(`!Sub "\${DBParameterGroup}-of-clusters"`)],
  ['something made of the name', clusterGroup('!Join ["-", [!Ref DBParameterGroup, of-clusters]]')],
]);

test('AUR516: a group with a name of its own may have a namesake', () => {
  const severities = (name: string) =>
    findingsOn(template('      DBClusterParameterGroupName: !Ref DBParameterGroup\n', { resources: groups(name) }))
      .filter(({ rule }) => rule === 'AUR516')
      .map(({ severity }) => severity);
  expect(severities('')).toEqual(['error']);
  expect(severities('shop')).toEqual(['warning']);
});

test('AUR516: the only group of the right kind is offered', () => {
  const titles = (resources: string) =>
    findingsOn(template('      DBClusterParameterGroupName: !Ref DBParameterGroup\n', { resources }))
      .find(({ rule }) => rule === 'AUR516')
      ?.fixes.map(({ title }) => title);
  expect(titles(groups())).toEqual(['Refer to DBClusterParameterGroup']);
  expect(titles(groups().slice(groups().indexOf('  DBParameterGroup')))).toEqual([]);
});

test('AUR516: of several groups none is chosen', () => {
  const [finding] = findingsOn(
    template('      DBClusterParameterGroupName: !Ref DBParameterGroup\n', {
      resources: groups() + groups().replaceAll(':\n    Type', '2:\n    Type'),
    }),
  ).filter(({ rule }) => rule === 'AUR516');
  expect(finding?.fixes).toEqual([]);
});

const parameters = (
  lines: string,
  { family = 'aurora-mysql8.0', type = 'DBClusterParameterGroup', properties = '' } = {},
) =>
  template(properties, {
    sections: 'Parameters: { Family: { Type: String } }\n',
    resources: `  Group:\n    Type: AWS::RDS::${type}\n    Properties:\n      Description: ours\n      Family: ${family}\n      Parameters:\n${lines}`,
  });
const word = (written: string) => `        a: ${written}\n#          ${'^'.repeat(written.length)} AUR526\n`;

describeTemplateCases('AUR526', [
  ['on', parameters(word('On'))],
  ['off', parameters(word('OFF'))],
  ['yes', parameters(word('yes'))],
  ['no', parameters(word('No'))],
  ['in quotes', parameters('        a: "ON"\n        b: \'off\'\n')],
  ['another word', parameters('        a: ROW\n        b: once\n        c: true\n')],
  ['of an instance', parameters(word('ON'), { type: 'DBParameterGroup' })],
  ['of another engine', parameters('        a: ON\n', { family: 'mysql8.0', type: 'DBParameterGroup' })],
  ['of a family that is not known', parameters('        a: ON\n', { family: '!Ref Family' })],
  [
    'of a family that is not known, for an Aurora cluster',
    parameters(word('ON'), { family: '!Ref Family', properties: '      DBClusterParameterGroupName: !Ref Group\n' }),
  ],
  [
    'of a family that is not known, for an Aurora instance',
    parameters(word('ON'), { family: '!Ref Family', type: 'DBParameterGroup' }) +
      instance('A', '      DBParameterGroupName: !Ref Group\n'),
  ],
  ['in no mapping', parameters('        ON\n')],
]);

test.each([
  ['ON', 'true'],
  ['No', 'false'],
])('AUR526: %s arrives as %s', (written, truth) => {
  const [finding] = findingsOn(parameters(`        a: ${written}\n`)).filter(({ rule }) => rule === 'AUR526');
  expect(finding?.message).toContain(`passes ${truth} on`);
  expect(finding?.fixes.map(({ isSafe }) => isSafe)).toEqual([true]);
  expect(mendTemplate(parameters(`        a: ${written} # why\n`), 'AUR526')).toBe(
    parameters(`        a: "${written}" # why\n`),
  );
});

const engine = (cluster: string, own: string) =>
  template('', { resources: instance('A').replace('aurora-mysql', own) }).replace('aurora-mysql', cluster);

describeTemplateCases('AUR523', [
  ['on a cluster', engine('aurora\n#             ^^^^^^ AUR523', 'aurora-mysql')],
  ['on an instance', engine('aurora-mysql', 'aurora\n#             ^^^^^^ AUR523')],
  ['an engine of today', engine('aurora-postgresql', 'aurora-postgresql')],
  ['an engine that is not known', engine('!Ref AWS::Region', 'aurora-mysql')],
]);

test('AUR523: the engine gets the name that it has today', () => {
  expect(mendTemplate(engine('aurora', 'aurora-mysql'), 'AUR523')).toBe(engine('aurora-mysql', 'aurora-mysql'));
});

const version = (text: string, marker = '') =>
  template(`      EngineVersion: ${text}\n${marker}`, { resources: instance('A') }).replaceAll(
    'aurora-mysql',
    'aurora-postgresql',
  );
const marked = (text: string) =>
  version(text, `#                    ${'^'.repeat(text.length)} AUR525 ${Number(text)},\n`);

describeTemplateCases('AUR525', [
  ['a zero that goes', marked('16.10')],
  ['two zeros', marked('15.200')],
  ['in quotes', version('"16.10"')],
  ['in single quotes', version("'16.10'")],
  ['a zero in the middle', version('14.01')],
  ['the zero of 8.0 stays', version('8.0')],
  ['a version that is no number', version('16.10-limitless')],
  ['a version that is not known', version('!Ref AWS::Region')],
  [
    'on an instance',
    version('"16.10"').replace(
      '      DBInstanceClass',
      '      EngineVersion: 16.10\n#                    ^^^^^ AUR525\n      DBInstanceClass',
    ),
  ],
  [
    'on a global cluster',
    `Resources:
  Shop:
    Type: AWS::RDS::GlobalCluster
    Properties:
      Engine: aurora-postgresql
      EngineVersion: 16.10
#                    ^^^^^ AUR525
`,
  ],
]);

test('AUR525: the version gets quotes, in JSON too', () => {
  expect(mendTemplate(version('16.10 # why'), 'AUR525')).toBe(version('"16.10" # why'));
  const json =
    '{ "Resources": { "Shop": { "Type": "AWS::RDS::DBCluster", "Properties": { "Engine": "aurora-postgresql", "EngineVersion": 16.10 } } } }';
  expect(mendTemplate(json, 'AUR525')).toBe(json.replace('16.10', '"16.10"'));
});
