import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readTemplate } from '../../design/readers/template.ts';
import { editedTemplates } from '../../testing/edited-templates.ts';
import { readFixture } from '../../testing/markers.ts';
import { templateForms } from '../../testing/template-forms.ts';
import { asJson } from '../../testing/template-texts.ts';
import { hoverTemplate } from './hover-template.ts';

const [orders = '', worldwide = ''] = editedTemplates;

/** What is said with the cursor where `|` stands in a stretch of a template. */
function hover(text: string, stretch: string) {
  const plainStretch = stretch.replace('|', '');
  if (!text.includes(plainStretch)) throw new Error(`${stretch} is not in the template`);
  const marked = text.replace(plainStretch, () => stretch.replace('|', '$0'));
  const { text: plain, cursor = 0 } = readFixture(marked);
  const template = readTemplate(plain);
  if (template === undefined) throw new Error('this is no template');
  const found = hoverTemplate(template, cursor);
  return found === undefined ? undefined : { ...found, marked: plain.slice(found.range.start, found.range.end) };
}

const contents = (stretch: string, text = orders) => hover(text, stretch)?.contents;

test('a property: what it is, its limits, and where that is written', () => {
  const found = hover(orders, 'Preferred|BackupWindow');
  expect(found?.marked).toBe('PreferredBackupWindow');
  expect(found?.contents).toContain('**PreferredBackupWindow**');
  expect(found?.contents).toContain('at least 30 minutes');
  expect(found?.contents).toContain('(https://docs.aws.amazon.com/');
});

test.each([
  ['is changed in place', 'Backup|RetentionPeriod', 'A change is made in place.'],
  ['replaces the resource', 'Availability|Zones', 'A change **replaces** the resource.'],
  ['replaces it in some cases', 'Global|ClusterIdentifier: !Ref', 'unless the property is taken away'],
])('a property that %s', (_, stretch, words) => {
  expect(contents(stretch, stretch.startsWith('Global') ? worldwide : orders)).toContain(words);
});

test.each([
  ['a window', 'PreferredBackupWindow: 03:|00-03:30', 'Apart from the maintenance window sun:05:00-sun:05:30'],
  ['a tier', 'PromotionTier: |0', 'orders-a writes; its tier counts once another one does.'],
  ['an AZ', 'AvailabilityZone: us-east|-1a', 'orders-a stands there; segments A and D'],
  ['a class', 'db.r7g.xl|arge, !Ref', 'Smaller than the writer (db.r7g.2xlarge).'],
  ['an engine version', 'EngineVersion: "16|.9"', '**Aurora PostgreSQL 16.9**'],
  ['a capacity', 'MinCapacity: 0|.5', '0.5 ACU, about 1 GiB of memory. Version 16.9 takes 0 to 256 ACU'],
  ['a custom endpoint', 'orders-rep|orts', '**DBClusterEndpointIdentifier**'],
  ['a policy', 'DeletionPolicy: Snap|shot', 'a last snapshot stays'],
  ['a type', 'Type: AWS::RDS::DB|SubnetGroup', 'may stand'],
  ['the Default of a parameter, by where it is used', 'Default: db.r7g.la|rge', '2 vCPU, 16 GiB'],
])('a value means something here: %s', (_, stretch, words) => {
  expect(contents(stretch)).toContain(words);
});

test('what a property comes to in the cases of the conditions', () => {
  const found = contents('Backup|RetentionPeriod');
  expect(found).toContain('Here: `14`. This is so when IsProd is true.');
  expect(found).toContain('Here: `1`. This is so when IsProd is false.');
});

test.each([
  ['a Default', 'Value: !Ref Sta|ge', 'Here: `test`, from the Default of Stage. This is so when IsProd is false.'],
  ['a mapping', '[Siz|es, !Ref Stage', 'Here: `db.r7g.2xlarge`. This is so when IsProd is true.'],
  [
    'a resource',
    'DBClusterIdentifier: !Ref Clus|ter',
    'Not known before it is deployed: AWS gives it when Cluster is created.',
  ],
  ['an attribute', 'RoleArn: !GetAtt Role|.Arn', 'AWS gives it when Role is created.'],
])('a value that %s gives', (_, stretch, words) => {
  expect(contents(stretch)).toContain(words);
});

