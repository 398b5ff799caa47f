import { describe, expect, test } from 'vitest';
import { cluster, instances } from '../../testing/blueprint-texts.ts';
import { describeRuleCases, mend } from '../../testing/rule-cases.ts';

const twoInstances = (name = 'eu') =>
  `    instances: [{ id: ${name}-a, class: db.r7g.large }, { id: ${name}-b, class: db.r7g.large }]\n`;
const secondary = (lines = '', more = twoInstances()) => `secondaries:\n  - region: eu-west-1\n${lines}${more}`;
const third = `  - region: eu-central-1\n${twoInstances('de')}`;
const binlog = (lines = '') => secondary(`    replication: binlog\n${lines}`);
const top = (text: string, line: string) => text.replace('primary:', `${line}primary:`);
const rpo = (value: string) => `  parameters: { rds.global_db_rpo: ${value} }\n`;
const capacity = (min: number, max: number, indent = '  ') =>
  `${indent}serverlessV2ScalingConfiguration: { minCapacity: ${min}, maxCapacity: ${max} }\n`;
const serverlessPrimary = (min: number, max: number, lines: string) =>
  instances('    - { id: orders-a, class: db.serverless }\n', `${capacity(min, max)}${lines}`);
const serverlessSecondary = (max: number) =>
  secondary(capacity(8, max, '    '), '    instances: [{ id: eu-a, class: db.serverless }]\n');
const production = `  backupRetentionPeriod: 7
  deletionProtection: true
profile: production
`;

