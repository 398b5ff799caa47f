import { cluster, instances } from '../../testing/blueprint-texts.ts';
import { describeRuleCases } from '../../testing/rule-cases.ts';

const port = (text: string, marker = '') =>
  cluster(`  port: ${text}\n${marker && `#       ${'^'.repeat(text.length)} ${marker}\n`}`);
const unreadEngine = (text: string) => text.replace(/engine: .*\n/, 'engine: []\n#       ^^ FMT005\n');
const monitored = (seconds: string, marker: string) =>
  cluster(
    `  monitoringInterval: ${seconds}\n#                     ${'^'.repeat(seconds.length)} ${marker}\n  monitoringRoleArn: "arn:aws:iam::123456789012:role/x"\n`,
  );
const logs = (name: string, words: string) =>
  cluster(
    `  enableCloudwatchLogsExports: [${name}]\n#                               ${'^'.repeat(name.length)} AUR1004 ${words}\n`,
  );
const one = (properties: string, marker: string, lines: string) =>
  instances(`    - { id: a, class: ${properties} }\n${marker && `#                     ${marker}\n`}`, lines).replace(
    'aurora-postgresql',
    'aurora-mysql',
  );
const advanced = '  databaseInsightsMode: advanced\n#                       ^^^^^^^^ AUR1010\n';

describeRuleCases({
  AUR1008: [
    [
      'in the middle of two it is the shorter one',
      cluster(
        '  performanceInsightsRetentionPeriod: 19\n#                                     ^^ AUR1008 The nearest is 7.\n#                                     ^^ AUR1009\n  performanceInsightsEnabled: true\n',
      ),
    ],
  ],
  AUR1002: [
    ['the first port that is taken', port('1150')],
    ['the last port', port('65535')],
    ['one before', port('1149', 'AUR1002')],
    ['one behind', port('65536', 'AUR1002')],
    ['an engine that cannot be read', unreadEngine(port('80', 'AUR1002'))],
  ],
  AUR1004: [
    ['a log of the other engine', logs('slowquery', 'Its logs are')],
    ['a slip', logs('postgresq', 'Did you mean postgresql')],
    ['another log', logs('weather', 'Its logs are')],
  ],
  AUR1006: [['in the middle of two it is the shorter one', monitored('45', 'AUR1006')]],
  AUR1007: [
    [
      'instances that cannot be read may use the role',
      cluster('  monitoringRoleArn: "arn:aws:iam::123456789012:role/x"\n').replace(
        /instances:\n.*\n.*\n/,
        'instances: many\n#            ^^^^ FMT005\n',
      ),
    ],
  ],
  AUR1010: [
    [
      'an instance says whether it has Performance Insights',
      instances(
        '    - { id: a, class: db.r7g.large, performanceInsightsEnabled: true }\n',
        '  databaseInsightsMode: advanced\n',
      ),
    ],
    [
      'an instance says how long it keeps them',
      instances(
        '    - { id: a, class: db.r7g.large, performanceInsightsRetentionPeriod: 465 }\n',
        '  databaseInsightsMode: advanced\n',
      ),
    ],
    [
      'less than 15 months',
      cluster(`${advanced}  performanceInsightsEnabled: true\n  performanceInsightsRetentionPeriod: 31\n`),
    ],
    [
      'switched off',
      cluster(`${advanced}  performanceInsightsEnabled: false\n  performanceInsightsRetentionPeriod: 465\n`),
    ],
  ],
  AUR1011: [
    [
      'one class of a family',
      one(
        'db.t4g.micro',
        '^^^^^^^^^^^^ AUR1011\n#                     ^^^^^^^^^^^^ AUR512',
        '  performanceInsightsEnabled: true\n',
      ),
    ],
    [
      'the instance says that it has none',
      one('db.t4g.medium, performanceInsightsEnabled: false', '', '  performanceInsightsEnabled: true\n'),
    ],
    [
      'what the instance says cannot be read',
      one(
        'db.t3.medium, performanceInsightsEnabled: []',
        '                                          ^^ FMT005',
        '  performanceInsightsEnabled: true\n',
      ),
    ],
    ['of the instance', one('db.t3.medium, performanceInsightsEnabled: true', '^^^^^^^^^^^^ AUR1011', '')],
    ['of the cluster', one('db.t3.medium', '^^^^^^^^^^^^ AUR1011', '  performanceInsightsEnabled: true\n')],
  ],
  AUR1014: [
    [
      'a secondary beside the primary',
      cluster(
        '  enableHttpEndpoint: true\nsecondaries:\n  - { region: eu-west-1, instances: [{ id: eu, class: db.r7g.large }] }\n',
      ),
    ],
    [
      'a small burstable writer',
      instances(
        '    - { id: a, class: db.t4g.medium }\n',
        '  enableHttpEndpoint: true\n#                     ^^^^ AUR1014 db.t4g.medium\n',
      ),
    ],
    [
      'nobody writes',
      cluster('  enableHttpEndpoint: true\n').replace(
        /instances:\n.*\n.*\n/,
        'instances: []\n#            ^^ AUR124\n',
      ),
    ],
  ],
  AUR1017: [
    [
      'an engine that cannot be read',
      unreadEngine(cluster('  integrations: [{ dataFilter: "include: orders.*.*" }]\n')),
    ],
    ['an integration that cannot be read', cluster('  integrations: [sales]\n#                ^^^^^ FMT005\n')],
  ],
  AUR1018: [
    [
      'no interval is an interval of 0',
      instances(
        '    - { id: a, class: db.r7g.large, monitoringInterval: 0 }\n    - { id: b, class: db.r7g.large }\n',
        '  databaseInsightsMode: standard\n',
      ),
    ],
    ['nothing is said', cluster('  databaseInsightsMode: standard\n')],
    [
      'one value cannot be read',
      instances(
        '    - { id: a, class: db.r7g.large, performanceInsightsEnabled: [] }\n#                                                               ^^ FMT005\n    - { id: b, class: db.r7g.large, performanceInsightsEnabled: true }\n',
        '  databaseInsightsMode: standard\n',
      ),
    ],
    [
      'a secondary',
      cluster(
        'secondaries:\n  - region: eu-west-1\n    databaseInsightsMode: standard\n#                         ^^^^^^^^ AUR1018\n    instances:\n      - { id: x, class: db.r7g.large, performanceInsightsEnabled: true }\n      - { id: y, class: db.r7g.large }\n',
      ),
    ],
    [
      'the cluster says it too',
      instances(
        '    - { id: a, class: db.r7g.large, performanceInsightsEnabled: true }\n    - { id: b, class: db.r7g.large, performanceInsightsEnabled: false }\n',
        '  databaseInsightsMode: standard\n#                       ^^^^^^^^ AUR1018\n  performanceInsightsEnabled: true\n',
      ),
    ],
  ],
  AUR1021: [
    [
      'a secondary',
      cluster(
        'secondaries:\n  - region: eu-west-1\n    performanceInsightsRetentionPeriod: 7\n#   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ AUR1021 performanceInsightsRetentionPeriod\n    instances: [{ id: x, class: db.r7g.large }, { id: y, class: db.r7g.large }]\n',
      ),
    ],
  ],
});