test.each([
  ['a parameter without a Default', '{ Type: String }', 'the parameter Stage has no Default that counts here'],
  [
    'a name in Parameter Store',
    '{ Type: "AWS::SSM::Parameter::Value<String>", Default: a }',
    'read from Parameter Store',
  ],
])('a value that is not known: %s', (_, parameter, words) => {
  const text = orders.replace('{ Type: String, Default: test }', parameter);
  expect(contents('Value: !Ref Sta|ge', text)).toContain(words);
});

test.each([
  ['a parameter', 'Sizes, !Ref Sta|ge', '**Stage**, a parameter of type String'],
  ['where it is declared', '  Insta|nceClass:\n', 'Allowed: `db.r7g.large`, `db.r7g.xlarge`'],
  ['a condition', '!If [IsPr|od, 14', '**IsProd**, a condition: `!Equals [!Ref Stage, prod]`'],
  ['the condition of a resource', 'Condition: IsP|rod', '**IsProd**, a condition'],
  [
    'a cluster',
    'DBClusterIdentifier: !Ref Clus|ter',
    'with 2 instances; orders-a writes. This is so when IsProd is true.',
  ],
  ['an instance', '  Rea|der:\n', 'A reader of orders: db.r7g.xlarge.'],
  ['that it exists in some cases', '  Rea|der:\n', 'It exists only with **IsProd**'],
  ['what is created before', 'DependsOn: [Wri|ter]', 'The writer of orders: db.r7g.2xlarge, us-east-1a.'],
  ['an attribute', '!GetAtt Cluster.Endpoint.Addr|ess', 'host name of the cluster endpoint, which leads to the writer'],
  ['an attribute in a text', `\${Cluster.Endpoi|nt.Port}`, '**Cluster.Endpoint.Port**: port of the endpoints.'],
])('a name says what it is: %s', (_, stretch, words) => {
  expect(contents(stretch)).toContain(words);
});

test('the Metadata in the words of a blueprint', () => {
  expect(contents('writer|Recovery', worldwide)).toContain('Longest time without a writer inside the Region (RTO).');
});

test('a suppression: the rule', () => {
  const text = orders.replace('EngineVersion: "16.9"', 'EngineVersion: "16.9" # aurora-ignore AUR501: tested');
  expect(contents('aurora-ignore AUR|501', text)).toContain('**AUR501**');
});

test.each([
  ['a resource of another kind', 'AssumeRole|PolicyDocument'],
  ['a property that nobody knows', 'StorageTyp|o: aurora'],
  ['text', 'Description: ord|ers'],
])('nothing on %s', (_, stretch) => {
  const text = orders.replace('PreferredBackupWindow: 03:00-03:30', 'StorageTypo: aurora');
  expect(contents(stretch, text)).toBeUndefined();
});

test('an instance of another engine is left alone', () => {
  const text = `${orders}`.replace(
    '  Role:\n',
    '  Other:\n    Type: AWS::RDS::DBInstance\n    Properties: { Engine: mysql, PromotionTier: 3 }\n  Role:\n',
  );
  expect(contents('Promotion|Tier: 3', text)).toBeUndefined();
});

describe('JSON', () => {
  test.each([
    ['a property', '"DBInsta|nceIdentifier"', '**DBInstanceIdentifier**'],
    ['a reference', '"Ref": "Clus|ter"', '**Cluster** AWS::RDS::DBCluster'],
    ['a value', '"us-east|-1a"\n', 'stands there'],
  ])('%s', (_, stretch, words) => {
    const text = asJson(orders).replace(/\["us-east-1a"/, '["us-east-1a"');
    expect(contents(stretch.replace('\n', ''), text)).toContain(words);
  });
});

test('wherever the cursor stands in whatever text, what is said lies there', () => {
  const source = fc.tuple(
    fc.constantFrom(...editedTemplates),
    fc.constantFrom(...templateForms),
    fc.nat(),
    fc.nat(20),
    fc.nat(),
  );
  fc.assert(
    fc.property(source, ([written, [, form], at, torn, place]) => {
      const whole = form(written);
      const from = at % (whole.length + 1);
      const text = whole.slice(0, from) + whole.slice(from + torn);
      const cursor = place % (text.length + 1);
      const template = readTemplate(text);
      const found = template && hoverTemplate(template, cursor);
      if (found === undefined) return;
      expect(found.range.start <= cursor && cursor <= found.range.end && found.range.end <= text.length).toBe(true);
      expect(found.contents).not.toContain('undefined');
    }),
    { numRuns: 100 },
  );
});
