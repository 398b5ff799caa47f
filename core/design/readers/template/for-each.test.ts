import { expect, test } from 'vitest';
import { asJson, template } from '../../../testing/template-texts.ts';
import { known } from '../../node.ts';
import { formatPath } from '../../path.ts';
import { readTemplate } from '../template.ts';

const designsOf = (text: string) => readTemplate(text)?.clusters.flatMap(({ designs }) => designs) ?? [];

const loop = (collection: string, body = '') => `  Fn::ForEach::Readers:
    - Name
    - ${collection}
    - Reader\${Name}:
        Type: AWS::RDS::DBInstance
        Properties:
          DBClusterIdentifier: !Ref Cluster
          DBInstanceIdentifier: !Sub "shop-\${Name}"
          DBInstanceClass: db.r7g.large
          AvailabilityZone: !Ref Name
${body}`;

const sections = 'Transform: AWS::LanguageExtensions\n';

test('a loop over values that are written out makes a resource of each', () => {
  const text = template('', { sections, resources: loop('[us-east-1a, us-east-1b]') });
  for (const form of [text, asJson(text)]) {
    const [only] = designsOf(form);
    const { presence, items } = only?.design.primary.instances ?? {};
    expect(presence).toBe('known');
    expect(items?.map(({ id, availabilityZone }) => [known(id), known(availabilityZone)])).toEqual([
      ['shop-us-east-1a', 'us-east-1a'],
      ['shop-us-east-1b', 'us-east-1b'],
    ]);
  }
});

test('a logical id takes letters and digits alone where it asks for them', () => {
  const resources = loop('[us-east-1a]').replace('Reader$', 'Reader&');
  const [only] = designsOf(template('', { sections, resources }));
  expect(formatPath(only?.originOf(['primary', 'instances', 0, 'id']).path ?? [])).toBe(
    'Resources.Readeruseast1a.Properties.DBInstanceIdentifier',
  );
});

test('loops stand in loops, and among properties', () => {
  const tags = `      Fn::ForEach::Windows:
        - Window
        - [Backup, Maintenance]
        - Preferred\${Window}Window: sun:05:00-sun:05:30\n`;
  const [only] = designsOf(template(tags, { sections }));
  expect(known(only?.design.primary.preferredMaintenanceWindow ?? expect.fail())).toBe('sun:05:00-sun:05:30');
});

test.each([
  ['a parameter', '!Ref Names'],
  ['a value among them that is not known', '[a, !Ref Name2]'],
  ['no list', 'a'],
])('a loop over what only the deployment knows hides what it makes: %s', (_, collection) => {
  const [only] = designsOf(template('', { sections, resources: loop(collection) }));
  expect(only?.design.primary.instances.presence).toBe('unknown');
});

test('loops in loops come to an end', () => {
  const nested = (depth: number): string =>
    depth === 0
      ? '{ a: b }'
      : `{ "Fn::ForEach::L${depth}": [V${depth}, [${Array.from({ length: 50 }, (_, index) => `v${index}`)}], { "k\${V${depth}}": ${nested(depth - 1)} }] }`;
  const [only] = designsOf(template(`      Tags: ${nested(8)}\n`, { sections }));
  expect(only?.design.primary.tags.presence).toBe('unknown');
});

test('a key that stands twice may mean either', () => {
  const [only] = designsOf(template('      Port: 3306\n      Port: 3307\n      BackupRetentionPeriod: 7\n'));
  expect(only?.design.primary.port.presence).toBe('unknown');
  expect(known(only?.design.primary.backupRetentionPeriod ?? expect.fail())).toBe(7);
});
