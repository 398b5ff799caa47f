import { describe, expect, test } from 'vitest';
import { readBlueprint } from '../../design/readers/blueprint.ts';
import { cluster, instances } from '../../testing/blueprint-texts.ts';
import { describeRuleCases } from '../../testing/rule-cases.ts';
import { readFixture } from '../../text/fixture.ts';
import { applyEdits } from '../../text/range.ts';
import { checkBlueprint } from '../check-blueprint.ts';
import { designRulePages } from '../design-rule-pages.ts';
import { supportedVersions } from '../version-upgrade.ts';

/** A cluster of this version; markers may follow the line of the version. */
const version = (line: string, more = '', engine = 'aurora-postgresql') =>
  cluster(more, engine).replace('primary:\n', `engineVersion: ${line}\nprimary:\n`);
const mysql = (line: string, more = '') => version(line, more, 'aurora-mysql');

const iopt1 = '  storageType: aurora-iopt1\n';

/** A cluster with one instance of this class in this Region, marked where a rule is named. */
const one = (instanceClass: string, region: string, engine = 'aurora-postgresql', marker = '', more = '') =>
  instances(
    `    - { id: a, class: ${instanceClass} }\n${marker === '' ? '' : `#${' '.repeat(21)}${'^'.repeat(instanceClass.length)} ${marker}\n`}`,
    more,
  )
    .replace('us-east-1', region)
    .replace('aurora-postgresql', engine);

/** A cluster in production; markers may follow the line of the Region and of the maintenance window. */
const inProduction = (region: string, window?: string) =>
  cluster(
    `  backupRetentionPeriod: 7\n  deletionProtection: true\n  enableCloudwatchLogsExports: [postgresql]\n${window === undefined ? '' : `  preferredMaintenanceWindow: ${window}\n`}profile: production\n`,
  ).replace('us-east-1', region);

