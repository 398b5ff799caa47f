import { expect, test } from 'vitest';
import { readBlueprint } from '../../design/readers/blueprint.ts';
import { checkBlueprint } from '../../rules/check-blueprint.ts';
import { chooseItem } from '../../testing/choose-item.ts';
import { readFixture } from '../../testing/markers.ts';
import { completeBlueprint } from '../complete-blueprint.ts';

const head = `aurora: 1
name: orders
engine: aurora-postgresql
engineVersion: "16.13"
masterUsername: appadmin
masterUserPassword: "{{resolve:secretsmanager:orders/admin:SecretString:password}}"
`;

const cluster = (lines: string, instanceClass = 'db.r7g.large') => `${head}primary:
  region: us-east-1
  instances:
    - { id: orders-a, class: ${instanceClass}, availabilityZone: us-east-1a, promotionTier: 0 }
    - { id: orders-b, class: ${instanceClass}, availabilityZone: us-east-1b, promotionTier: 1 }
    - { id: orders-c, class: ${instanceClass}, availabilityZone: us-east-1c, promotionTier: 2 }
${lines}`;

const complete = (marked: string) => {
  const { text, cursor = text.length } = readFixture(marked);
  return { text, items: completeBlueprint(text, cursor) };
};

function choose(marked: string, label: string): string {
  const { text, items } = complete(marked);
  const item = items.find((one) => one.label === label);
  if (item === undefined) throw new Error(`${label} is not among ${items.map((one) => one.label).join('; ')}`);
  return chooseItem(text, item);
}

const secondary = `secondaries:
  - clusterIdentifier: orders-euw1
    region: eu-west-1
    instances:
      - { id: orders-euw1-a, class: db.r7g.large, availabilityZone: eu-west-1a }
      - { id: orders-euw1-b, class: db.r7g.large, availabilityZone: eu-west-1b }
`;

test.each([
  [
    'a reader',
    cluster('    $0\n').replace(/ {4}- \{ id: orders-c.*\n/, ''),
    'reader in us-east-1c',
    'class: db.r7g.large, availabilityZone: us-east-1c }',
  ],
  [
    'a reader behind its dash',
    cluster('    - $0\n').replace(/ {4}- \{ id: orders-c.*\n/, ''),
    'reader in us-east-1c',
    '    - { id: orders-c, ',
  ],
  ['a secondary', cluster('$0'), 'secondaries: secondary in eu-west-1', secondary],
  ['a secondary as item', cluster('secondaries:\n  $0\n'), 'secondary in eu-west-1', secondary],
  ['a secondary behind its dash', cluster('secondaries:\n  - $0\n'), 'secondary in eu-west-1', secondary],
  [
    'auto scaling',
    cluster('  $0\n'),
    'autoScaling: readers by CPU',
    '  autoScaling:\n    minCapacity: 2\n    maxCapacity: 5\n',
  ],
  [
    'Serverless v2',
    cluster('  $0\n', 'db.serverless'),
    'serverlessV2ScalingConfiguration: Serverless v2 capacity',
    '    minCapacity: 2\n    maxCapacity: 16\n',
  ],
  [
    'a custom endpoint',
    cluster('  endpoints:\n    $0\n'),
    'endpoint for all readers',
    '    - { id: analytics, type: READER }\n',
  ],
  [
    'a scenario',
    cluster('$0'),
    'scenarios: lose the AZ of the writer',
    '      - { at: 60s, fail: az, target: us-east-1a, for: 20m }\n',
  ],
  ['a crash', cluster('scenarios:\n  - $0\n'), 'scenario: the writer crashes', '      - { at: 60s, crash: writer }\n'],
  [
    'the loss of a Region',
    cluster(`${secondary}scenarios:\n  $0\n`),
    'scenario: lose the primary Region',
    'fail: region, target: us-east-1',
  ],
])('%s arrives valid', (_, marked, label, expected) => {
  const text = choose(marked, label);
  expect(text.endsWith('\n') ? text : `${text}\n`).toContain(expected);
  expect(checkBlueprint(readBlueprint(text)).map(({ rule, message }) => `${rule} ${message}`)).toEqual([]);
});

test('objectives that the design holds', () => {
  const settled = cluster(`  backupRetentionPeriod: 14
  preferredBackupWindow: 03:00-03:30
  preferredMaintenanceWindow: sun:05:00-sun:05:30
  deletionProtection: true
  copyTagsToSnapshot: true
  storageEncrypted: true
  enableCloudwatchLogsExports: [postgresql]
profile: production
`);
  const rules = (text: string) => checkBlueprint(readBlueprint(text)).map(({ rule }) => rule);
  const text = choose(`${settled}$0`, 'objectives: survive an AZ');
  expect(text).toContain('objectives:\n  writerRecovery: 60s\n  dataLoss: 0s\n  survive: [instance, az]');
  expect(rules(text).filter((rule) => !rules(settled).includes(rule))).toEqual([]);
});

test.each([
  [
    'a sixteenth reader',
    cluster(
      `${Array.from({ length: 13 }, (_, index) => `    - { id: o-${index}, class: db.r7g.large }\n`).join('')}    $0\n`,
    ),
    /^reader in/,
  ],
  ['an endpoint without readers', `${head}primary:\n  region: us-east-1\n  endpoints:\n    $0\n`, /^endpoint for/],
  ['auto scaling of Serverless v2', cluster('  $0\n', 'db.serverless'), /^autoScaling:/],
  ['a Serverless v2 range without instances', cluster('  $0\n'), /^serverlessV2ScalingConfiguration:/],
  ['a global database of burstable classes', cluster('$0', 'db.t4g.medium'), /^secondaries:/],
  [
    'objectives of a single instance',
    `${head}primary: { region: us-east-1, instances: [{ id: a, class: db.r7g.large }] }\n$0`,
    /^objectives:/,
  ],
])('not %s', (_, marked, label) => {
  const { items } = complete(marked);
  expect(items.length).toBeGreaterThan(0);
  expect(items.filter((item) => label.test(item.label))).toEqual([]);
});
