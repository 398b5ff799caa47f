import { describe, expect, test } from 'vitest';
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
  [
    'all AZs of the volume',
    cluster(
      '  availability$0Zones: [us-east-1a, us-east-1b, us-east-1c]\n  instances: [{ id: a, availabilityZone: us-east-1b }]\n',
    ),
    'availabilityZones',
    'us-east-1b: a stands there; segments',
  ],
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

describe('what it means here', () => {
  const orders = (line: string) => `aurora: 1
name: orders
engine: aurora-postgresql
engineVersion: "16.9"
primary:
  region: us-east-1
  instances:
    - { id: orders-a, class: db.r7g.2xlarge, availabilityZone: us-east-1a, promotionTier: 0 }
    - { id: orders-b, class: db.r7g.2xlarge, availabilityZone: us-east-1b, promotionTier: 0 }
    - { id: orders-c, class: db.r7g.large, availabilityZone: us-east-1c, promotionTier: 2 }
  endpoints:
    - { id: analytics, type: READER, staticMembers: [orders-c] }
  preferredMaintenanceWindow: sun:05:00-sun:05:30
${line}`;
  const changed = (from: string, to: string) => orders('').replace(from, to);
  const event = (written: string) => orders(`scenarios: [{ name: x, events: [{ at: 1s, ${written} }] }]\n`);

  test.each([
    ['a tier', changed('promotionTier: 2', 'promotionTier: $02'), 'orders-b is promoted first; after it orders-c.'],
    ['the tier of the writer', changed('promotionTier: 0', 'promotionTier: $00'), 'orders-a writes; its tier counts'],
    ['a smaller class', changed('db.r7g.large', 'db.r7g.$0large'), 'Smaller than the writer (db.r7g.2xlarge).'],
    ['a class that is on sale', changed('db.r7g.2xlarge', 'db.r7g$0.2xlarge'), 'On sale in us-east-1.'],
    ['an AZ', changed('us-east-1b', 'us-east$0-1b'), 'orders-b stands there; segments B and E of every'],
    ['a version', changed('"16.9"', '"16$0.9"'), 'standard support to'],
    ['an endpoint', changed('analytics', 'analy$0tics'), 'Answers while nothing has failed: orders-c.'],
    [
      'a window',
      orders('  preferredBackupWindow: 04:4$05-05:15\n'),
      '30 minutes, UTC, every day. It overlaps the maintenance',
    ],
    [
      'a window apart',
      orders('  preferredBackupWindow: 03:0$00-04:00\n'),
      '60 minutes, UTC, every day. Apart from the',
    ],
    ['a weekly window', changed('sun:05:00-', 'sun:05:0$00-'), '30 minutes, UTC, once a week.'],
    ['a crash of the writer', event('crash: wri$0ter'), 'orders-a writes; orders-b is promoted.'],
    ['a crash of a reader', event('crash: orders$0-b'), 'orders-b reads, so nobody is promoted.'],
    [
      'a lost AZ',
      event('fail: az, target: us-east$0-1a'),
      'orders-a is lost. Two of six copies are gone; writes need 4 and go on.',
    ],
    ['a feature the version has', orders('  enableLocal$0WriteForwarding: true\n'), 'Aurora PostgreSQL 16.9 has it.'],
    ['a feature it does not have', orders('  backtrack$0Window: 0\n'), 'Aurora PostgreSQL 16.9 does not have it.'],
    [
      'a capacity',
      orders('  serverlessV2ScalingConfiguration: { minCapacity: 0$0.5, maxCapacity: 8 }\n'),
      '0.5 ACU, about 1 GiB of memory. Version 16.9 takes 0 to 256 ACU',
    ],
    [
      'a rule in a suppression',
      orders('  port: 5432 # aurora-ignore AUR$0301: we keep them elsewhere\n'),
      '**AUR301**',
    ],
  ])('%s', (_, marked, words) => {
    expect(hover(marked)?.contents.replaceAll('\\', '')).toContain(words);
  });

  test('the tier of a secondary counts later', () => {
    const secondary = orders(
      'secondaries: [{ region: eu-west-1, instances: [{ id: e, class: db.r7g.large, promotionTier: $01 }] }]\n',
    );
    expect(hover(secondary)?.contents).toContain('A secondary has no writer');
  });

  test('every instance of a multi-master cluster is a writer, and nobody is promoted', () => {
    const several = changed('region: us-east-1', 'region: us-east-1\n  engineMode: multimaster');
    const crash = several.replace(
      'primary:',
      'scenarios: [{ name: x, events: [{ at: 1s, crash: orders$0-b }] }]\nprimary:',
    );
    expect(hover(crash)?.contents).toContain('writer, db.r7g.2xlarge, us-east-1b');
    expect(hover(crash)?.contents.replaceAll('\\', '')).toContain(
      'orders-b writes, and so do the others: nobody is promoted.',
    );
    expect(hover(several.replace('promotionTier: 2', 'promotionTier: $02'))?.contents).toContain(
      'the tier decides nothing',
    );
  });

  test('a writer without readers is recreated', () => {
    const alone = 'engine: aurora-mysql\nprimary: { region: us-east-1, instances: [{ id: a, class: db.r7g.large }] }\n';
    expect(hover(`${alone}scenarios: [{ name: x, events: [{ at: 1s, crash: a$0 }] }]\n`)?.contents).toContain(
      'recreated in its AZ',
    );
  });
});