describeRuleCases({
  AUR503: [
    [
      'the same window in other letters',
      instances(
        '    - { id: a, class: db.r7g.large, preferredMaintenanceWindow: SUN:05:00-SUN:05:30 }\n',
        '  preferredMaintenanceWindow: sun:05:00-sun:05:30\n',
      ),
    ],
    [
      'a longer window',
      instances(
        '    - { id: a, class: db.r7g.large, preferredMaintenanceWindow: sun:05:00-sun:06:00 }\n#                                                               ^^^^^^^^^^^^^^^^^^^ AUR503\n',
        '  preferredMaintenanceWindow: sun:05:00-sun:05:30\n',
      ),
    ],
    [
      'the cluster says nothing',
      instances('    - { id: a, class: db.r7g.large, preferredMaintenanceWindow: sun:05:00-sun:06:00 }\n'),
    ],
  ],
  AUR504: [
    ['a PostgreSQL version on MySQL', mysql('"16.14"\n#              ^^^^^^^ AUR504 Aurora PostgreSQL')],
    ['a bare PostgreSQL major on MySQL', mysql('"16"\n#              ^^^^ AUR504')],
    ['a Limitless version on MySQL', mysql('16.14-limitless\n#              ^^^^^^^^^^^^^^^ AUR504')],
    ['the first major that is PostgreSQL alone', mysql('"10.21"\n#              ^^^^^^^ AUR504')],
    ['9.6 may be of either', mysql('"9.6.1"')],
    [
      'where a secondary says it',
      version(
        '"16.14"',
        'secondaries:\n  - region: eu-west-1\n    engineVersion: 8.0.mysql_aurora.3.08.0\n#                  ^^^^^^^^^^^^^^^^^^^^^^^ AUR504\n    instances: [{ id: eu, class: db.r7g.large }]\n',
      ),
    ],
  ],
  AUR505: [
    ['a bare major is no version', version('"13"')],
    ['a shorthand is no version', mysql('"5.7"')],
  ],
  AUR506: [
    [
      'a major that has ended costs more',
      version(
        '"13.23"\n#              ^^^^^^^ AUR506 ended on 2026-02-28. From 2026-03-01',
        '  engineLifecycleSupport: open-source-rds-extended-support\n',
      ),
    ],
    [
      'a minor that ends within six months',
      mysql('8.0.mysql_aurora.3.12.0\n#              ^^^^^^^^^^^^^^^^^^^^^^^ AUR506 ends on 2027-02-17. Afterwards'),
    ],
    [
      'of two ends the earlier counts',
      version('"14.22"', '  engineLifecycleSupport: open-source-rds-extended-support\n'),
    ],
    ['no end is published', version('"18.4"')],
    ['a version that nobody knows, of a major that somebody does', version('"16.99"\n#              ^^^^^^^ AUR519')],
    [
      'one word of two clusters is said once, and its own version of a third',
      version(
        '"16.9"\n#              ^^^^^^ AUR506',
        'secondaries:\n  - { region: eu-west-1, instances: [{ id: eu, class: db.r7g.large }] }\n  - region: eu-west-2\n    engineVersion: "16.8"\n#                  ^^^^^^ AUR607\n    instances: [{ id: eu, class: db.r7g.large }]\n',
      ),
    ],
  ],
  AUR507: [
    ['a year ahead', version('"15.17"')],
    [
      'also of a secondary',
      version(
        '"14.23"\n#              ^^^^^^^ AUR507',
        '  engineLifecycleSupport: open-source-rds-extended-support\nsecondaries: [{ region: eu-west-1, instances: [{ id: eu, class: db.r7g.large }] }]\n',
      ),
    ],
  ],
  AUR508: [
    [
      'one instance that stays is enough',
      version('"16.8"').replace(
        'orders-a, class: db.r7g.large }',
        `orders-a, class: db.r7g.large, autoMinorVersionUpgrade: false }\n#${' '.repeat(67)}^^^^^ AUR524 1 of its 2`,
      ),
    ],
    [
      'the word of an instance counts more than that of the cluster',
      version('"16.8"\n#              ^^^^^^ AUR508', '  autoMinorVersionUpgrade: false\n').replaceAll(
        'class:',
        'autoMinorVersionUpgrade: true, class:',
      ),
    ],
    [
      'a cluster without instances',
      version('"16.8"\n#              ^^^^^^ AUR508').replace(
        / {2}instances:[\s\S]*/,
        '  instances: []\n#            ^^ AUR124\n',
      ),
    ],
    [
      'in a global database the setting has no effect',
      version('"16.8"', 'secondaries: [{ region: eu-west-1, instances: [{ id: eu, class: db.r7g.large }] }]\n'),
    ],
    [
      'its long-term support is over',
      version(
        '"13.9"\n#              ^^^^^^ AUR506',
        '  engineLifecycleSupport: open-source-rds-extended-support\n',
      ).replaceAll('r7g', 'r6g'),
    ],
    ['without long-term support', version('"16.13"')],
  ],
  AUR510: [
    [
      'a group of another engine',
      cluster(
        '  dbClusterParameterGroupName: default.aurora-mysql8.0\n#                              ^^^^^^^^^^^^^^^^^^^^^^^ AUR510 runs aurora-postgresql. Use one of Aurora PostgreSQL\n',
      ),
    ],
    [
      'the family of an unknown version may be right',
      version('"16"', '  dbClusterParameterGroupName: default.aurora-postgresql17\n'),
    ],
    [
      'the name of another group says nothing',
      version('"16.14"', '  dbClusterParameterGroupName: aurora-postgresql15\n'),
    ],
    [
      'of an instance',
      version('"16.14"').replace(
        'large }',
        'large, dbParameterGroupName: default.aurora-postgresql15 }\n#                                                                ^^^^^^^^^^^^^^^^^^^^^^^^^^^ AUR510',
      ),
    ],
    [
      'of Aurora MySQL',
      mysql(
        '8.0.mysql_aurora.3.10.5',
        '  autoMinorVersionUpgrade: false\n  dbClusterParameterGroupName: default.aurora-mysql8.0\n',
      ),
    ],
    [
      'a suffix counts for nothing',
      version(
        '16.14-limitless\n#              ^^^^^^^^^^^^^^^ AUR519',
        '  dbClusterParameterGroupName: default.aurora-postgresql16-limitless\n',
      ),
    ],
  ],
  AUR511: [
    ['a class that one engine alone has there', one('db.t3.small', 'us-east-1', 'aurora-mysql')],
    ['a single size', one('db.r6gd.2xlarge', 'ap-east-2', 'aurora-postgresql', 'AUR511', iopt1)],
    ['another size of it', one('db.r6gd.4xlarge', 'ap-east-2', 'aurora-postgresql', '', iopt1)],
    ['a Region that lacks nothing', one('db.x2g.large', 'eu-west-1')],
    [
      'a Region that nobody knows',
      one('db.r8g.large', 'eusc-de-east-9').replace(
        /region: \S+/,
        (line) => `${line}\n#         ^^^^^^^^^^^^^^ AUR127`,
      ),
    ],
    ['a class that nobody knows', one('db.r9g.large', 'us-east-1')],
    [
      'nothing is left to advise',
      one('db.x2g.large', 'il-central-1', 'aurora-postgresql', 'AUR511 Choose db.r7g.large'),
    ],
  ],
  AUR512: [
    [
      'sizes that never were, whatever the engine',
      cluster('', 'aurora-mysql').replaceAll(/db.r7g.large }/g, (text) =>
        text.replace(
          'r7g.large }',
          't4g.xlarge }\n#                            ^^^^^^^^^^^^^ AUR512 Aurora MySQL does not take db.t4g.xlarge. Use db.r7g.xlarge',
        ),
      ),
    ],
    ['a small class on PostgreSQL', one('db.t3.small', 'us-east-1', 'aurora-postgresql', 'AUR512 Use db.t4g.medium')],
    ['where the Region has no Graviton', one('db.t3.small', 'il-central-1', 'aurora-postgresql', 'AUR512 Use a class')],
    ['r4 with a version that nobody states', one('db.r4.large', 'us-east-1', 'aurora-mysql', 'AUR520')],
    [
      'r4 with a version that is older than what the guide still speaks of',
      one('db.r4.large', 'us-east-1', 'aurora-postgresql', 'AUR520').replace(
        'primary:',
        'engineVersion: "10.14"\n#              ^^^^^^^ AUR519\nprimary:',
      ),
    ],
    [
      'r4 with the last major that takes it',
      one('db.r4.large', 'us-east-1', 'aurora-postgresql', 'AUR520').replace(
        'primary:',
        'engineVersion: "12.22"\n#              ^^^^^^^ AUR506\nprimary:\n  engineLifecycleSupport: open-source-rds-extended-support',
      ),
    ],
  ],
  AUR513: [['m is a family, not a letter', one('db.mx1.large', 'us-east-1')]],
  AUR515: [
    [
      'nine in the morning',
      inProduction(
        'us-east-1',
        'mon:14:00-mon:14:30\n#                             ^^^^^^^^^^^^^^^^^^^ AUR515 Monday at about 9:00',
      ),
    ],
    ['a minute before nine', inProduction('us-east-1', 'mon:13:59-mon:14:30')],
    [
      'a minute before six in the evening',
      inProduction(
        'us-east-1',
        'fri:22:59-fri:23:30\n#                             ^^^^^^^^^^^^^^^^^^^ AUR515 Friday at about 17:59',
      ),
    ],
    ['six in the evening', inProduction('us-east-1', 'fri:23:00-fri:23:30')],
    ['the weekend', inProduction('us-east-1', 'sat:15:00-sat:15:30')],
    [
      'half an hour counts in India',
      inProduction(
        'ap-south-1',
        'mon:03:30-mon:04:00\n#                             ^^^^^^^^^^^^^^^^^^^ AUR515 Monday at about 9:00',
      ),
    ],
    [
      'a Region whose time nobody knows',
      inProduction('eusc-de-east-9\n#         ^^^^^^^^^^^^^^ AUR127', 'mon:10:00-mon:10:30'),
    ],
  ],
  AUR518: [
    [
      'below the least version of the family',
      version(
        '"14.6"',
        '  autoMinorVersionUpgrade: false\n  engineLifecycleSupport: open-source-rds-extended-support\n',
      ).replace(
        /r7g.large \}\n {4}- .*\n/,
        'r8g.large }\n#                            ^^^^^^^^^^^^ AUR518 Aurora PostgreSQL 14.6\n',
      ),
    ],
    ['the version is unknown', one('db.r8g.large', 'us-east-1')],
  ],
  AUR519: [['nothing is near', mysql('9.9.mysql_aurora.12.34.56\n#              ^^^^^^^^^^^^^^^^^^^^^^^^^ AUR519')]],
  AUR520: [['r3 is in no list any more', one('db.r3.large', 'us-east-1', 'aurora-mysql', 'AUR520')]],
  AUR522: [
    ['outside production', one('db.r7g.large', 'ap-south-1')],
    ['a Region whose block lies at night', inProduction('us-east-1')],
  ],
  AUR524: [
    [
      'the word of the cluster counts for those that say nothing',
      cluster('  autoMinorVersionUpgrade: false\n')
        .replace('orders-a,', 'orders-a, autoMinorVersionUpgrade: true,')
        .replace(/- (\{ id: orders-b.*)\n/, (line, item) => `${line}#     ${'^'.repeat(item.length)} AUR524\n`),
    ],
    [
      'in a global database the setting has no effect',
      cluster('secondaries: [{ region: eu-west-1, instances: [{ id: eu, class: db.r7g.large }] }]\n').replace(
        'orders-a,',
        'orders-a, autoMinorVersionUpgrade: false,',
      ),
    ],
  ],
});