describeRuleCases({
  AUR603: [
    [
      'Regions that cannot be read may differ',
      cluster(
        `secondaries:\n  - region: []\n#           ^^ FMT005\n${twoInstances()}  - region: []\n#           ^^ FMT005\n${twoInstances('de')}`,
      ),
    ],
  ],
  AUR607: [
    [
      'the primary departs from the version on top',
      top(
        cluster(`  engineVersion: "16.14"\n#                ^^^^^^^ AUR607 16.13\n${secondary()}`),
        'engineVersion: "16.13"\n',
      ),
    ],
    [
      'a bare major may be any',
      top(cluster(secondary('    engineVersion: "16.14"\n')), 'engineVersion: "16"\n#              ^^^^ AUR624\n'),
    ],
    ['a binlog replica may be newer', top(cluster(binlog('    engineVersion: "16.14"\n')), 'engineVersion: "16.13"\n')],
    [
      'equal versions, stated twice',
      top(cluster(secondary('    engineVersion: "16.14"\n')), 'engineVersion: "16.14"\n'),
    ],
    [
      'Limitless is another line',
      top(
        cluster(
          secondary(
            '    engineVersion: 16.13-limitless\n#                  ^^^^^^^^^^^^^^^ AUR607\n#                  ^^^^^^^^^^^^^^^ AUR608\n',
          ),
        ),
        'engineVersion: "16.13"\n',
      ),
    ],
  ],
  AUR608: [
    ['without secondaries Limitless is fine', top(cluster(''), 'engineVersion: 16.13-limitless\n')],
    [
      'one of the clusters that take it is a member',
      top(
        cluster(`${secondary()}  - region: eu-central-1\n    replication: binlog\n${twoInstances('de')}`),
        'engineVersion: 16.13-limitless\n#              ^^^^^^^^^^^^^^^ AUR608\n',
      ),
    ],
  ],
  AUR609: [
    ['without secondaries it is fine', cluster('  manageMasterUserPassword: true\n')],
    ['switched off', cluster(`  manageMasterUserPassword: false\n${secondary()}`)],
  ],
  AUR610: [
    [
      'one reason is enough',
      top(
        cluster(
          '  engineLifecycleSupport: open-source-rds-extended-support\n  autoMinorVersionUpgrade: false\n  enableGlobalWriteForwarding: true\n# ^^^^^^^^^^^^^^^^^^^^^^^^^^^ AUR610 in none\n',
        ).replaceAll('r7g', 'r6g'),
        'engineVersion: "14.6"\n',
      ),
    ],
    [
      'a secondary that may follow by storage',
      cluster(
        `  enableGlobalWriteForwarding: true\n${binlog()}  - region: eu-central-1\n    replication: carrier-pigeon\n#                ^^^^^^^^^^^^^^ FMT006\n${twoInstances('de')}`,
        'aurora-mysql',
      ),
    ],
    ['switched off', cluster('  enableGlobalWriteForwarding: false\n')],
    [
      'a primary has nobody to forward to, and may be a secondary soon',
      cluster(`  enableGlobalWriteForwarding: true\n${secondary()}`),
    ],
    [
      'the source of a binlog replica',
      cluster(
        `  enableGlobalWriteForwarding: true\n# ^^^^^^^^^^^^^^^^^^^^^^^^^^^ AUR610 in none\n${binlog()}`,
        'aurora-mysql',
      ),
    ],
    [
      'a binlog replica beside a secondary',
      cluster(
        `${secondary()}  - region: eu-central-1\n    replication: binlog\n    enableGlobalWriteForwarding: true\n#   ^^^^^^^^^^^^^^^^^^^^^^^^^^^ AUR610 in none\n${twoInstances('de')}`,
        'aurora-mysql',
      ),
    ],
    [
      'secondaries that cannot be read',
      cluster('  enableGlobalWriteForwarding: true\nsecondaries: many\n#            ^^^^ FMT005\n'),
    ],
    [
      'an old version',
      top(
        cluster(
          `  engineLifecycleSupport: open-source-rds-extended-support\n  autoMinorVersionUpgrade: false\n${secondary('    engineLifecycleSupport: open-source-rds-extended-support\n    enableGlobalWriteForwarding: true\n#   ^^^^^^^^^^^^^^^^^^^^^^^^^^^ AUR610 14.6 has no\n')}`,
        ).replaceAll('r7g', 'r6g'),
        'engineVersion: "14.6"\n',
      ),
    ],
  ],
  AUR611: [
    [
      'Aurora MySQL has none',
      cluster(
        '  parameters: { rds.global_db_rpo: 20 }\n#               ^^^^^^^^^^^^^^^^^ AUR611 Aurora PostgreSQL only\n',
        'aurora-mysql',
      ),
    ],
    ['the least', cluster(rpo('20'))],
    ['less', cluster(`${rpo('19')}#                                  ^^ AUR611 Set 20\n`)],
    ['what RDS shows while it is unset', cluster(`${rpo('-1')}#                                  ^^ AUR611 Set 20\n`)],
    ['the most', cluster(rpo('2147483647'))],
    ['more', cluster(`${rpo('2147483648')}#                                  ^^^^^^^^^^ AUR611 Set 2147483647\n`)],
    ['a word may stand for a number', cluster(rpo('bound'))],
  ],
  AUR612: [
    [
      'a binlog replica is told otherwise',
      cluster('secondaries: [{ region: eu-west-1, replication: binlog }]\n', 'aurora-mysql'),
    ],
    ['instances that cannot be read', cluster(secondary('    instances: many\n#              ^^^^ FMT005\n', ''))],
  ],
  AUR613: [
    [
      'one instance is enough',
      instances(
        '    - { id: orders-a, class: db.serverless }\n    - { id: orders-b, class: db.r7g.large }\n',
        `${capacity(4, 16)}#                                                  ^ AUR613\n${serverlessSecondary(16)}`,
      ),
    ],
    ['8 ACU', serverlessPrimary(8, 16, serverlessSecondary(16))],
    ['without secondaries less is fine', serverlessPrimary(2, 16, '')],
    [
      'a provisioned primary',
      cluster(`${capacity(2, 16)}${secondary()}`).replace(
        capacity(2, 16),
        `${capacity(2, 16)}# ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ AUR721\n`,
      ),
    ],
  ],
  AUR619: [
    ['a larger one', cluster(secondary()).replace('eu-b, class: db.r7g.large', 'eu-b, class: db.r7g.2xlarge')],
    [
      'the largest counts',
      cluster(secondary())
        .replaceAll('orders-a, class: db.r7g.large', 'orders-a, class: db.r7g.2xlarge')
        .replaceAll('orders-b, class: db.r7g.large', 'orders-b, class: db.r7g.2xlarge')
        .replace('eu-b, class: db.r7g.large', 'eu-b, class: db.r7g.2xlarge'),
    ],
    [
      'a class of which nothing is known',
      cluster(secondary())
        .replaceAll('orders-a, class: db.r7g.large', 'orders-a, class: db.r7g.2xlarge')
        .replaceAll('orders-b, class: db.r7g.large', 'orders-b, class: db.r7g.2xlarge')
        .replace('eu-b, class: db.r7g.large', 'eu-b, class: db.r99.large'),
    ],
    [
      'the capacity of Serverless v2',
      serverlessPrimary(
        8,
        32,
        serverlessSecondary(16).replace(
          'maxCapacity: 16 }\n',
          `maxCapacity: 16 }\n#                                                                    ^^ AUR619 64 GiB\n`,
        ),
      ),
    ],
    ['the same capacity', serverlessPrimary(8, 32, serverlessSecondary(32))],
  ],
  AUR620: [['only in production', cluster(secondary('', '    instances: [{ id: eu-a, class: db.r7g.large }]\n'))]],
  AUR621: [
    [
      'in the group of the secondary',
      cluster(
        `  dbClusterParameterGroupName: own\n${secondary('    parameters: { rds.global_db_rpo: 60 }\n#                 ^^^^^^^^^^^^^^^^^ AUR621 Once this Region\n')}`,
      ),
    ],
    ['three Regions', cluster(`${rpo('60')}${secondary()}${third}`)],
    ['no other Region', cluster(rpo('60'))],
  ],
  AUR622: [
    [
      'the bound on data loss is for the primary alone',
      cluster(`${rpo('60')}#               ^^^^^^^^^^^^^^^^^ AUR621\n${secondary()}`),
    ],
    [
      'a default group is nobody’s own',
      cluster(`  dbClusterParameterGroupName: default.aurora-postgresql16\n${secondary()}`),
    ],
    [
      'a group of its own',
      cluster(`  dbClusterParameterGroupName: a\n${secondary('    dbClusterParameterGroupName: b\n')}`),
    ],
    [
      'parameters alone',
      cluster(
        `  parameters: { work_mem: 8192 }\n${secondary('').replace('eu-west-1\n', 'eu-west-1\n#   ^^^^^^^^^^^^^^^^^ AUR622\n')}`,
      ),
    ],
    [
      'parameters on both sides',
      cluster(`  parameters: { work_mem: 8192 }\n${secondary('    parameters: { work_mem: 8192 }\n')}`),
    ],
    ['no logs', cluster(`  enableCloudwatchLogsExports: []\n${secondary()}`)],
    [
      'a secondary that wants none',
      cluster(`  enableCloudwatchLogsExports: [postgresql]\n${secondary('    enableCloudwatchLogsExports: []\n')}`),
    ],
    ['a binlog replica', cluster(`  parameters: { work_mem: 8192 }\n${binlog()}`, 'aurora-mysql')],
  ],
  AUR624: [
    [
      'Limitless versions are no minors of a major',
      top(cluster(secondary()), 'engineVersion: "16"\n#              ^^^^ AUR624\n'),
    ],
    [
      'a major of which no version can be chosen',
      top(cluster(secondary()), 'engineVersion: "9"\n#              ^^^ AUR624\n'),
    ],
    [
      'one of the clusters that take it is a member',
      top(
        cluster(
          `${secondary()}  - region: eu-central-1\n    replication: binlog\n${twoInstances('de')}`,
          'aurora-mysql',
        ),
        'engineVersion: "8.0"\n#              ^^^^^ AUR624\n',
      ),
    ],
    ['without secondaries it is fine', top(cluster(''), 'engineVersion: "16"\n')],
    [
      'of Aurora MySQL',
      top(cluster(secondary(), 'aurora-mysql'), 'engineVersion: "8.0"\n#              ^^^^^ AUR624\n'),
    ],
    ['a full version', top(cluster(secondary()), 'engineVersion: "16.14"\n')],
  ],
  AUR625: [
    ['the primary has the key of AWS', cluster(secondary())],
    [
      'a binlog replica chooses for itself',
      cluster(`  storageEncrypted: true\n  kmsKeyId: alias/orders\n${binlog()}`, 'aurora-mysql'),
    ],
    [
      'a key that cannot be read',
      cluster(
        `  storageEncrypted: true\n  kmsKeyId: alias/orders\n${secondary('    storageEncrypted: true\n    kmsKeyId: []\n#             ^^ FMT005\n')}`,
      ),
    ],
  ],
});

