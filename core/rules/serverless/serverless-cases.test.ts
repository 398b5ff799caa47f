import { describe, expect, test } from 'vitest';
import { readBlueprint } from '../../design/readers/blueprint.ts';
import { instances } from '../../testing/blueprint-texts.ts';
import { describeRuleCases } from '../../testing/rule-cases.ts';
import { readFixture } from '../../text/fixture.ts';
import { checkBlueprint } from '../check-blueprint.ts';
import { designRulePages } from '../design-rule-pages.ts';

/** A Serverless v2 writer and reader with this range of capacities, more lines, and another engine. */
const serverless = (range: string, more = '', engine = 'aurora-postgresql') =>
  instances(
    '    - { id: a, class: db.serverless }\n    - { id: b, class: db.serverless }\n',
    `  serverlessV2ScalingConfiguration: ${range}\n${more}`,
  ).replace('aurora-postgresql', engine);

/** The same with a version, in Extended Support and on its minor. */
const version = (text: string, range: string, engine = 'aurora-postgresql') =>
  serverless(
    range,
    '  engineLifecycleSupport: open-source-rds-extended-support\n  autoMinorVersionUpgrade: false\n',
    engine,
  ).replace('primary:\n', `engineVersion: ${text}\nprimary:\n`);

/** A range with its minimum or its maximum marked. */
const minimum = (minCapacity: string, maxCapacity: string, marker: string) =>
  `{ minCapacity: ${minCapacity}, maxCapacity: ${maxCapacity} }\n#                                                  ${'^'.repeat(minCapacity.length)} ${marker}`;
const maximum = (minCapacity: string, maxCapacity: string, marker: string) =>
  `{ minCapacity: ${minCapacity}, maxCapacity: ${maxCapacity} }\n#${' '.repeat(65 + minCapacity.length)}${'^'.repeat(maxCapacity.length)} ${marker}`;

/** A provisioned writer, this instance behind it, and a range. */
const behind = (writer: string, items: string, range: string) =>
  instances(`    - { id: a, class: ${writer} }\n${items}`, `  serverlessV2ScalingConfiguration: ${range}\n`);

const production =
  '  backupRetentionPeriod: 7\n  deletionProtection: true\n  enableCloudwatchLogsExports: [postgresql]\nprofile: production\n';
const paused = '{ minCapacity: 0, maxCapacity: 8 }';
const wake = (marker: string) => minimum('0', '8', `AUR707 ${marker}`);