describe('fixes', () => {
  /** The text with the first fix of its first finding. */
  const mend = (text: string, asOf = '2026-08-19') => {
    const [finding] = checkBlueprint(readBlueprint(text), { asOf });
    return applyEdits(text, finding?.fixes[0]?.edits ?? []);
  };

  test.each([
    // To the newest minor of the major while it is supported; to the next major otherwise.
    ['"16.2"', '"16.14"'],
    ['"13.23"', '"15.18"'],
    ['"11.21"', '"15.18"'],
  ])('AUR505, AUR506: PostgreSQL %s becomes %s', (before, after) => {
    const support = '  engineLifecycleSupport: open-source-rds-extended-support\n';
    expect(mend(version(before, support))).toBe(version(after, support));
  });

  test('AUR511, AUR513: a class gives way to one of its size, in the first family that has it', () => {
    const text = (name: string) => one(name, 'us-east-1');
    expect(mend(text('db.m5.24xlarge'))).toBe(text('db.r8g.24xlarge'));
    expect(mend(text('db.m7g.medium'))).toBe(text('db.t4g.medium'));
    expect(mend(text('db.m7g.metal'))).toBe(text('db.m7g.metal'));
    expect(mend(text('db.x2g.large').replace('us-east-1', 'ap-southeast-4'))).toBe(
      text('db.r6g.large').replace('us-east-1', 'ap-southeast-4'),
    );
  });

  test('AUR504, AUR510: nothing is set where nobody knows what', () => {
    const group = cluster('  dbClusterParameterGroupName: default.aurora-mysql8.0\n');
    expect(mend(group)).toBe(group);
    const ofSecondary = version(
      '"16.14"',
      'secondaries:\n  - region: eu-west-1\n    engineVersion: 8.0.mysql_aurora.3.08.0\n    instances: [{ id: eu, class: db.r7g.large }]\n',
    );
    expect(mend(ofSecondary)).toBe(ofSecondary);
  });

  test('AUR519: near is what is of the same major', () => {
    expect(mend(version('"16.12"'))).toBe(version('"16.14"'));
    expect(mend(version('"10.11"'))).toBe(version('"10.11"'));
  });

  test('Limitless versions, and those with long-term support, are advised to nobody', () => {
    expect(supportedVersions('aurora-postgresql', '2026-08-19', '16')).toEqual(['16.14', '16.13', '16.11', '16.10']);
  });

  test('AUR506: the day counts', () => {
    expect(mend(version('"15.12"'), '2027-04-01')).toBe(version('"16.14"'));
    expect(mend(version('"16.14"'), '2027-04-01')).toBe(version('"16.14"'));
  });

  test('AUR505: only a version with long-term support is left: the cluster stays on it', () => {
    const pinned = '  autoMinorVersionUpgrade: false\n';
    expect(mend(mysql('8.0.mysql_aurora.3.07.1', pinned))).toBe(mysql('8.0.mysql_aurora.3.10.5', pinned));
    const stated = mysql('8.0.mysql_aurora.3.07.1').replaceAll('class:', 'autoMinorVersionUpgrade: true, class:');
    expect(checkBlueprint(readBlueprint(mend(stated)))).toEqual([]);
  });

  test('AUR515: the night leaves the backup window alone', () => {
    const text = (window: string) => inProduction('us-east-1', `${window}\n  preferredBackupWindow: 08:00-09:00`);
    expect(mend(text('tue:15:00-tue:15:30'))).toBe(text('tue:07:00-tue:07:30'));
  });

  test('AUR514: a burstable class in production gives way to what the others have', () => {
    const text = (second: string) =>
      inProduction('us-east-1')
        .replace('orders-a, class: db.r7g.large', 'orders-a, class: db.r6g.xlarge')
        .replace('orders-b, class: db.r7g.large', `orders-b, class: ${second}`);
    expect(mend(text('db.t4g.medium'))).toBe(text('db.r6g.xlarge'));
  });

  test('AUR506: no version to raise to: of Limitless, where a class would not go along, where a default group would not', () => {
    const legacy = version('"12.22"').replaceAll('r7g', 'r4');
    const grouped = version('"13.23"', '  dbClusterParameterGroupName: default.aurora-postgresql13\n');
    const limitless = version('16.4-limitless');
    for (const text of [legacy, grouped, limitless]) expect(mend(text)).toBe(text);
  });

  test.each([
    ['AUR503', ['Remove preferredMaintenanceWindow']],
    ['AUR504', ['Set engine to aurora-mysql']],
    ['AUR505', ['Upgrade to 16.14']],
    ['AUR506', ['Upgrade to 16.14']],
    [
      'AUR507',
      [
        'Set engineLifecycleSupport to open-source-rds-extended-support',
        'Set engineLifecycleSupport to open-source-rds-extended-support-disabled',
      ],
    ],
    ['AUR508', ['Set autoMinorVersionUpgrade to false']],
    ['AUR510', ['Set dbClusterParameterGroupName to default.aurora-postgresql16']],
    ['AUR511', ['Use db.r6g.large']],
    ['AUR512', ['Use db.r7g.large']],
    ['AUR513', ['Use db.r7g.large']],
    ['AUR514', ['Use db.r7g.large']],
    ['AUR515', ['Set preferredMaintenanceWindow to mon:18:00-mon:18:30']],
    ['AUR518', ['Use db.r7g.xlarge']],
    ['AUR519', ['Set engineVersion to 16.14']],
    ['AUR520', ['Use db.r7g.large']],
    ['AUR521', ['Set caCertificateIdentifier to rds-ca-rsa2048-g1']],
    ['AUR522', ['Set preferredMaintenanceWindow to sat:21:30-sat:22:00']],
    ['AUR524', ['Set autoMinorVersionUpgrade to false on every instance']],
  ] as const)('%s mends its bad example: %o', (id, titles) => {
    const findings = checkBlueprint(readBlueprint(readFixture(designRulePages[id]?.bad ?? '').text));
    expect(findings.find(({ rule }) => rule === id)?.fixes.map(({ title }) => title)).toEqual(titles);
  });
});