describe('fixes', () => {
  test('AUR607: one version counts for all', () => {
    const text = (on: string, primary: string, other: string) =>
      top(cluster(`${primary}${secondary(other)}`), `engineVersion: "${on}"\n`);
    expect(mend(text('16.13', '  engineVersion: "16.14"\n', ''), 'AUR607')).toBe(text('16.13', '', ''));
    expect(mend(text('16.13', '', '    engineVersion: "16.14"\n'), 'AUR607')).toBe(text('16.13', '', ''));
    expect(mend(text('16.11', '  engineVersion: "16.14"\n', '    engineVersion: "16.13"\n'), 'AUR607')).toBe(
      text('16.11', '  engineVersion: "16.14"\n', '    engineVersion: "16.14"\n'),
    );
  });

  test('AUR609: a password that is given stays', () => {
    const text = (managed: string) =>
      top(cluster(`${managed}${secondary()}`), 'masterUserPassword: "{{resolve:secretsmanager:x}}"\n');
    expect(mend(text('  manageMasterUserPassword: true\n'), 'AUR609')).toBe(text(''));
  });

  test('AUR612: a headless secondary gets a reader like the writer, in production two', () => {
    const text = (lines: string) => cluster(`${lines}secondaries:\n  - region: eu-west-1\n    clusterIdentifier: eu\n`);
    const readersOf = (mended: string) => [...mended.matchAll(/id: (eu-\w)/g)].map(([, id]) => id);
    expect(readersOf(mend(text(''), 'AUR612'))).toEqual(['eu-a']);
    expect(readersOf(mend(text(production), 'AUR612'))).toEqual(['eu-a', 'eu-b']);
  });

  test('AUR613: a capacity range stays one', () => {
    const text = (min: number, max: number) => serverlessPrimary(min, max, secondary());
    expect(mend(text(2, 9), 'AUR613')).toBe(text(8, 9));
    expect(mend(text(2, 8), 'AUR613')).toBe(text(8, 16));
  });

  test('AUR619: the secondary grows to the writer, by class or by capacity', () => {
    expect(mend(serverlessPrimary(8, 32, serverlessSecondary(16)), 'AUR619')).toBe(
      serverlessPrimary(8, 32, serverlessSecondary(32)),
    );
    const provisioned = (max: number) =>
      instances('    - { id: orders-a, class: db.r7g.2xlarge }\n', serverlessSecondary(max));
    expect(mend(provisioned(16), 'AUR619')).toBe(provisioned(32));
  });

  test('AUR612, AUR619: what cannot be added or raised for certain is left to a person', () => {
    const headless = (range: string) => serverlessPrimary(8, 16, secondary(range && capacity(8, 16, '    '), ''));
    expect(() => mend(headless(''), 'AUR612')).toThrow('no such fix');
    expect(mend(headless('range'), 'AUR612')).toContain('class: db.serverless');
    const writer = (instanceClass: string, lines: string) =>
      instances(`    - { id: orders-a, class: ${instanceClass} }\n`, lines);
    expect(() => mend(serverlessPrimary(8, 64, secondary()), 'AUR619')).toThrow('no such fix');
    expect(mend(writer('db.r7g.16xlarge', serverlessSecondary(16)), 'AUR619')).toContain('maxCapacity: 256');
    expect(() => mend(writer('db.x2g.16xlarge', serverlessSecondary(16)), 'AUR619')).toThrow('no such fix');
    expect(mend(writer('db.r7g.xlarge', secondary()), 'AUR619')).toBe(
      writer('db.r7g.xlarge', secondary()).replace('eu-a, class: db.r7g.large', 'eu-a, class: db.r7g.xlarge'),
    );
  });

  test('AUR624: a bare major becomes its newest minor', () => {
    expect(mend(top(cluster(secondary()), 'engineVersion: "16"\n'), 'AUR624')).toBe(
      top(cluster(secondary()), 'engineVersion: "16.14"\n'),
    );
    expect(mend(top(cluster(secondary(), 'aurora-mysql'), 'engineVersion: "8.0"\n'), 'AUR624')).toMatch(
      /engineVersion: "?8\.0\.mysql_aurora\.3\.\d+\.\d+"?\n/,
    );
  });
});
