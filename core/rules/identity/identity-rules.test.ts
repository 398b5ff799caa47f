import { describe, expect, test } from 'vitest';
import { cluster, instances } from '../../testing/blueprint-texts.ts';
import { describeRuleCases, mend } from '../../testing/rule-cases.ts';

/** The text of a cluster with a line in front of `primary`. */
const headed = (line: string, engine?: string) => cluster('', engine).replace('primary:', `${line}primary:`);

const euSecondary = (identifier: string) =>
  `secondaries:\n  - region: eu-west-1\n${identifier}    instances: [{ id: orders-eu, class: db.r7g.large }]\n`;

describeRuleCases({
  AUR003: [
    [
      'the name that serves a cluster',
      cluster('').replace('name: orders', 'name: Orders\n#     ^^^^^^ AUR003 as orders'),
    ],
    ['a name that serves none', cluster('  clusterIdentifier: x\n').replace('name: orders', 'name: Orders')],
  ],
  AUR004: [
    [
      'case does not count',
      instances(
        '    - { id: orders-a, class: db.r7g.large }\n    - { id: Orders-A, class: db.r7g.large }\n#           ^^^^^^^^ AUR003\n#           ^^^^^^^^ AUR004\n',
      ),
    ],
    [
      'Regions that cannot be read may differ',
      cluster(
        `  clusterIdentifier: db
secondaries:
  - clusterIdentifier: db
    region: []
#           ^^ FMT005
    replication: binlog
`,
        'aurora-mysql',
      ).replace('region: us-east-1\n', 'region: []\n#         ^^ FMT005\n'),
    ],
    [
      'identifiers that cannot be read may differ',
      cluster(
        `  clusterIdentifier: []
#                    ^^ FMT005
secondaries:
  - clusterIdentifier: []
#                      ^^ FMT005
    region: us-east-1
    replication: binlog
`,
        'aurora-mysql',
      ),
    ],
  ],
  AUR005: [
    ['names left out are not repeated', cluster(euSecondary(''))],
    [
      'case does not count',
      cluster(
        `  clusterIdentifier: db\n${euSecondary('    clusterIdentifier: DB\n#                      ^^ AUR003\n#                      ^^ AUR005\n')}`,
      ),
    ],
    [
      'nor does it in the first',
      cluster(
        `  clusterIdentifier: DB\n#                    ^^ AUR003\n${euSecondary('    clusterIdentifier: db\n#                      ^^ AUR005\n')}`,
      ),
    ],
  ],
  AUR006: [
    [
      'a name that serves a cluster is told by AUR001',
      cluster(euSecondary('    clusterIdentifier: eu\n')).replace(
        'name: orders',
        'name: orders_1\n#     ^^^^^^^^ AUR001',
      ),
    ],
    [
      'without secondaries there is no global database',
      cluster('  clusterIdentifier: x\n').replace('name: orders', 'name: orders_1'),
    ],
  ],
  AUR007: [
    ['64 characters are enough', headed(`databaseName: ${'x'.repeat(64)}\n`, 'aurora-mysql')],
    [
      '65 are not',
      headed(`databaseName: ${'x'.repeat(65)}\n#             ${'^'.repeat(65)} AUR007 65\n`, 'aurora-mysql'),
    ],
    ['underscores are taken', headed('databaseName: order_history_2\n', 'aurora-mysql')],
    ['nothing', headed('databaseName: ""\n#             ^^ AUR007 empty\n', 'aurora-mysql')],
  ],
  AUR008: [
    ['63 characters are enough', headed(`databaseName: ${'x'.repeat(63)}\n`)],
    ['64 are not', headed(`databaseName: ${'x'.repeat(64)}\n#             ${'^'.repeat(64)} AUR008 64\n`)],
  ],
  AUR009: [
    ['case does not count', headed('databaseName: Select\n#             ^^^^^^ AUR009\n')],
    ['a word of the other engine', headed('databaseName: groups\n')],
    ['the other way round', headed('databaseName: "user"\n', 'aurora-mysql')],
  ],
  AUR010: [
    ['PostgreSQL takes longer names', headed('masterUsername: order_administrator\n')],
    ['16 characters on MySQL', headed('masterUsername: order_administra\n', 'aurora-mysql')],
    ['a hyphen', headed('masterUsername: app-admin\n#               ^^^^^^^^^ AUR010 "-"\n')],
  ],
  AUR011: [
    ['admin is free on MySQL', headed('masterUsername: admin\n', 'aurora-mysql')],
    ['rdsadmin is not', headed('masterUsername: rdsadmin\n#               ^^^^^^^^ AUR011\n', 'aurora-mysql')],
  ],
  AUR012: [
    ['41 characters on MySQL', headed(`masterUserPassword: "{{resolve:x}}${'x'.repeat(90)}"\n`, 'aurora-mysql')],
    [
      '42 characters on MySQL',
      headed(
        `masterUserPassword: ${'x'.repeat(42)}\n#                   ${'^'.repeat(42)} AUR012 8 to 41\n`,
        'aurora-mysql',
      ),
    ],
    ['a forbidden sign', headed('masterUserPassword: correct/horse\n#                   ^^^^^^^^^^^^^ AUR012 "/"\n')],
    ['no ASCII', headed('masterUserPassword: grünspecht\n#                   ^^^^^^^^^^ AUR012 "ü"\n')],
    [
      'a single quote is taken',
      headed('masterUserPassword: "horse\'s-battery"\n#                   ^^^^^^^^^^^^^^^^^ AUR014\n'),
    ],
  ],
  AUR013: [
    [
      'managed: false',
      `${cluster('  manageMasterUserPassword: false\n')}masterUserPassword: "{{resolve:secretsmanager:x}}"\n`,
    ],
  ],
  AUR014: [
    ['a variable', headed('masterUserPassword: $' + '{DB_PASSWORD}\n')],
    ['the shortest', headed('masterUserPassword: 12345678\n#                   ^^^^^^^^ AUR014\n')],
    [
      'the longest on MySQL',
      headed(`masterUserPassword: ${'x'.repeat(41)}\n#                   ${'^'.repeat(41)} AUR014\n`, 'aurora-mysql'),
    ],
  ],
  AUR016: [
    ['50 tags', cluster(`  tags: { ${Array.from({ length: 50 }, (_, index) => `t${index}: x`).join(', ')} }\n`)],
    [
      '51 tags',
      cluster(
        `  tags: { ${Array.from({ length: 51 }, (_, index) => `t${index}: x`).join(', ')} }\n# ^^^^ AUR016 Remove 1\n`,
      ),
    ],
    ['the longest key', cluster(`  tags: { ${'k'.repeat(128)}: x }\n`)],
    ['a longer one', cluster(`  tags: { ${'k'.repeat(129)}: x }\n#         ${'^'.repeat(129)} AUR016 129\n`)],
    ['the longest value', cluster(`  tags: { k: ${'v'.repeat(256)} }\n`)],
    ['a longer value', cluster(`  tags: { k: ${'v'.repeat(257)} }\n#            ${'^'.repeat(257)} AUR016 257\n`)],
    ['case does not count', cluster('  tags: { AWS:x: y }\n#         ^^^^^ AUR016 aws:\n')],
    ['aws inside a key', cluster('  tags: { my-aws:x: y }\n')],
  ],
  AUR017: [
    [
      'the name serves the cluster',
      instances('    - { id: orders, class: db.r7g.large }\n#           ^^^^^^ AUR017\n'),
    ],
    ['another Region', cluster(euSecondary('    clusterIdentifier: orders-a\n'))],
    [
      'another cluster of the Region',
      cluster(
        'secondaries:\n  - { clusterIdentifier: orders-a, region: us-east-1, replication: binlog }\n',
        'aurora-mysql',
      ).replace('large }\n', 'large }\n#           ^^^^^^^^ AUR017\n'),
    ],
  ],
  AUR018: [
    ['a role of the engine', headed('masterUsername: pg_owner\n#               ^^^^^^^^ AUR018\n')],
    ['a known one', headed('masterUsername: rdsrepladmin\n#               ^^^^^^^^^^^^ AUR018\n', 'aurora-mysql')],
    ['a word of SQL', headed('masterUsername: Table\n#               ^^^^^ AUR018\n', 'aurora-mysql')],
    ['no prefix', headed('masterUsername: org_pg_owner\n')],
  ],
});

