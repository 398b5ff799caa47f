import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { blueprintShape } from '../design/format/blueprint.ts';
import { readBlueprint } from '../design/readers/blueprint.ts';
import { checkBlueprint } from '../rules/check-blueprint.ts';
import { blueprintForms } from '../testing/blueprint-forms.ts';
import { exampleBlueprints } from '../testing/examples.ts';
import { readFixture } from '../testing/markers.ts';
import { applyEdits } from '../text/range.ts';
import { completeBlueprint } from './complete-blueprint.ts';

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
  const line = text.slice(text.lastIndexOf('\n', item.range.start - 1) + 1, item.range.start);
  const indent = /^ */.exec(line)?.[0] ?? '';
  const plain = item.insertText
    .replace(/\$\{\d+:((?:\\.|[^}\\])*)\}/g, '$1')
    .replace(/\$\{\d+\|([^,|]*)[^}]*\}/g, '$1')
    .replace(/\$\d+/g, '')
    .replace(/\\(.)/g, '$1');
  const newText = item.isSnippet ? plain.replaceAll('\n', `\n${indent}`) : item.insertText;
  return applyEdits(text, [{ range: item.range, newText }]);
}

const start = 'aurora: 1\nname: orders\nengine: aurora-postgresql\n';

describe('an empty file', () => {
  test.each(['$0', '# orders\n$0', '\n\n$0\n'])('%j offers a whole blueprint, and then each key', (marked) => {
    expect(labels(marked)).toEqual(['blueprint', ...Object.keys(blueprintShape.properties)]);
  });

  test('the whole blueprint has no finding', () => {
    expect(checkBlueprint(readBlueprint(choose('$0', 'blueprint')))).toEqual([]);
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
      'backtrackWindow',
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
    ['a key in quotes', `{"name": "a", "eng$0": "x"}`, 'engine', `{"name": "a", "engine": "x"}`],
  ])('choosing writes %s', (_, marked, label, expected) => expect(choose(marked, label)).toBe(expected));
});

describe('values', () => {
  const cluster = (line: string) => `${start}primary:\n  region: us-east-2\n${line}`;
  const instances =
    '  instances:\n    - { id: orders-a, class: db.r7g.large }\n    - { id: orders-b, class: db.r7g.large }\n';
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
    ['a lost instance', scenario('{ at: 1s, fail: instance, target: $0 }'), ['orders-a', 'orders-b']],
    [
      'a lost segment',
      scenario('{ at: 1s, fail: segment, target: $0 }'),
      [0, 9].flatMap((pg) => [...'ABCDEF'].map((letter) => `pg-${pg}/${letter}`)),
    ],
    [
      'invariants',
      `scenarios:\n  - name: x\n    expect: { never: [$0] }\n`,
      ['acked-commit-lost', 'two-writers-in-one-epoch'],
    ],
    [
      'logs of the engine',
      cluster('  enableCloudwatchLogsExports: [$0]\n'),
      ['postgresql', 'instance', 'iam-db-auth-error'],
    ],
    ['Regions of the design', `${cluster('')}machineLearning:\n  - { regions: [$0] }\n`, ['us-east-2']],
    ['examples', cluster('  preferredBackupWindow: $0\n'), ['03:00-03:30']],
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
      '03:00-03:30',
      cluster('  preferredBackupWindow: 03:00-03:30\n'),
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

test('wherever the cursor stands in whatever text, items stay inside it', () => {
  const source = fc
    .tuple(fc.constantFrom(...exampleBlueprints), fc.constantFrom(...blueprintForms), fc.nat(), fc.nat(20), fc.nat())
    .map(([[, text], [, form], at, torn, cursor]) => {
      const whole = form(text);
      const from = at % (whole.length + 1);
      const left = whole.slice(0, from) + whole.slice(from + torn);
      return { text: left, cursor: cursor % (left.length + 1) };
    });
  fc.assert(
    fc.property(source, ({ text, cursor }) => {
      for (const { range } of completeBlueprint(text, cursor)) {
        expect(0 <= range.start && range.start <= cursor && cursor <= range.end && range.end <= text.length).toBe(true);
      }
    }),
    { numRuns: 200 },
  );
});
