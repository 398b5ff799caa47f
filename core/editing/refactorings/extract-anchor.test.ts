import { expect, test } from 'vitest';
import { refactor, titles } from '../../testing/refactor.ts';

const head = 'aurora: 1\nname: orders\nengine: aurora-postgresql\n';

test('a class that several instances have is written once, with its quotes and comments around it', () => {
  const text = `${head}primary:
  region: us-east-1
  instances:
    - { id: orders-a, class: "db.r7g.large" } # writes
    - { id: orders-b, class: db.r7g.$0large, promotionTier: 2 }
    - id: orders-c
      class:   db.r7g.large   # reads
    - { id: orders-d, class: db.r7g.xlarge }
`;
  expect(refactor(text, 'Extract class into the anchor &class (3 uses)')).toBe(`${head}primary:
  region: us-east-1
  instances:
    - { id: orders-a, class: &class "db.r7g.large" } # writes
    - { id: orders-b, class: *class, promotionTier: 2 }
    - id: orders-c
      class: *class   # reads
    - { id: orders-d, class: db.r7g.xlarge }
`);
});

test('a mapping becomes an anchor as a whole; what stands in it can be chosen by itself', () => {
  const text = `${head}primary:
  region: us-east-1
  serverlessV2ScalingConfiguration:
    minCapacity: 2$0
    maxCapacity: 16
secondaries:
  - region: eu-west-1
    serverlessV2ScalingConfiguration:
      minCapacity: 2
      maxCapacity: 16
    deletionProtection: true
`;
  expect(titles(text)).toEqual([
    'Extract minCapacity into the anchor &minCapacity (2 uses)',
    'Extract serverlessV2ScalingConfiguration into the anchor &serverlessV2ScalingConfiguration (2 uses)',
  ]);
  expect(refactor(text, 'Extract serverlessV2')).toBe(`${head}primary:
  region: us-east-1
  serverlessV2ScalingConfiguration: &serverlessV2ScalingConfiguration
    minCapacity: 2
    maxCapacity: 16
secondaries:
  - region: eu-west-1
    serverlessV2ScalingConfiguration: *serverlessV2ScalingConfiguration
    deletionProtection: true
`);
});

test('an anchor gets a name that the text does not have yet', () => {
  const text = `${head}primary:
  region: us-east-1
  instances:
    - { id: a, class: &class db.r7g.large }
    - { id: b, class: *class }
    - { id: c, class: db.$0r7g.xlarge }
    - { id: d, class: db.r7g.xlarge }
`;
  expect(refactor(text, 'Extract class')).toContain(
    '{ id: c, class: &class-2 db.r7g.xlarge }\n    - { id: d, class: *class-2 }',
  );
});

test('windows of flow YAML close to their colons are extracted', () => {
  const text = `{ aurora: 1, primary: { preferredBackupWindow: "03:00-03:30$0" }, secondaries: [{ "preferredBackupWindow":"03:00-03:30"}] }`;
  expect(refactor(text, 'Extract preferredBackupWindow')).toBe(
    '{ aurora: 1, primary: { preferredBackupWindow: &preferredBackupWindow "03:00-03:30" }, secondaries: [{ "preferredBackupWindow": *preferredBackupWindow}] }',
  );
});

const instances = (...items: readonly string[]) =>
  `${head}primary:\n  instances:\n${items.map((item) => `    - ${item}\n`).join('')}`;

test.each([
  ['a value that stands there once', instances('{ id: a, class: $0db.r7g.large }', '{ id: b, class: db.r7g.xlarge }')],
  [
    'a truth value',
    instances('{ id: a, autoMinorVersionUpgrade: $0true }', '{ id: b, autoMinorVersionUpgrade: true }'),
  ],
  [
    'a number written otherwise',
    instances('{ id: a, monitoringInterval: $060 }', '{ id: b, monitoringInterval: 0x3C }'),
  ],
  ['a text and a number', instances('{ id: a, class: $0"60" }', '{ id: b, class: 60 }')],
  [
    'an id',
    `${head}primary:\n  instances: [{ id: a }]\nscenarios:\n  - { name: x, events: [{ crash: a$0 }, { crash: a }] }\n`,
  ],
  ['an AZ', instances('{ id: a, availabilityZone: us-east-1a$0 }', '{ id: b, availabilityZone: us-east-1a }')],
  ['an alias', instances('{ id: a, class: &x db.r7g.large }', '{ id: b, class: *x$0 }', '{ id: c, class: *x }')],
  [
    'a mapping with a comment',
    `${head}primary:\n  volume$0:\n    size: 1 TiB # large\n    growthPerDay: 1 GiB\nsecondaries:\n  - volume:\n      size: 1 TiB\n      growthPerDay: 1 GiB\n`,
  ],
  ['JSON', '{"primary": {"instances": [{"class": "db.r7g.large$0"}, {"class": "db.r7g.large"}]}}'],
  ['broken text', `${instances('{ id: a, class: $0db.r7g.large }', '{ id: b, class: db.r7g.large }')}  [`],
])('%s is not extracted', (_, text) => {
  expect(titles(text).filter((title) => title.startsWith('Extract'))).toEqual([]);
});
