import { describe, expect, test } from 'vitest';
import { blueprintShape } from '../design/format/blueprint.ts';
import { readBlueprint } from '../design/readers/blueprint.ts';
import { checkBlueprint } from '../rules/check-blueprint.ts';
import { judgedInvariants } from '../simulation/engine/invariants.ts';
import { chooseItem } from '../testing/choose-item.ts';
import { readFixture } from '../testing/markers.ts';
import { completeBlueprint } from './complete-blueprint.ts';
import { starts } from './new-design/starts.ts';

const complete = (marked: string) => {
  const { text, cursor = text.length } = readFixture(marked);
  return completeBlueprint(text, cursor);
};
const labels = (marked: string) => complete(marked).map(({ label }) => label);

/** The text after an item was chosen, its tab stops left as they are offered. */
function choose(marked: string, label: string): string {
  const { text } = readFixture(marked);
  const item = complete(marked).find((candidate) => candidate.label === label);
  if (item === undefined) throw new Error(`${label} is not offered`);
  return chooseItem(text, item);
}

const start = 'aurora: 1\nname: orders\nengine: aurora-postgresql\n';

describe('an empty file', () => {
  const wholes = starts().map(({ label }) => label);

  test.each(['$0', '# orders\n$0', '\n\n$0\n'])('%j offers whole blueprints, and then each key', (marked) => {
    expect(labels(marked)).toEqual([...wholes, ...Object.keys(blueprintShape.properties)]);
  });

  test.each(wholes)('%s has no finding', (label) => {
    expect(checkBlueprint(readBlueprint(choose('$0', label)))).toEqual([]);
  });

  test('the name is typed in all its places at once', () => {
    const items = complete('$0').filter(({ label }) => label.startsWith('blueprint'));
    for (const { insertText } of items) expect(insertText.replace(/\$\{1:orders\}/g, '')).not.toContain('orders');
  });

  test('a text that has begun is offered none', () => {
    expect(labels('aurora: 1\n$0').filter((label) => wholes.includes(label))).toEqual([]);
  });
});

describe('keys', () => {
  test('those that are missing, in the order of the format, required ones said', () => {
    const items = complete('name: orders\n$0\nprimary:\n  region: us-east-1\n');
    expect(items.slice(0, 3).map(({ label, detail }) => [label, detail])).toEqual([
      ['aurora', '1 (required)'],
      ['engine', 'one of aurora-postgresql, aurora-mysql (required)'],
      ['engineVersion', 'text'],
    ]);
    expect(items.map(({ label }) => label)).not.toContain('primary');
    expect([...items].sort((a, b) => (a.sortText < b.sortText ? -1 : 1))).toEqual(items);
  });

  test.each([
    ['half a word', `${start}prim$0`, 'primary'],
    ['in the middle of a word', `${start}pri$0m\nworkload: {}\n`, 'primary'],
    ['before other lines', `${start}prim$0\nworkload: {}\n`, 'primary'],
    ['inside a group', `${start}primary:\n  $0\n`, 'backupRetentionPeriod'],
    [
      'inside a group, half a word',
      `${start}primary:\n  region: us-east-1\n  back$0\n  port: 5432\n`,
      'backupRetentionPeriod',
    ],
    ['after a dash', `${start}primary:\n  instances:\n    - $0\n`, 'promotionTier'],
    ['after a dash, half a word', `${start}primary:\n  instances:\n    - cl$0\n    - id: b\n`, 'class'],
    ['in an item', `${start}primary:\n  instances:\n    - id: a\n      $0\n    - id: b\n`, 'availabilityZone'],
    ['in braces', `${start}primary: { $0 }\n`, 'region'],
    ['in braces behind a comma', `${start}primary: { region: us-east-1, $0 }\n`, 'instances'],
    ['in braces before another', `${start}primary: { $0 region: us-east-1 }\n`, 'instances'],
    ['in braces not closed', `${start}primary:\n  instances:\n    - { id: a, cl$0\n    - { id: b }\n`, 'class'],
    ['in braces at the end of the file', `${start}primary: { region: us-east-1, $0`, 'instances'],
    ['in JSON', `{"name": "a", "$0"}`, 'engine'],
    ['below a broken line', `${start}primary:\n  region: us-east-1\n  prot 1\n  $0\n`, 'port'],
    ['above a broken line', `${start}primary:\n  region: us-east-1\n  $0\n  prot: [\n`, 'port'],
    ['in the second document', `${start}primary: { region: us-east-1 }\n---\naurora: 1\n$0`, 'engine'],
    ['with CRLF', `aurora: 1\r\nprimary:\r\n  $0\r\n`, 'region'],
    [
      'beside what a merge key brings',
      `x-a: &a { id: a }\n${start}primary:\n  instances:\n    - <<: *a\n      $0\n`,
      'class',
    ],
  ])('%s', (_, marked, expected) => expect(labels(marked)).toContain(expected));

  test('what a merge key brings is not missing', () => {
    expect(labels(`x-a: &a { id: a }\nprimary:\n  instances:\n    - <<: *a\n      $0\n`)).not.toContain('id');
  });

  test.each([
    ['a value', `${start}$0`, 'profile', `${start}profile: production`],
    [
      'an example',
      `${start}primary:\n  back$0\n`,
      'backupRetentionPeriod',
      `${start}primary:\n  backupRetentionPeriod: 7\n`,
    ],
    ['a group', `${start}$0`, 'primary', `${start}primary:\n  region: us-east-1`],
    ['a group in braces', `${start}primary: { $0 }`, 'volume', `${start}primary: { volume: {  } }`],
    ['a list of values', `${start}primary:\n  $0`, 'availabilityZones', `${start}primary:\n  availabilityZones: []`],
    [
      'a list of groups',
      `${start}primary:\n  $0`,
      'instances',
      `${start}primary:\n  instances:\n    - { id: orders-a, class: db.r7g.large }`,
    ],
    [
      'a list in braces',
      `${start}primary: { $0 }`,
      'instances',
      `${start}primary: { instances: [{ id: orders-a, class: db.r7g.large }] }`,
    ],
    [
      'a key that has its colon',
      `${start}primary:\n  reg$0n: us-east-1\n`,
      'region',
      `${start}primary:\n  region: us-east-1\n`,
    ],
    ['a key in quotes', `{"name": "a", "eng$0": "aurora-mysql"}`, 'engine', `{"name": "a", "engine": "aurora-mysql"}`],
  ])('choosing writes %s', (_, marked, label, expected) => expect(choose(marked, label)).toBe(expected));
});

