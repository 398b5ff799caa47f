import { expect, test } from 'vitest';
import { describeTemplateCases, findingsOn, mendTemplate } from '../../testing/template-cases.ts';
import { template } from '../../testing/template-texts.ts';

const global = (...lines: readonly string[]) =>
  `  Global:\n    Type: AWS::RDS::GlobalCluster\n    Properties:\n      GlobalClusterIdentifier: world\n${lines.map((line) => (line.startsWith('#') ? `${line}\n` : `      ${line}\n`)).join('')}`;
const mark = (property: string, id: string) => `#     ${'^'.repeat(property.indexOf(':'))} ${id}`;
const source = 'SourceDBClusterIdentifier: !Ref Cluster';
const withGlobal = (...lines: readonly string[]) => template('', { resources: global(...lines) });

describeTemplateCases('AUR614', [
  ...['Engine: aurora-mysql', 'EngineVersion: 8.0.mysql_aurora.3.10.3', 'StorageEncrypted: false'].map(
    (property) => [property, withGlobal(source, property, mark(property, 'AUR614'))] as const,
  ),
  [
    'a value that may be empty',
    template('', {
      sections: 'Parameters: { Engine: { Type: String } }\n',
      resources: global(source, 'Engine: !Ref Engine'),
    }),
  ],
  ['no source', withGlobal('Engine: aurora-mysql', 'StorageEncrypted: true')],
  [
    'a source that may be empty',
    template('', {
      sections: 'Parameters: { Source: { Type: String, Default: "" } }\n',
      resources: global('SourceDBClusterIdentifier: !Ref Source', 'Engine: aurora-mysql'),
    }),
  ],
  ['what stands there in any case', withGlobal(source, 'DeletionProtection: true')],
]);

const nothing = (cluster = '', more = '') =>
  template(cluster, { resources: global() + more }).replace('  Global:\n', '  Global:\n# ^^^^^^ AUR617\n');

describeTemplateCases('AUR617', [
  ['neither', nothing()],
  ['an engine', withGlobal('Engine: aurora-mysql')],
  ['a source', withGlobal(source)],
  ['an engine that is not known', withGlobal('Engine: !ImportValue engine')],
  ['a global database alone', `Resources:\n${global()}`.replace('  Global:\n', '  Global:\n# ^^^^^^ AUR617\n')],
]);

test('AUR617: the engine comes from the member, or the only cluster becomes the source', () => {
  const titles = (text: string) =>
    findingsOn(text)
      .find(({ rule }) => rule === 'AUR617')
      ?.fixes.map(({ title }) => title);
  const joined = '      GlobalClusterIdentifier: !Ref Global\n';
  const plain = (cluster: string, more = '') => template(cluster, { resources: global() + more });
  expect(titles(plain(joined))).toEqual(['Set Engine to aurora-mysql']);
  expect(titles(plain(''))).toEqual(['Make it from Cluster']);
  expect(mendTemplate(plain(''), 'AUR617')).toBe(template('', { resources: global(source) }));
  const second =
    '  Second:\n    Type: AWS::RDS::DBCluster\n    Properties: { Engine: aurora-mysql, SnapshotIdentifier: a }\n';
  expect(titles(plain('', second))).toEqual([]);
  expect(titles(plain('      GlobalClusterIdentifier: elsewhere\n'))).toEqual([]);
  expect(titles(`Resources:\n${global()}`)).toEqual([]);
});

const version = '8.0.mysql_aurora.3.10.3';
const member = (lines: string, more: Parameters<typeof template>[1] = {}, isMarked = true) => {
  const text = template(`      GlobalClusterIdentifier: ${lines}`, more);
  return isMarked ? text.replace('  Cluster:\n', '  Cluster:\n# ^^^^^^^ AUR618\n') : text;
};

describeTemplateCases('AUR618', [
  ['a global database that stands elsewhere', member('world\n')],
  [
    'one with a version',
    member('!Ref Global\n', { resources: global('Engine: aurora-mysql', `EngineVersion: ${version}`) }),
  ],
  ['one made from another cluster', member('!Ref Global\n', { resources: global('SourceDBClusterIdentifier: other') })],
  ['one that leaves it open too', member('!Ref Global\n', { resources: global('Engine: aurora-mysql') }, false)],
  ['a stated version', member(`world\n      EngineVersion: ${version}\n`, {}, false)],
  ['no global database', template('')],
  [
    'a name that may be empty',
    member('!Ref World\n', { sections: 'Parameters: { World: { Type: String } }\n' }, false),
  ],
  ['a restored cluster', member('world\n      SnapshotIdentifier: before\n', {}, false)],
]);

test('AUR618: the version of the global database is stated where it is a full one', () => {
  const titles = (stated: string, engine = 'aurora-mysql') =>
    findingsOn(
      member('!Ref Global\n', { resources: global('Engine: aurora-mysql', `EngineVersion: ${stated}`) }, false).replace(
        'Engine: aurora-mysql',
        `Engine: ${engine}`,
      ),
    )
      .find(({ rule }) => rule === 'AUR618')
      ?.fixes.map(({ title }) => title);
  expect(titles(version)).toEqual([`Set EngineVersion to ${version}`]);
  expect(titles('"8.0"')).toEqual([]);
  expect(titles('"16.9"', '!ImportValue engine')).toEqual([]);
});

describeTemplateCases('AUR621', [
  [
    'a template shows one secondary of how many',
    template('      GlobalClusterIdentifier: world\n      DBClusterParameterGroupName: !Ref Group\n', {
      credentials: '',
      resources:
        '  Group:\n    Type: AWS::RDS::DBClusterParameterGroup\n    Properties: { Description: orders, Family: aurora-postgresql16, Parameters: { rds.global_db_rpo: "60" } }\n',
    }).replace('Engine: aurora-mysql', 'Engine: aurora-postgresql'),
  ],
]);
