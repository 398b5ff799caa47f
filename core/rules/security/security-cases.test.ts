import { expect, test } from 'vitest';
import { readBlueprint } from '../../design/readers/blueprint.ts';
import { cluster, instances } from '../../testing/blueprint-texts.ts';
import { readFixture } from '../../testing/markers.ts';
import { describeRuleCases } from '../../testing/rule-cases.ts';
import { checkBlueprint } from '../check-blueprint.ts';

const role = 'arn:aws:iam::123456789012:role/monitoring';
const advanced = '  databaseInsightsMode: advanced\n';
const marked = '#                       ^^^^^^^^';
const enabled = '  performanceInsightsEnabled: true\n';
const retention = (days: number) => `  performanceInsightsRetentionPeriod: ${days}\n`;
/** Two instances, the first with more properties and a marker under them, and more lines of the cluster. */
const first = (properties: string, lines = '', marker = '') =>
  instances(
    `    - { id: a, class: db.r7g.large, ${properties} }\n${marker}    - { id: b, class: db.r7g.large }\n`,
    lines,
  );
/** A cluster whose engine version is older than most features. */
const old = (lines: string) =>
  cluster(`  engineLifecycleSupport: open-source-rds-extended-support\n  autoMinorVersionUpgrade: false\n${lines}`)
    .replace('primary:', 'engineVersion: "14.6"\nprimary:')
    .replaceAll('r7g', 'r6g');
const onCluster = instances(
  '    - { id: a, class: db.t3.medium }\n#                     ^^^^^^^^^^^^ AUR1011\n',
  enabled,
).replace('aurora-postgresql', 'aurora-mysql');