describe('fixes', () => {
  test('AUR001, AUR002, AUR006: an identifier is made sound', () => {
    const text = (identifier: string) => cluster(`  clusterIdentifier: ${identifier}\n`);
    expect(mend(text('orders_db'), 'AUR001')).toBe(text('orders-db'));
    const global = (name: string) =>
      cluster(`  clusterIdentifier: us\n${euSecondary('    clusterIdentifier: eu\n')}`).replace(
        'name: orders',
        `name: ${name}`,
      );
    expect(mend(global('orders_1'), 'AUR006')).toBe(global('orders-1'));
    const instance = (identifier: string) => instances(`    - { id: ${identifier}, class: db.r7g.large }\n`);
    expect(mend(instance('orders_a'), 'AUR002')).toBe(instance('orders-a'));
  });

  test('AUR003, AUR017: an instance is renamed with all that names it', () => {
    const text = (identifier: string) =>
      instances(
        `    - { id: ${identifier}, class: db.r7g.large }\n`,
        `  endpoints: [{ id: x, staticMembers: [${identifier}] }]\n`,
      );
    expect(mend(text('Orders-A'), 'AUR003')).toBe(text('orders-a'));
    expect(mend(text('orders'), 'AUR017')).toBe(text('orders-2'));
  });

  test('AUR005: a cluster is named after its Region, or numbered where that name is taken or too long', () => {
    const text = (identifier: string, other: string) =>
      cluster(`  clusterIdentifier: ${identifier}\n${euSecondary(`    clusterIdentifier: ${other}\n`)}`);
    expect(mend(text('db', 'db'), 'AUR005')).toBe(text('db', 'db-eu-west-1'));
    const long = 'x'.repeat(60);
    expect(mend(text(long, long), 'AUR005')).toBe(text(long, `${long}-2`));
  });

  test.each([
    ['order history', 'order_history'],
    ['2026 orders!', 'orders'],
    ['x'.repeat(64), 'x'.repeat(63)],
  ])('AUR008: the database %s becomes %s', (written, sound) => {
    expect(mend(headed(`databaseName: ${written}\n`), 'AUR008')).toBe(headed(`databaseName: ${sound}\n`));
  });

  test('AUR007, AUR010: names are cut to what Aurora MySQL takes', () => {
    const database = (name: string) => headed(`databaseName: ${name}\n`, 'aurora-mysql');
    expect(mend(database('x'.repeat(70)), 'AUR007')).toBe(database('x'.repeat(64)));
    const user = (name: string) => headed(`masterUsername: ${name}\n`, 'aurora-mysql');
    expect(mend(user('order-administrator'), 'AUR010')).toBe(user('order_administra'));
  });

  test('AUR014: RDS does not manage the password of a global database', () => {
    const text = `${cluster(euSecondary(''))}masterUserPassword: correct-horse\n`;
    const reference = '"{{resolve:secretsmanager:orders/admin:SecretString:password}}"';
    expect(mend(text, 'AUR014')).toBe(text.replace('correct-horse', reference));
  });

  test('AUR016: the value of a tag is cut', () => {
    const text = (length: number) => cluster(`  tags: { k: ${'v'.repeat(length)} }\n`);
    expect(mend(text(300), 'AUR016')).toBe(text(256));
  });
});
