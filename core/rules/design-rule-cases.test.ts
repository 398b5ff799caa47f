import { expect, test } from 'vitest';
import { readBlueprint } from '../design/readers/blueprint.ts';
import { cluster, instances } from '../testing/blueprint-texts.ts';
import { readFixture } from '../testing/markers.ts';
import { describeRuleCases } from '../testing/rule-cases.ts';
import { checkBlueprint } from './check-blueprint.ts';

const check = (text: string) => checkBlueprint(readBlueprint(text));

describeRuleCases({
  AUR001: [
    [
      'the name serves a cluster without an identifier',
      cluster('').replace('name: orders', 'name: orders_1\n#     ^^^^^^^^ AUR001 "_"'),
    ],
    ['the name alone is free', cluster('  clusterIdentifier: x\n').replace('name: orders', 'name: orders_1')],
    ['63 characters are enough', cluster(`  clusterIdentifier: ${'x'.repeat(63)}\n`)],
    [
      '64 are not',
      cluster(`  clusterIdentifier: ${'x'.repeat(64)}\n#                    ${'^'.repeat(64)} AUR001 64\n`),
    ],
  ],
  AUR004: [
    [
      'two Regions may use one identifier',
      cluster('secondaries:\n  - region: eu-west-1\n    instances: [{ id: orders-a, class: db.r7g.large }]\n'),
    ],
    [
      'a binlog replica in the Region of the primary needs a name of its own',
      cluster(
        'secondaries:\n  - region: us-east-1\n#   ^^^^^^^^^^^^^^^^^ AUR004 orders\n    replication: binlog\n',
        'aurora-mysql',
      ),
    ],
  ],
  AUR102: [
    [
      'multi-master is retired, and said once',
      instances(
        '    - { id: a, class: db.r7g.large, role: writer }\n    - { id: b, class: db.r7g.large, role: writer }\n',
        '  engineMode: multimaster\n#             ^^^^^^^^^^^ AUR120\n',
      ),
    ],
  ],
  AUR103: [
    ['only in production', instances('    - { id: a, class: db.r7g.large }\n')],
    [
      'auto scaling adds readers',
      instances(
        '    - { id: a, class: db.r7g.large }\n',
        '  autoScaling: { minCapacity: 1, maxCapacity: 2 }\n# ^^^^^^^^^^^ AUR809\n  deletionProtection: true\n  backupRetentionPeriod: 7\n  enableCloudwatchLogsExports: [postgresql]\nprofile: production\n',
      ),
    ],
  ],
  AUR104: [
    [
      'two AZs',
      instances(
        '    - { id: a, class: db.r7g.large, availabilityZone: us-east-1a }\n    - { id: b, class: db.r7g.large, availabilityZone: us-east-1b }\n',
      ),
    ],
    [
      'one AZ that Aurora chooses',
      instances(
        '    - { id: a, class: db.r7g.large, availabilityZone: us-east-1a }\n    - { id: b, class: db.r7g.large }\n',
      ),
    ],
  ],
  AUR105: [
    [
      'a list of two AZs proves nothing',
      cluster('  availabilityZones: [us-east-1a, us-east-1b]\n').replace(
        'orders-b, class',
        'orders-b, availabilityZone: us-east-1f, class',
      ),
    ],
    [
      'the fourth AZ of the instances',
      instances(
        `${[...'abcd'].map((letter) => `    - { id: ${letter}, class: db.r7g.large, availabilityZone: us-east-1${letter} }\n`).join('')}#                                                     ^^^^^^^^^^ AUR105 fill\n`,
      ),
    ],
    [
      'an AZ without a subnet',
      instances(
        '    - { id: a, class: db.r7g.large, availabilityZone: us-east-1c }\n#                                                     ^^^^^^^^^^ AUR105 subnet\n',
        '  subnets: [{ id: s1, availabilityZone: us-east-1a }, { id: s2, availabilityZone: us-east-1b }, { id: s3, availabilityZone: us-east-1d }]\n',
      ),
    ],
  ],
  AUR107: [
    [
      'in the list and in the subnets',
      cluster(
        '  availabilityZones: [eu-west-1a]\n#                     ^^^^^^^^^^ AUR107\n  subnets: [{ id: s, availabilityZone: eu-west-1a }, { id: t, availabilityZone: us-east-1b }, { id: u, availabilityZone: us-east-1c }]\n#                                      ^^^^^^^^^^ AUR107\n',
      ),
    ],
    ['a Local Zone tells no Region', cluster('').replace('orders-a,', 'orders-a, availabilityZone: us-west-2-lax-1a,')],
    ['an unknown letter is no error', cluster('').replace('orders-a,', 'orders-a, availabilityZone: us-east-1z,')],
    [
      'an unknown Region is said once',
      cluster('  availabilityZones: [us-east-1a]\n').replace(
        'region: us-east-1',
        'region: us-eats-1\n#         ^^^^^^^^^ AUR127',
      ),
    ],
  ],
  AUR111: [
    [
      'a larger reader of a better tier',
      instances(
        '    - { id: a, class: db.r7g.2xlarge }\n    - { id: b, class: db.r7g.2xlarge, promotionTier: 0 }\n    - { id: c, class: db.r7g.large, promotionTier: 1 }\n',
      ),
    ],
    [
      'nobody knows how large Serverless v2 is',
      instances(
        '    - { id: a, class: db.r7g.2xlarge }\n    - { id: b, class: db.serverless }\n',
        '  serverlessV2ScalingConfiguration: { minCapacity: 8, maxCapacity: 32 }\n',
      ),
    ],
  ],
  AUR113: [
    [
      'no reader elsewhere',
      instances(
        '    - { id: a, class: db.r7g.large, availabilityZone: us-east-1a }\n    - { id: b, class: db.r7g.large, availabilityZone: us-east-1a }\n    - { id: c, class: db.r7g.large }\n',
      ),
    ],
  ],
  AUR120: [
    ['provisioned is the default', cluster('  engineMode: provisioned\n')],
    [
      'a word that never was a mode',
      cluster('  engineMode: turbo\n#             ^^^^^ AUR120 no engine mode "turbo"\n'),
    ],
  ],
  AUR124: [
    [
      'a list that cannot be read may hold instances',
      cluster('').replace(/instances:[\s\S]*$/, 'instances: many\n#            ^^^^ FMT005\n'),
    ],
  ],
  AUR127: [
    [
      'nothing near',
      cluster('').replace('region: us-east-1', 'region: atlantis\n#         ^^^^^^^^ AUR127 such as us-east-1'),
    ],
  ],
  AUR301: [
    [
      'backups cannot be switched off',
      cluster('  backupRetentionPeriod: 0\n#                        ^ AUR301 cannot be switched off\n'),
    ],
  ],
  AUR302: [
    [
      'the default is one day',
      `${cluster('  deletionProtection: true\n  enableCloudwatchLogsExports: [postgresql]\n')}profile: production\n`.replace(
        'primary:\n',
        'primary:\n^^^^^^^ AUR302 Without\n',
      ),
    ],
    [
      'a restored cluster keeps the retention of its source',
      `${cluster('  deletionProtection: true\n  enableCloudwatchLogsExports: [postgresql]\n  dbClusterParameterGroupName: own\n  origin: { snapshot: { snapshotIdentifier: s } }\n')}profile: production\n`,
    ],
  ],
  AUR303: [['one digit of an hour is let pass', cluster('  preferredBackupWindow: 3:00-3:30\n')]],
  AUR304: [
    [
      'two equal times are doubtful, not refused',
      cluster('  preferredBackupWindow: 03:00-03:00\n#                        ^^^^^^^^^^^ AUR304 same time\n'),
    ],
  ],
  AUR305: [
    [
      'windows that only touch',
      cluster('  preferredBackupWindow: 04:30-05:00\n  preferredMaintenanceWindow: sun:05:00-sun:05:30\n'),
    ],
    [
      'a day of maintenance leaves no place',
      cluster(
        '  preferredBackupWindow: 04:30-05:00\n#                        ^^^^^^^^^^^ AUR305 Shorten\n  preferredMaintenanceWindow: sun:05:00-mon:05:00\n',
      ),
    ],
    ['one of them alone', cluster('  preferredMaintenanceWindow: sun:05:00-sun:05:30\n')],
  ],
  AUR401: [['0 is off', cluster('  backtrackWindow: 0\n')]],
  AUR402: [
    ['negative', cluster('  backtrackWindow: -1\n#                  ^^ AUR402\n', 'aurora-mysql')],
    ['on PostgreSQL no length is right', cluster('  backtrackWindow: 604800\n# ^^^^^^^^^^^^^^^ AUR401\n')],
    [
      'an engine that cannot be read',
      cluster('  backtrackWindow: 604800\n#                  ^^^^^^ AUR402\n', 'aurora').replace(
        'engine: aurora\n',
        'engine: aurora\n#       ^^^^^^ FMT006\n',
      ),
    ],
  ],
  AUR501: [
    [
      'of an instance',
      instances(
        '    - { id: a, class: db.r7g.large, preferredMaintenanceWindow: never }\n#                                                               ^^^^^ AUR501\n',
      ),
    ],
  ],
  AUR502: [
    [
      'two equal moments are doubtful',
      cluster(
        '  preferredMaintenanceWindow: sun:05:00-sun:05:00\n#                             ^^^^^^^^^^^^^^^^^^^ AUR502 same moment\n',
      ),
    ],
  ],
  AUR603: [
    [
      'a binlog replica is no member',
      cluster('secondaries:\n  - { clusterIdentifier: x, region: us-east-1, replication: binlog }\n', 'aurora-mysql'),
    ],
  ],
  AUR605: [
    ['burstable classes are fine elsewhere', cluster('').replaceAll('db.r7g.large', 'db.t4g.medium')],
    [
      'also where a binlog replica follows',
      cluster('secondaries: [{ region: eu-west-1, replication: binlog }]\n', 'aurora-mysql').replaceAll(
        'db.r7g.large',
        'db.t4g.medium',
      ),
    ],
  ],
  AUR606: [
    [
      'a binlog replica has a writer of its own',
      cluster(
        'secondaries:\n  - region: eu-west-1\n    replication: binlog\n    instances: [{ id: x, class: db.r7g.large, role: writer }]\n',
        'aurora-mysql',
      ),
    ],
  ],
  AUR701: [
    [
      'a restored cluster may have it',
      instances(
        '    - { id: a, class: db.serverless }\n',
        '  dbClusterParameterGroupName: own\n  origin: { snapshot: { snapshotIdentifier: s } }\n',
      ),
    ],
  ],
  AUR702: [
    [
      'the wrong way round',
      instances(
        '    - { id: a, class: db.serverless }\n',
        '  serverlessV2ScalingConfiguration: { minCapacity: 16, maxCapacity: 8 }\n#                                                  ^^ AUR702 Swap\n',
      ),
    ],
    [
      'a maximum of half an ACU',
      instances(
        '    - { id: a, class: db.serverless }\n',
        '  serverlessV2ScalingConfiguration: { minCapacity: 0.5, maxCapacity: 0.5 }\n#                                                                    ^^^ AUR702 from 1\n#                                                  ^^^ AUR715\n',
      ),
    ],
  ],
  AUR705: [
    [
      'a day is the longest',
      instances(
        '    - { id: a, class: db.serverless }\n',
        '  serverlessV2ScalingConfiguration: { minCapacity: 0, maxCapacity: 8, secondsUntilAutoPause: 86401 }\n#                                                                                            ^^^^^ AUR705\n',
      ),
    ],
  ],
  AUR802: [
    [
      'negative',
      cluster(
        '  autoScaling: { minCapacity: -1, maxCapacity: 4 }\n#                             ^^ AUR802 fewer than 0\n',
      ),
    ],
  ],
  AUR903: [
    [
      'readers that auto scaling adds are declared nowhere; case does not count',
      cluster('  endpoints: [{ id: x, staticMembers: [application-autoscaling-1, ORDERS-A] }]\n'),
    ],
    [
      'an identifier that cannot be read may be any',
      cluster('  endpoints: [{ id: x, staticMembers: [orders-z] }]\n')
        .replace('id: orders-a', 'id: []')
        .replace('large }\n', 'large }\n#           ^^ FMT005\n'),
    ],
  ],
  AUR905: [
    [
      'auto scaling adds readers',
      cluster(
        '  autoScaling: { minCapacity: 1, maxCapacity: 2 }\n  endpoints: [{ id: x, type: READER, staticMembers: [orders-a] }]\n',
      ),
    ],
  ],
  AUR907: [
    [
      'names of two clusters',
      cluster(
        '  endpoints: [{ id: x }]\nsecondaries:\n  - { region: eu-west-1, endpoints: [{ id: x }], instances: [{ id: eu, class: db.r7g.large }] }\n',
      ),
    ],
  ],
  AUR911: [
    [
      'one of two that may be promoted',
      cluster('  endpoints: [{ id: x, type: READER, staticMembers: [orders-b] }]\n').replace(
        '  endpoints',
        '    - { id: orders-c, class: db.r7g.large }\n  endpoints',
      ),
    ],
  ],
  AUR1004: [
    [
      'a log nobody knows is a warning',
      cluster(
        '  enableCloudwatchLogsExports: [weather]\n#                               ^^^^^^^ AUR1004 Its logs are\n',
      ),
    ],
  ],
});

test('AUR304, AUR502, AUR1004: milder cases are warnings', () => {
  const severities = (marked: string) => check(readFixture(marked).text).map(({ severity }) => severity);
  expect(severities(cluster('  preferredBackupWindow: 03:00-03:00\n'))).toEqual(['warning']);
  expect(severities(cluster('  preferredMaintenanceWindow: sun:05:00-sun:05:00\n'))).toEqual(['warning']);
  expect(severities(cluster('  enableCloudwatchLogsExports: [weather]\n'))).toEqual(['warning']);
});

test('in broken text nothing is said of what may only be hidden', () => {
  const text = 'aurora: 1\nname: orders\nengine: aurora-mysql\nprimary:\n  region: us-east-1\n\tinstances: []\n';
  expect(check(text).map(({ rule }) => rule)).toEqual(['FMT001']);
});