describeRuleCases({
  AUR1005: [
    ['only in production', cluster('')],
    [
      'an empty list',
      cluster(`  enableCloudwatchLogsExports: []
# ^^^^^^^^^^^^^^^^^^^^^^^^^^^ AUR1005 postgresql
  backupRetentionPeriod: 7
  deletionProtection: true
profile: production
`),
    ],
    [
      'a list that cannot be read',
      cluster(
        '  enableCloudwatchLogsExports: all\n#                              ^^^ FMT005\n  backupRetentionPeriod: 7\n  deletionProtection: true\nprofile: production\n',
      ),
    ],
    [
      'Aurora MySQL has other logs',
      cluster('  backupRetentionPeriod: 7\n  deletionProtection: true\nprofile: production\n', 'aurora-mysql').replace(
        'primary:\n',
        'primary:\n^^^^^^^ AUR1005 error and slowquery\n',
      ),
    ],
  ],
  AUR1007: [
    [
      'an instance uses the role of its cluster',
      cluster(`  monitoringRoleArn: ${role}\n`).replace('id: orders-a,', 'id: orders-a, monitoringInterval: 60,'),
    ],
    [
      'an instance needs one too',
      first('monitoringInterval: 5', '', '#                                                       ^ AUR1007 role\n'),
    ],
    ['a role of its own', first(`monitoringInterval: 5, monitoringRoleArn: ${role}`)],
    ['0 is off', cluster('  monitoringInterval: 0\n')],
    [
      'a role while it is off',
      cluster(`  monitoringInterval: 0\n  monitoringRoleArn: ${role}\n# ^^^^^^^^^^^^^^^^^ AUR1007 off\n`),
    ],
    ['a role without an interval', cluster(`  monitoringRoleArn: ${role}\n# ^^^^^^^^^^^^^^^^^ AUR1007 off\n`)],
    [
      'a role of an instance without an interval',
      first(`monitoringRoleArn: ${role}`).replace(
        ' }\n',
        ` }\n#                                   ^^^^^^^^^^^^^^^^^ AUR1007 off\n`,
      ),
    ],
    [
      'an instance with a role of its own and the interval of its cluster',
      cluster(`  monitoringInterval: 30\n  monitoringRoleArn: ${role}\n`).replace(
        'orders-a,',
        `orders-a, monitoringRoleArn: ${role},`,
      ),
    ],
    [
      'an interval that cannot be read may be on',
      cluster(`  monitoringInterval: often\n#                     ^^^^^ FMT005\n  monitoringRoleArn: ${role}\n`),
    ],
  ],
  AUR1008: [
    [
      'of an instance',
      first('performanceInsightsRetentionPeriod: 30').replace(
        ' }\n',
        ' }\n#                                                                       ^^ AUR1008 31\n',
      ),
    ],
  ],
  AUR1009: [
    ['7 days are included', cluster(enabled + retention(7))],
    [
      '8 are no retention, and too many',
      cluster(`${enabled}${retention(31)}#                                     ^^ AUR1009\n`),
    ],
    [
      'the standard mode',
      cluster(
        `  databaseInsightsMode: standard\n${enabled}${retention(31)}#                                     ^^ AUR1009\n`,
      ),
    ],
    ['Limitless Database demands 31 days', cluster(`  engineVersion: 16.13-limitless\n${enabled}${retention(31)}`)],
    ['the advanced mode keeps them', cluster(advanced + enabled + retention(465))],
    [
      'a mode that cannot be read may be the advanced one',
      cluster(`  databaseInsightsMode: deep\n${marked.slice(0, -4)} FMT006\n${enabled}${retention(465)}`),
    ],
  ],
  AUR1010: [
    [
      'Performance Insights is off',
      cluster(
        `${advanced}${marked} AUR1010 needs performanceInsightsEnabled: true on\n  performanceInsightsEnabled: false\n${retention(465)}`,
      ),
    ],
    [
      'the retention is too short',
      cluster(`${advanced}${marked} AUR1010 needs a performance\n${enabled}${retention(434)}`),
    ],
    ['the retention is missing', cluster(`${advanced}${marked} AUR1010 needs a performance\n${enabled}`)],
    [
      'the instances may bring what it needs',
      cluster(advanced).replaceAll(
        'large }',
        'large, performanceInsightsEnabled: true, performanceInsightsRetentionPeriod: 465 }',
      ),
    ],
    [
      'not a retention that the cluster itself states',
      cluster(`${advanced}${marked} AUR1010\n${retention(7)}`).replaceAll(
        'large }',
        'large, performanceInsightsEnabled: true }',
      ),
    ],
    [
      'instances that cannot be read may bring it',
      cluster(advanced).replace(/instances:\n(.*\n){2}/, 'instances: many\n#            ^^^^ FMT005\n'),
    ],
    ['the standard mode needs nothing', cluster('  databaseInsightsMode: standard\n')],
  ],
  AUR1011: [
    [
      'Aurora PostgreSQL has it on every class',
      instances('    - { id: a, class: db.t3.medium, performanceInsightsEnabled: true }\n'),
    ],
    ['switched on for the cluster', onCluster],
    [
      'switched off again for the instance',
      onCluster.replace('medium }\n', 'medium, performanceInsightsEnabled: false }\n').replace(/#.*\n/, ''),
    ],
    ['off', onCluster.replace(enabled, '').replace(/#.*\n/, '')],
    ['a larger Graviton class has it', onCluster.replace('db.t3', 'db.t4g').replace(/#.*\n/, '')],
  ],
  AUR1012: [
    [
      'roles of machineLearning count, each once and in its Regions',
      `${cluster(
        `  associatedRoles:\n${['a', 'b', 'c', 'd'].map((name) => `    - { roleArn: ${role}-${name} }\n`).join('')}`,
      )}machineLearning:
  - { service: Comprehend, roleArn: ${role}-e }
  - { service: SageMaker, roleArn: ${role}-f, regions: [eu-west-1] }
`,
    ],
  ],
  AUR1014: [
    ['switched off', old('  enableHttpEndpoint: false\n')],
    ['a version without a minor may be any', cluster('  enableHttpEndpoint: true\n')],
    [
      'a burstable writer',
      cluster('  enableHttpEndpoint: true\n#                     ^^^^ AUR1014 db.t4g.medium\n').replaceAll(
        'r7g.large',
        't4g.medium',
      ),
    ],
    [
      'a burstable reader does not serve it',
      cluster('  enableHttpEndpoint: true\n').replace(
        'orders-b, class: db.r7g.large }\n',
        'orders-b, class: db.t4g.large }\n#                            ^^^^^^^^^^^^ AUR111\n',
      ),
    ],
    [
      'a secondary of a global database',
      cluster(`secondaries:
  - region: eu-west-1
    clusterIdentifier: eu
    enableHttpEndpoint: true
#                       ^^^^ AUR1014 primary
    instances: [{ id: eu-a, class: db.r7g.large }]
`),
    ],
  ],
  AUR1016: [['switched off', old('  enableLocalWriteForwarding: false\n')]],
  AUR1017: [
    ['the version', old('  integrations: [{ dataFilter: "include: orders.*.*" }]\n# ^^^^^^^^^^^^ AUR1017 14.6\n')],
    [
      'no instance',
      cluster('  integrations: [{ dataFilter: "include: orders.*.*" }]\n# ^^^^^^^^^^^^ AUR1017 has none\n').replace(
        /instances:\n(.*\n){2}/,
        'instances: []\n#            ^^ AUR124\n',
      ),
    ],
    [
      'a filter for a database that nobody names',
      cluster(
        '  integrations: [{ target: "arn:aws:redshift:us-east-1:123456789012:namespace/x" }]\n# ^^^^^^^^^^^^ AUR1017 dataFilter\n',
      ),
    ],
    ['Aurora MySQL replicates everything', cluster('  integrations: [{ target: x }]\n', 'aurora-mysql')],
  ],
  AUR1018: [
    ['all alike', first('performanceInsightsEnabled: false', '  databaseInsightsMode: standard\n')],
    ['without a mode nothing is compared', first('performanceInsightsEnabled: true')],
    [
      'one measures more often',
      cluster(
        `  databaseInsightsMode: standard\n${marked} AUR1018 monitoringInterval (5, 60)\n  monitoringInterval: 60\n  monitoringRoleArn: ${role}\n`,
      ).replace('id: orders-a,', 'id: orders-a, monitoringInterval: 5,'),
    ],
    [
      'a setting that cannot be read may be the same',
      first(
        'performanceInsightsEnabled: []',
        `  databaseInsightsMode: standard\n${enabled}`,
        '#                                                               ^^ FMT005\n',
      ),
    ],
  ],
  AUR1021: [
    [
      'switched off',
      cluster(`  performanceInsightsEnabled: false\n${retention(7)}# ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ AUR1021\n`),
    ],
    ['the advanced mode says so itself', cluster(`${advanced}${marked} AUR1010\n${retention(465)}`)],
    [
      'a switch that cannot be read may be on',
      cluster(`  performanceInsightsEnabled: perhaps\n#                             ^^^^^^^ FMT005\n${retention(7)}`),
    ],
  ],
});

test('AUR1011: Performance Insights that the cluster sets for a class without it is a warning', () => {
  const findings = checkBlueprint(readBlueprint(readFixture(onCluster).text));
  expect(findings.map(({ severity }) => severity)).toEqual(['warning']);
});
