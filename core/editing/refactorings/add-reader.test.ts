import { expect, test } from 'vitest';
import { refactor, titles } from '../../testing/refactor.ts';

const primary = (instances: string, lines = '') => `aurora: 1
name: orders
engine: aurora-postgresql
primary:$0
  region: us-east-1
  instances:
${instances}${lines}`;

test('a reader goes to the AZ that has none, like the others, promoted behind them', () => {
  const instances = `    - { id: orders-a, class: db.r7g.2xlarge, availabilityZone: us-east-1a, promotionTier: 0, autoMinorVersionUpgrade: false }
    - { id: orders-b, class: db.r7g.xlarge, availabilityZone: us-east-1b, promotionTier: 1, autoMinorVersionUpgrade: false } # reads
`;
  expect(refactor(primary(instances, '  deletionProtection: true\n'), 'Add the reader orders-c in us-east-1c')).toBe(
    primary(
      `${instances}    - { id: orders-c, class: db.r7g.2xlarge, availabilityZone: us-east-1c, promotionTier: 2, autoMinorVersionUpgrade: false }\n`,
      '  deletionProtection: true\n',
    ).replace('$0', ''),
  );
});

test('instances that have a line for each property get another one like that', () => {
  const one = (id: string, zone: string, tier = '') => `    - id: ${id}
      class: db.r7g.large
      availabilityZone: us-east-1${zone}
${tier}`;
  const two = one('writer', 'a') + one('reader', 'b');
  expect(refactor(primary(two), 'Add the reader')).toBe(
    primary(two + one('reader-2', 'c', '      promotionTier: 2\n')).replace('$0', ''),
  );
});

test.each([
  [['orders-1', 'orders-2'], 'orders-3'],
  [['orders01', 'orders02'], 'orders03'],
  [['orders-writer'], 'orders-reader'],
  [['orders-writer', 'orders-reader-1'], 'orders-reader-2'],
  [['db-b', 'db-x'], 'db-y'],
  [['db-b', 'db-a'], 'db-c'],
  [['orders'], 'orders-2'],
])('after %j comes %s', (ids, next) => {
  expect(titles(primary(ids.map((id) => `    - { id: ${id}, class: db.r7g.large }\n`).join('')))).toContainEqual(
    expect.stringContaining(`Add the reader ${next} in `),
  );
});

test('ids that end with the letters of their AZs go on with the letter of the new one', () => {
  const instances = `    - { id: orders-c, class: db.r7g.large, availabilityZone: us-east-1c }
    - { id: orders-a, class: db.r7g.large, availabilityZone: us-east-1a }
`;
  expect(titles(primary(instances))).toContain('Add the reader orders-b in us-east-1b');
});

test('where every AZ has an instance, the one without a reader gets it', () => {
  const instances = ['b', 'a', 'c'].map(
    (zone) => `    - { id: orders-${zone}, class: db.r7g.large, availabilityZone: us-east-1${zone} }\n`,
  );
  expect(titles(primary(instances.join('')))).toContain('Add the reader orders-d in us-east-1b');
});

test('a headless secondary gets a reader of the class of the primary', () => {
  const text = `${primary('    - { id: orders-a, class: db.r7g.large }\n').replace('$0', '')}secondaries:
  - { clusterIdentifier: orders-eu$0, region: eu-west-1 }
`;
  expect(titles(text)).toEqual([]);
  expect(
    refactor(text.replace('$0', '').replace('region: eu', 'region: $0eu'), 'Add the reader orders-eu-a'),
  ).toContain(
    '- { clusterIdentifier: orders-eu, region: eu-west-1, instances: [ { id: orders-eu-a, class: db.r7g.large, availabilityZone: eu-west-1a } ] }',
  );
});

test.each([
  ['full', Array.from({ length: 16 }, (_, index) => `    - { id: orders-${index}, class: db.r7g.large }\n`).join('')],
  ['without a class that is known', '    - { id: orders-a, class: [] }\n'],
  ['without instances', ''],
  ['whose instances an anchor gives', '    &all [{ id: a, class: db.r7g.large }]\nx-all: *all\n'],
])('a cluster that is %s gets none', (_, instances) => {
  expect(titles(primary(instances)).filter((title) => title.startsWith('Add the reader'))).toEqual([]);
});

test('no reader goes where the cluster has no subnet', () => {
  const instance = '    - { id: orders-a, class: db.r7g.large, availabilityZone: us-east-1a }\n';
  const subnets = (...zones: readonly string[]) =>
    `  subnets:\n${zones.map((zone) => `    - { id: subnet-${zone}, availabilityZone: us-east-1${zone} }\n`).join('')}`;
  expect(titles(primary(instance, subnets('a', 'c')))).toContain('Add the reader orders-c in us-east-1c');
  expect(titles(primary(instance, subnets('f'))).filter((title) => title.startsWith('Add the reader'))).toEqual([]);
  expect(titles(primary(instance, `${subnets('a')}    - { id: subnet-x }\n`))).toContain(
    'Add the reader orders-b in us-east-1b',
  );
});

test('in the list of AZs, the one at the cursor gets the reader', () => {
  const text = primary('    - { id: orders-a, class: db.r7g.large, availabilityZone: us-east-1a }\n')
    .replace('$0', '')
    .replace('  instances:', '  availabilityZones: [us-east-1a, us-east-1b, us-east-1c$0]\n  instances:');
  expect(titles(text)).toContain('Add the reader orders-c in us-east-1c');
});
