import { expect, test } from 'vitest';
import { readBlueprint } from '../design/readers/blueprint.ts';
import { exampleBlueprints } from '../testing/examples.ts';
import { readFixture } from '../testing/markers.ts';
import { hoverBlueprint } from './hover-blueprint.ts';

const hover = (marked: string) => {
  const { text, cursor = 0 } = readFixture(marked);
  const found = hoverBlueprint(readBlueprint(text), cursor);
  return found === undefined ? undefined : { ...found, marked: text.slice(found.range.start, found.range.end) };
};

const cluster = (line: string) =>
  `aurora: 1\nname: orders\nengine: aurora-mysql\nprimary:\n  region: us-east-1\n${line}`;

test('a property: what it is, default, limits, and where that is written', () => {
  const found = hover(cluster('  backup$0RetentionPeriod: 7\n'));
  expect(found?.marked).toBe('backupRetentionPeriod');
  expect(found?.contents).toContain('**backupRetentionPeriod**');
  expect(found?.contents).toContain('Default: 1 day');
  expect(found?.contents).toContain('Limits: 1 to 35 days');
  expect(found?.contents).toContain('[Amazon Aurora User Guide](https://docs.aws.amazon.com/');
});

test('a fact that is not certain says so', () => {
  expect(hover('engine$0Version: "16.9"\n')?.contents).toContain('(medium confidence)');
});

test.each([
  ['a Region', cluster('').replace('us-east-1', 'eu-we$0st-1'), 'eu-west-1', 'Europe (Ireland)'],
  ['an AZ', cluster('  availabilityZones: [us-east-1a, us-$0east-1b]\n'), 'us-east-1b', 'US East (N. Virginia)'],
  ['an AZ nobody has', cluster('  availabilityZones: [us-east-$01x]\n'), 'us-east-1x', 'does not have this AZ'],
  ['a class', cluster('  instances:\n    - class: db.r7g.2xl$0arge\n'), 'db.r7g.2xlarge', '8 vCPU, 64 GiB'],
  ['Serverless v2', cluster('  instances: [{ class: db.$0serverless }]\n'), 'db.serverless', 'ACU'],
  [
    'a value in quotes',
    cluster('  instances: [{ class: "db.r6gd$0.xlarge" }]\n'),
    '"db.r6gd.xlarge"',
    'PostgreSQL only',
  ],
  [
    'an instance',
    cluster(
      '  instances: [{ id: a, class: db.r7g.large }]\nscenarios:\n  - { name: x, events: [{ at: 1s, crash: $0a }] }\n',
    ),
    'a',
    '**a**: writer, db.r7g.large, us-east-1a',
  ],
  ['any value', cluster('  port: 33$006\n'), '3306', '**port**'],
  ['the second document', `${cluster('')}---\nna$0me: x\n`, 'name', 'GlobalClusterIdentifier'],
  ['broken text', cluster('  po$0rt: 3306\n  tags: [\n'), 'port', '1150 to 65535'],
])('%s', (_, marked, place, words) => {
  const found = hover(marked);
  expect(found?.marked).toBe(place);
  expect(found?.contents).toContain(words);
});

test.each([
  ['a comment', '# ab$0out\nname: orders\n'],
  ['a key that nobody knows', 'na$0mme: orders\n'],
  ['blanks', cluster('$0  port: 3306\n')],
  ['an empty file', '$0'],
])('nothing on %s', (_, marked) => expect(hover(marked)).toBeUndefined());

test('every place of the examples is said something about, or nothing', () => {
  for (const [, text] of exampleBlueprints) {
    for (let offset = 0; offset <= text.length; offset += 7) {
      const found = hoverBlueprint(readBlueprint(text), offset);
      if (found === undefined) continue;
      expect(found.contents).not.toBe('');
      expect(found.range.start <= offset && offset <= found.range.end).toBe(true);
    }
  }
});