describe('values', () => {
  const roleFeatures = ['Comprehend', 'SageMaker', 'Bedrock', 's3Import', 's3Export', 'Lambda'];
  const cluster = (line: string) => `${start}primary:\n  region: us-east-2\n${line}`;
  const instances =
    '  instances:\n    - { id: orders-a, class: db.r7g.large }\n    - { id: orders-b, class: db.r7g.large }\n';
  const replication = (engine: string) =>
    `aurora: 1\nengine: ${engine}\nsecondaries:\n  - { region: eu-west-1, replication: $0 }\n`;

  const scenario = (event: string) => `${cluster(instances)}scenarios:\n  - name: x\n    events:\n      - ${event}\n`;

  test.each([
    ['choices', 'engine: $0', ['aurora-postgresql', 'aurora-mysql']],
    ['choices directly behind the colon', 'engine:$0', ['aurora-postgresql', 'aurora-mysql']],
    ['half a word', 'engine: aurora-p$0', ['aurora-postgresql', 'aurora-mysql']],
    ['in quotes', 'engine: "$0"', ['aurora-postgresql', 'aurora-mysql']],
    ['booleans', cluster('  deletionProtection: $0\n'), ['true', 'false']],
    ['in braces', `primary: { deletionProtection: $0 }`, ['true', 'false']],
    ['in braces not closed', `primary: { deletionProtection: $0\nname: x\n`, ['true', 'false']],
    ['the AZs of the Region', cluster('  availabilityZones: [$0]\n'), ['us-east-2a', 'us-east-2b', 'us-east-2c']],
    ['those not listed yet', cluster('  availabilityZones: [us-east-2a, $0]\n'), ['us-east-2b', 'us-east-2c']],
    ['in a block list', cluster('  availabilityZones:\n    - us-east-2a\n    - $0\n'), ['us-east-2b', 'us-east-2c']],
    ['without brackets', cluster('  availabilityZones: $0\n'), ['us-east-2a', 'us-east-2b', 'us-east-2c']],
    ['below its key', cluster('  availabilityZones:\n    $0\n'), ['us-east-2a', 'us-east-2b', 'us-east-2c']],
    [
      'of a secondary',
      `${cluster('')}secondaries:\n  - region: us-west-1\n    availabilityZones: [$0]\n`,
      ['us-west-1a', 'us-west-1c'],
    ],
    [
      'of an instance',
      cluster('  instances: [{ id: a, availabilityZone: $0 }]\n'),
      ['us-east-2a', 'us-east-2b', 'us-east-2c'],
    ],
    [
      'instances of an endpoint',
      cluster(`${instances}  endpoints:\n    - { id: x, staticMembers: [$0] }\n`),
      ['orders-a', 'orders-b'],
    ],
    ['who crashes', scenario('{ at: 1s, crash: $0 }'), ['writer', 'orders-a', 'orders-b']],
    ['a lost AZ', scenario('{ at: 1s, fail: az, target: $0 }'), ['us-east-2a', 'us-east-2b', 'us-east-2c']],
    [
      'a lost AZ, target first',
      scenario('{ at: 1s, target: $0, fail: az }'),
      ['us-east-2a', 'us-east-2b', 'us-east-2c'],
    ],
    ['a lost Region', scenario('{ at: 1s, fail: region, target: $0 }'), ['us-east-2']],
    [
      'where a reader is added',
      scenario('{ at: 1s, add: reader, target: $0 }'),
      ['us-east-2a', 'us-east-2b', 'us-east-2c', 'us-east-2'],
    ],
    ['a lost instance', scenario('{ at: 1s, fail: instance, target: $0 }'), ['orders-a', 'orders-b']],
    [
      'a lost segment',
      scenario('{ at: 1s, fail: segment, target: $0 }'),
      [0, 9].flatMap((pg) => [...'ABCDEF'].map((letter) => `pg-${pg}/${letter}`)),
    ],
    ['invariants', `scenarios:\n  - name: x\n    expect: { never: [$0] }\n`, [...judgedInvariants]],
    [
      'logs of the engine',
      cluster('  enableCloudwatchLogsExports: [$0]\n'),
      ['postgresql', 'instance', 'iam-db-auth-error'],
    ],
    ['Regions of the design', `${cluster('')}machineLearning:\n  - { regions: [$0] }\n`, ['us-east-2']],
    ['examples', cluster('  serverlessV2ScalingConfiguration: { secondsUntilAutoPause: $0 }\n'), ['300']],
    ['what AWS takes', cluster('  monitoringInterval: $0\n'), ['0', '1', '5', '10', '15', '30', '60']],
    [
      'windows in the night of the Region',
      cluster('  preferredBackupWindow: $0\n').replace('us-east-2', 'eu-west-1'),
      ['03:00-03:30', '02:00-02:30', '04:00-04:30', '01:00-01:30', '05:00-05:30', '00:00-00:30'],
    ],
    [
      'windows beside the other one',
      cluster('  preferredBackupWindow: 07:45-08:15\n  preferredMaintenanceWindow: $0\n'),
      [
        'sun:07:00-sun:07:30',
        'sun:09:00-sun:09:30',
        'sun:06:00-sun:06:30',
        'sun:10:00-sun:10:30',
        'sun:05:00-sun:05:30',
      ],
    ],
    ['replication of PostgreSQL', replication('aurora-postgresql'), ['global']],
    ['replication of MySQL', replication('aurora-mysql'), ['global', 'binlog']],
    ['replication of an engine nobody knows', replication('aurora'), ['global', 'binlog']],
    ['roles of the engine', cluster('  associatedRoles: [{ featureName: s3$0 }]\n'), roleFeatures],
    [
      'no feature names where the engine takes none',
      cluster('  associatedRoles: [{ featureName: $0 }]\n').replace('aurora-postgresql', 'aurora-mysql'),
      [],
    ],
    ['values of a parameter', cluster('  parameters: { apg_ccm_enabled: $0 }\n'), ['1', '0']],
    ['nothing for a parameter that no fact knows', cluster('  parameters: { work_mem: $0 }\n'), []],
    [
      'AZs and Regions that lose each other',
      scenario('{ at: 1s, partition: [[us-east-2a], [$0]] }'),
      ['us-east-2a', 'us-east-2b', 'us-east-2c', 'us-east-2'],
    ],
    [
      'what can be restored',
      scenario('{ at: 1m, snapshot: before }\n      - { at: 9m, restore: { snapshot: $0 } }'),
      ['before'],
    ],
    [
      'what takes a load of its own',
      scenario(
        '{ at: 1m, clone: staging }\n      - { at: 2m, restore: { toTime: 1s } }\n      - { at: 9m, load: {}, target: $0 }',
      ),
      ['staging', 'restore-1'],
    ],
    ['whom a failover by hand promotes', scenario('{ at: 1s, failover: cluster, target: $0 }'), ['orders-b']],
    ['no boolean in quotes', cluster('  deletionProtection: "$0"\n'), []],
    ['no list in quotes', cluster('  availabilityZones: "$0"\n'), []],
    ['at the end of the file', cluster('  storageType: $0'), ['aurora', 'aurora-iopt1']],
    ['with CRLF', cluster('  storageType: $0\n').replaceAll('\n', '\r\n'), ['aurora', 'aurora-iopt1']],
    ['in half a list', cluster('  availabilityZones: [us-east-2a, $0'), ['us-east-2b', 'us-east-2c']],
    ['nothing where a list follows below', cluster('  availabilityZones: $0\n    - us-east-2a\n'), []],
    ['nothing for free text', 'databaseName: $0', []],
    ['nothing in a comment', '# engine: $0', []],
    ['nothing behind a value', 'engine: aurora-mysql $0', []],
  ])('%s', (_, marked, expected) => expect(labels(marked)).toEqual(expected));

  test('Regions by code, with their names', () => {
    const items = complete(`${start}primary:\n  region: eu-$0\n`);
    expect(items.find(({ label }) => label === 'eu-west-1')).toMatchObject({
      detail: 'Europe (Ireland)',
      documentation: expect.stringContaining('eu-west-1a, eu-west-1b, eu-west-1c'),
    });
  });

  test('Regions that others do not have, found by their name', () => {
    const items = complete(`${start}primary:\n  region: us-east-1\nsecondaries:\n  - region: irel$0\n`);
    expect(items.find(({ label }) => label === 'eu-west-1')?.filterText).toBe('eu-west-1 Europe (Ireland)');
    expect(items.map(({ label }) => label)).not.toContain('us-east-1');
  });

  test('a Region to add is any that the design does not have', () => {
    const offered = labels(scenario('{ at: 1s, add: region, target: $0 }'));
    expect(offered).toContain('eu-west-1');
    expect(offered).not.toContain('us-east-2');
  });

  test('a Region that the run has added by then can take over', () => {
    const offeredAt = (at: string) =>
      labels(
        scenario(`{ at: 10m, add: region, target: ap-south-1 }\n      - { at: ${at}, switchover: region, target: $0 }`),
      );
    expect(offeredAt('20m')).toContain('ap-south-1');
    expect(offeredAt('5m')).not.toContain('ap-south-1');
  });

  test('versions of the engine with their state, newest first, in quotes where YAML needs them', () => {
    const items = complete(`${start}engineVersion: $0\n`);
    const offered = items.map(({ label }) => label);
    expect(offered.indexOf('17.5')).toBeLessThan(offered.indexOf('16.9'));
    expect(offered.indexOf('11.9')).toBeLessThan(offered.indexOf('16.9-limitless'));
    expect(offered.some((version) => version.includes('mysql'))).toBe(false);
    expect(items.find(({ label }) => label === '16.8')).toMatchObject({ insertText: '"16.8"' });
    expect(items.find(({ label }) => label === '16.8')?.detail).toContain('standard support to 20');
    const mysql = complete(`${start.replace('postgresql', 'mysql')}engineVersion: "$0"\n`);
    expect(mysql.find(({ label }) => label === '8.0.mysql_aurora.3.04.6')?.detail).toContain('LTS');
    expect(mysql[0]).toMatchObject({ label: '8.4.mysql_aurora.8.4.7', insertText: '8.4.mysql_aurora.8.4.7' });
  });

  test('the version of the others comes first for a member of a global database', () => {
    const version = `${start}engineVersion: "16.9"\nprimary: { region: us-east-1 }\n`;
    expect(labels(`${version}secondaries:\n  - region: eu-west-1\n    engineVersion: $0\n`)[0]).toBe('16.9');
  });

  test('AZs with who stands there, the emptiest first', () => {
    const placed = instances
      .replace('large }', 'large, availabilityZone: us-east-2a }')
      .replace('-b,', '-b, availabilityZone: $0,');
    expect(complete(cluster(placed)).map(({ label, detail }) => [label, detail])).toEqual([
      ['us-east-2b', 'nobody stands there'],
      ['us-east-2c', 'nobody stands there'],
      ['us-east-2a', 'orders-a'],
    ]);
  });

  test('promotion tiers with who stands there', () => {
    const tiers = complete(cluster(instances.replace('-b,', '-b, promotionTier: $0,')));
    expect(tiers.slice(0, 3).map(({ label, detail }) => [label, detail])).toEqual([
      ['0', 'promoted first'],
      ['1', 'orders-a'],
      ['2', undefined],
    ]);
    expect(tiers).toHaveLength(16);
  });

  test('classes that version and Region have; like the writer first', () => {
    const reader = (version: string, region: string) =>
      labels(
        `${start}engineVersion: "${version}"\nprimary:\n  region: ${region}\n  instances:\n    - { id: a, class: db.r6g.xlarge }\n    - { id: b, class: $0 }\n`,
      );
    expect(reader('16.9', 'us-east-1')[0]).toBe('db.r6g.xlarge');
    expect(reader('16.9', 'us-east-1')).toContain('db.r8g.large');
    expect(reader('13.9', 'us-east-1')).not.toContain('db.r8g.large');
    expect(reader('11.9', 'us-east-1')).not.toContain('db.serverless');
    expect(reader('16.9', 'ca-west-1')).not.toContain('db.r8g.large');
  });

  test('classes of the engine, with their size; Serverless v2 and new ones first', () => {
    const items = complete(cluster('  instances: [{ class: $0 }]\n'));
    expect(items[0]).toMatchObject({ label: 'db.serverless' });
    expect(items.find(({ label }) => label === 'db.r7g.2xlarge')?.detail).toBe('8 vCPU, 64 GiB');
    const all = items.map(({ label }) => label);
    expect(all.indexOf('db.r8g.large')).toBeLessThan(all.indexOf('db.r7g.large'));
    expect(all.indexOf('db.r7g.large')).toBeLessThan(all.indexOf('db.t4g.medium'));
    const mysql = labels(cluster('  instances: [{ class: $0 }]\n').replace('postgresql', 'mysql'));
    expect(all).toContain('db.r6gd.xlarge');
    expect(mysql).not.toContain('db.r6gd.xlarge');
  });

  test('an instance says its role, class and AZ', () => {
    expect(complete(scenario('{ at: 1s, crash: $0 }'))[1]?.detail).toBe('writer, db.r7g.large, us-east-2a');
  });

  test.each([
    ['replaces the word', 'engine: aurora-p$0ost\n', 'aurora-mysql', 'engine: aurora-mysql\n'],
    ['keeps the quotes', 'engine: "au$0"\n', 'aurora-mysql', 'engine: "aurora-mysql"\n'],
    ['writes the blank', 'engine:$0\n', 'aurora-mysql', 'engine: aurora-mysql\n'],
    [
      'makes a list',
      cluster('  availabilityZones: $0\n'),
      'us-east-2b',
      cluster('  availabilityZones: [us-east-2b]\n'),
    ],
    [
      'makes an item',
      cluster('  availabilityZones:\n    $0\n'),
      'us-east-2b',
      cluster('  availabilityZones:\n    - us-east-2b\n'),
    ],
    [
      'keeps a window whole',
      cluster('  preferredBackupWindow: 04:0$0\n'),
      '08:00-08:30',
      cluster('  preferredBackupWindow: 08:00-08:30\n'),
    ],
  ])('choosing %s', (_, marked, label, expected) => expect(choose(marked, label)).toBe(expected));
});

describe('items', () => {
  const item = '{ id: orders-a, class: db.r7g.large }';
  test.each([
    ['below the key', `${start}primary:\n  instances:\n    $0\n`, '- { id, class }', `    - ${item}\n`],
    [
      'below another item',
      `${start}primary:\n  instances:\n    - id: a\n    $0\n`,
      '- { id, class }',
      `    - ${item}\n`,
    ],
    ['in brackets', `${start}primary: { instances: [$0] }\n`, '{ id, class }', `[${item}]`],
    ['in brackets behind a comma', `${start}primary: { instances: [{ id: a }, $0] }\n`, '{ id, class }', `, ${item}]`],
  ])('%s', (_, marked, label, expected) => {
    expect(labels(marked)).toEqual([label]);
    expect(choose(marked, label)).toContain(expected);
  });
});