describeRuleCases({
  AUR703: [
    ['more than 128 ACU', version('"14.6"', maximum('2', '129', 'AUR703 at most 128'))],
    ['exactly 128 ACU', version('"14.6"', '{ minCapacity: 2, maxCapacity: 128 }')],
    ['an unknown version', serverless('{ minCapacity: 0, maxCapacity: 8 }')],
    ['a version that pauses', version('"14.23"', '{ minCapacity: 0, maxCapacity: 8 }')],
    [
      'without Serverless v2 another rule speaks',
      version('"12.22"\n#              ^^^^^^^ AUR506', '{ minCapacity: 0, maxCapacity: 8 }').replace(
        'a, class: db.serverless }',
        'a, class: db.serverless }\n#                     ^^^^^^^^^^^^^ AUR713',
      ),
    ],
  ],
  AUR707: [
    ['binlog', serverless(wake('binlog'), '  parameters: { binlog_format: ROW }\n', 'aurora-mysql')],
    ['binlog switched off', serverless(paused, '  parameters: { binlog_format: "OFF" }\n', 'aurora-mysql')],
    ['logical replication', serverless(wake('logical'), '  parameters: { rds.logical_replication: "1" }\n')],
    ['Babelfish', serverless(wake('Babelfish'), '  parameters: { rds.babelfish_status: "on" }\n')],
    [
      'a replica that reads the binlog, not the replica itself',
      serverless(
        wake('binlog'),
        'secondaries:\n  - region: eu-west-1\n    replication: binlog\n    serverlessV2ScalingConfiguration: { minCapacity: 0, maxCapacity: 8 }\n    instances: [{ id: c, class: db.serverless }]\n',
        'aurora-mysql',
      ),
    ],
    ['nothing keeps them awake', serverless(paused, '  parameters: { rds.logical_replication: "0" }\n')],
    ['a minimum that does not pause', serverless('{ minCapacity: 0.5, maxCapacity: 8 }', '  proxies: [{ name: x }]\n')],
    [
      'without db.serverless the range counts for nothing',
      instances(
        '    - { id: a, class: db.r7g.large }\n',
        `  serverlessV2ScalingConfiguration: ${paused}\n# ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ AUR721\n  proxies: [{ name: x }]\n`,
      ),
    ],
  ],
  AUR708: [
    [
      'the event scheduler',
      serverless(
        paused,
        '  parameters: { event_scheduler: "ON" }\n#                                ^^^^ AUR708 The event scheduler\n',
        'aurora-mysql',
      ),
    ],
    [
      'the event scheduler switched off',
      serverless(paused, '  parameters: { event_scheduler: "OFF" }\n', 'aurora-mysql'),
    ],
    ['another library', serverless(paused, '  parameters: { shared_preload_libraries: pg_cronicle }\n')],
    [
      'awake',
      serverless('{ minCapacity: 0.5, maxCapacity: 8 }', '  parameters: { shared_preload_libraries: pg_cron }\n'),
    ],
  ],
  AUR710: [
    [
      'Database Insights watches where nobody can read whether Performance Insights does',
      serverless(
        minimum('1', '8', 'AUR710'),
        `  databaseInsightsMode: advanced\n  performanceInsightsRetentionPeriod: 465\n  performanceInsightsEnabled: maybe\n#                             ^^^^^ FMT005\n${production}`,
      ),
    ],
    ['outside production', serverless('{ minCapacity: 1, maxCapacity: 8 }', '  performanceInsightsEnabled: true\n')],
    ['nothing is watched', serverless('{ minCapacity: 1, maxCapacity: 8 }', production)],
    [
      'exactly 2',
      serverless('{ minCapacity: 2, maxCapacity: 8 }', `  performanceInsightsEnabled: true\n${production}`),
    ],
  ],
  AUR711: [
    ['up to 8 ACU the cap is not felt', serverless('{ minCapacity: 0.5, maxCapacity: 8 }')],
    ['Aurora MySQL has no such cap', serverless('{ minCapacity: 0.5, maxCapacity: 16 }', '', 'aurora-mysql')],
    ['a minimum of 0', serverless(minimum('0', '8.5', 'AUR711 With minCapacity 0'))],
    ['from 1 ACU on there is none', serverless('{ minCapacity: 1, maxCapacity: 16 }')],
  ],
  AUR712: [
    [
      'exactly a tenth of a Serverless v2 writer',
      serverless('{ minCapacity: 2, maxCapacity: 20 }').replace(
        'b, class: db.serverless }\n',
        'b, class: db.serverless }\n    - { id: c, class: db.serverless, promotionTier: 15 }\n#                                                   ^^ AUR712 c scales\n',
      ),
    ],
    [
      'more than a tenth',
      serverless('{ minCapacity: 2, maxCapacity: 19.5 }').replace(
        'b, class: db.serverless }\n',
        'b, class: db.serverless }\n    - { id: c, class: db.serverless, promotionTier: 15 }\n',
      ),
    ],
    [
      'a minimum that cannot be read',
      behind(
        'db.r7g.xlarge',
        '    - { id: b, class: db.r7g.xlarge }\n    - { id: c, class: db.serverless, promotionTier: 2 }\n',
        minimum('few', '8', 'FMT005'),
      ),
    ],
    [
      'a writer that nobody knows the size of',
      behind(
        'db.r9g.xlarge',
        '    - { id: c, class: db.serverless, promotionTier: 0 }\n',
        '{ minCapacity: 1, maxCapacity: 8 }',
      ),
    ],
    ['in tier 1 it scales with the writer', serverless('{ minCapacity: 1, maxCapacity: 20 }')],
  ],
  AUR713: [
    [
      'provisioned classes',
      version('"14.6"', paused)
        .replaceAll(/db.serverless/g, 'db.r6g.large')
        .replace(/ {2}serverlessV2.*\n/, ''),
    ],
  ],
  AUR714: [
    ['switched off', serverless('{ minCapacity: 2, maxCapacity: 8 }', '  parameters: { apg_ccm_enabled: "0" }\n')],
    [
      'a Serverless v2 target behind a provisioned writer',
      behind(
        'db.r7g.large, promotionTier: 0',
        '    - { id: b, class: db.serverless, promotionTier: 0 }\n',
        '{ minCapacity: 2, maxCapacity: 8 }\n  parameters: { apg_ccm_enabled: "1" }\n#                                ^^^ AUR714',
      ),
    ],
    [
      'a Serverless v2 reader that is no target',
      behind(
        'db.r7g.large, promotionTier: 0',
        '    - { id: b, class: db.r7g.large, promotionTier: 0 }\n    - { id: c, class: db.serverless, promotionTier: 2 }\n',
        '{ minCapacity: 2, maxCapacity: 8 }\n  parameters: { apg_ccm_enabled: "1" }',
      ),
    ],
  ],
  AUR716: [
    [
      'provisioned classes run everywhere',
      version('"14.6"', '{ minCapacity: 1, maxCapacity: 8 }')
        .replaceAll('db.serverless', 'db.r6g.large')
        .replace('us-east-1', 'ap-southeast-7')
        .replace(/ {2}serverlessV2.*\n/, ''),
    ],
    [
      'every AZ has an instance, and the one without capacity stays out of it',
      instances(
        '    - { id: a, class: db.serverless, availabilityZone: us-east-1e }\n#                                                      ^^^^^^^^^^ AUR716\n    - { id: b, class: db.serverless, availabilityZone: us-east-1a }\n    - { id: c, class: db.serverless, availabilityZone: us-east-1b }\n',
        '  availabilityZones: [us-east-1e, us-east-1a, us-east-1b]\n  serverlessV2ScalingConfiguration: { minCapacity: 2, maxCapacity: 8 }\n',
      ),
    ],
    [
      'a version without Serverless v2 anywhere is said once',
      version(
        '"13.4"\n#              ^^^^^^ AUR505\n#              ^^^^^^ AUR506',
        '{ minCapacity: 1, maxCapacity: 8 }',
      )
        .replace('us-east-1', 'ap-southeast-7')
        .replace('a, class: db.serverless }', 'a, class: db.serverless }\n#                     ^^^^^^^^^^^^^ AUR713'),
    ],
    [
      'a Region that nobody knows',
      serverless('{ minCapacity: 2, maxCapacity: 8 }').replace('us-east-1', 'us-east-9\n#         ^^^^^^^^^ AUR127'),
    ],
    [
      'the AZ has room for provisioned classes',
      instances('    - { id: a, class: db.r7g.large, availabilityZone: us-east-1e }\n'),
    ],
    [
      'a Region where it begins later',
      version('"14.6"', '{ minCapacity: 1, maxCapacity: 8 }')
        .replace('us-east-1', 'ap-southeast-7')
        .replace(
          'a, class: db.serverless }',
          'a, class: db.serverless }\n#                     ^^^^^^^^^^^^^ AUR716 In ap-southeast-7',
        ),
    ],
    [
      'one of the versions that a Region names',
      version('"14.6"', '{ minCapacity: 1, maxCapacity: 8 }').replace('us-east-1', 'ca-west-1'),
    ],
    [
      'an unknown version there',
      serverless('{ minCapacity: 1, maxCapacity: 8 }').replace('us-east-1', 'ap-southeast-7'),
    ],
  ],
  AUR717: [
    [
      'just large enough',
      behind('db.r7g.large', '    - { id: b, class: db.serverless }\n', '{ minCapacity: 2, maxCapacity: 8 }'),
    ],
    [
      'one of several that tie',
      behind(
        'db.r7g.xlarge',
        '    - { id: b, class: db.r7g.xlarge }\n    - { id: c, class: db.serverless }\n',
        maximum('2', '8', 'AUR717 c takes over'),
      ),
    ],
    ['a Serverless v2 writer', serverless('{ minCapacity: 2, maxCapacity: 8 }')],
    [
      'no target',
      behind(
        'db.r7g.xlarge',
        '    - { id: b, class: db.r7g.xlarge }\n    - { id: c, class: db.serverless, promotionTier: 2 }\n',
        '{ minCapacity: 2, maxCapacity: 8 }',
      ),
    ],
    [
      'larger than Serverless v2 can be',
      behind('db.r8g.48xlarge', '    - { id: b, class: db.serverless }\n', maximum('8', '256', 'AUR717 768 ACU')),
    ],
  ],
  AUR718: [
    [
      'it is the target',
      behind(
        'db.r7g.large',
        '    - { id: b, class: db.serverless, promotionTier: 0 }\n    - { id: c, class: db.r7g.large }\n',
        '{ minCapacity: 2, maxCapacity: 8 }',
      ),
    ],
    [
      'behind a Serverless v2 writer',
      instances(
        '    - { id: a, class: db.serverless }\n    - { id: b, class: db.serverless, promotionTier: 0 }\n    - { id: c, class: db.serverless }\n',
        '  serverlessV2ScalingConfiguration: { minCapacity: 2, maxCapacity: 8 }\n',
      ),
    ],
  ],
  AUR719: [
    ['outside production', serverless(paused)],
    [
      'an objective, in whatever profile',
      serverless(
        minimum('0', '8', 'AUR719'),
        'profile: development\nobjectives: { writerRecovery: 29s }\n#                             ^^^ SIM011\n',
      ),
    ],
    ['a milder objective', serverless(paused, 'profile: development\nobjectives: { writerRecovery: 30s }\n')],
    ['awake', serverless('{ minCapacity: 0.5, maxCapacity: 8 }', production)],
  ],
  AUR720: [
    ['a maximum below 32', serverless('{ minCapacity: 1, maxCapacity: 31.5 }')],
    ['exactly 32', serverless(minimum('1', '32', 'AUR720'))],
    ['a minimum that cannot be read', serverless(minimum('few', '64', 'FMT005'))],
    ['a minimum above 1', serverless('{ minCapacity: 1.5, maxCapacity: 64 }')],
  ],
  AUR722: [
    ['exactly 2,000', serverless('{ minCapacity: 0.5, maxCapacity: 8 }', 'workload: { connections: 2000 }\n')],
    [
      'Aurora MySQL',
      serverless('{ minCapacity: 0.5, maxCapacity: 8 }', 'workload: { connections: 3000 }\n', 'aurora-mysql'),
    ],
  ],
});

describe('fixes', () => {
  const titles = (text: string) =>
    checkBlueprint(readBlueprint(text)).flatMap(({ fixes }) => fixes.map(({ title }) => title));

  test('AUR703: a version that takes the capacity, or a capacity that the version takes', () => {
    expect(titles(version('"14.6"', paused))).toEqual(['Upgrade to 15.18', 'Set minCapacity to 0.5']);
    expect(titles(version('"14.6"', '{ minCapacity: 2, maxCapacity: 200 }'))).toEqual([
      'Upgrade to 15.18',
      'Set maxCapacity to 128',
    ]);
  });

  test('AUR710, AUR722: no minimum is raised to the maximum: it would never scale', () => {
    expect(
      titles(serverless('{ minCapacity: 1, maxCapacity: 2 }', `  performanceInsightsEnabled: true\n${production}`)),
    ).toEqual([]);
    expect(titles(serverless('{ minCapacity: 0.5, maxCapacity: 1 }', 'workload: { connections: 3000 }\n'))).toEqual([]);
    expect(titles(serverless('{ minCapacity: 0.5, maxCapacity: 2 }', 'workload: { connections: 3000 }\n'))).toEqual([
      'Set minCapacity to 1',
    ]);
  });

  test('AUR712: a minimum is raised above a tenth of the writer, where that leaves room to scale', () => {
    const text = (range: string) =>
      behind(
        'db.r7g.xlarge',
        '    - { id: b, class: db.r7g.xlarge }\n    - { id: c, class: db.serverless, promotionTier: 2 }\n',
        range,
      );
    expect(titles(text('{ minCapacity: 1, maxCapacity: 16 }'))).toEqual(['Set minCapacity to 2']);
    expect(titles(text('{ minCapacity: 1, maxCapacity: 2 }'))).toEqual([]);
  });

  test('AUR717: a maximum grows with the minimum where the way would be long, and not beyond what there is', () => {
    const text = (writer: string, range: string) => behind(writer, '    - { id: b, class: db.serverless }\n', range);
    expect(titles(text('db.r7g.xlarge', '{ minCapacity: 1, maxCapacity: 8 }'))).toEqual(['Set maxCapacity to 16']);
    expect(titles(text('db.r7g.2xlarge', '{ minCapacity: 1, maxCapacity: 8 }'))).toEqual([
      'Set serverlessV2ScalingConfiguration: minCapacity 2, maxCapacity 32',
    ]);
    expect(titles(text('db.r7g.2xlarge', '{ minCapacity: 2, maxCapacity: 8 }'))).toEqual(['Set maxCapacity to 32']);
    expect(titles(text('db.r8g.16xlarge', '{ minCapacity: 8, maxCapacity: 16 }'))).toEqual(['Set maxCapacity to 256']);
    expect(titles(text('db.r8g.48xlarge', '{ minCapacity: 8, maxCapacity: 256 }'))).toEqual([]);
  });

  test('AUR715: a fixed capacity is halved where half is enough', () => {
    expect(titles(serverless('{ minCapacity: 4.5, maxCapacity: 4.5 }'))).toEqual(['Set minCapacity to 2']);
    expect(titles(serverless('{ minCapacity: 3.5, maxCapacity: 3.5 }'))).toEqual([]);
    const items = '    - { id: b, class: db.r7g.large }\n    - { id: c, class: db.serverless, promotionTier: 2 }\n';
    expect(titles(behind('db.r7g.large', items, '{ minCapacity: 8, maxCapacity: 8 }'))).toEqual([]);
  });

  test('AUR718: a reader that is no target scales by its own load in tier 2', () => {
    const items = '    - { id: b, class: db.r7g.xlarge, promotionTier: 0 }\n    - { id: c, class: db.serverless }\n';
    expect(titles(behind('db.r7g.xlarge', items, '{ minCapacity: 4, maxCapacity: 16 }'))).toEqual([
      'Set promotionTier to 2',
    ]);
  });

  test('AUR716: a Serverless v2 instance moves to an AZ that nobody uses yet', () => {
    const text = instances(
      '    - { id: a, class: db.r7g.large, availabilityZone: us-east-1a }\n    - { id: b, class: db.serverless, availabilityZone: us-east-1e }\n',
      '  serverlessV2ScalingConfiguration: { minCapacity: 2, maxCapacity: 8 }\n',
    );
    expect(titles(text)).toEqual(['Set availabilityZone to us-east-1b']);
  });

  test.each([
    ['of the cluster', '  performanceInsightsEnabled: true\n', ''],
    [
      'advanced',
      '  databaseInsightsMode: advanced\n  performanceInsightsEnabled: true\n  performanceInsightsRetentionPeriod: 465\n',
      '',
    ],
    ['of an instance', '', ', performanceInsightsEnabled: true'],
  ])('AUR710: insights %s ask for 2 ACU', (_, ofCluster, ofInstance) => {
    const text = serverless('{ minCapacity: 1, maxCapacity: 8 }', `${ofCluster}${production}`);
    const watched = text.replace('db.serverless }', `db.serverless${ofInstance} }`);
    expect(checkBlueprint(readBlueprint(watched)).map(({ rule }) => rule)).toContain('AUR710');
  });

  test.each([
    ['AUR707', ['Set minCapacity to 0.5']],
    ['AUR708', ['Set minCapacity to 0.5']],
    ['AUR710', ['Set minCapacity to 2']],
    ['AUR711', ['Set minCapacity to 1']],
    ['AUR713', ['Upgrade to 15.18']],
    ['AUR714', ['Remove apg_ccm_enabled']],
    ['AUR715', ['Set minCapacity to 4']],
    ['AUR716', ['Set availabilityZone to us-east-1a']],
    ['AUR719', ['Set minCapacity to 0.5']],
    ['AUR720', ['Set minCapacity to 2']],
    ['AUR722', ['Set minCapacity to 1']],
  ] as const)('%s mends its bad example: %o', (id, titles) => {
    const findings = checkBlueprint(readBlueprint(readFixture(designRulePages[id]?.bad ?? '').text));
    expect(findings.find(({ rule }) => rule === id)?.fixes.map(({ title }) => title)).toEqual(titles);
  });
});
