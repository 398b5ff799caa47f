import { cluster, instances } from '../../testing/blueprint-texts.ts';
import { describeRuleCases } from '../../testing/rule-cases.ts';

/** A cluster of this version; markers may follow the line of the version. */
const version = (line: string, more = '', engine = 'aurora-postgresql') =>
  cluster(more, engine).replace('primary:\n', `engineVersion: ${line}\nprimary:\n`);

const unreadEngine = (text: string) => text.replace(/engine: .*\n/, 'engine: []\n#       ^^ FMT005\n');

/** An instance of this class, marked where a rule is named. */
const one = (instanceClass: string, marker = '', region = 'us-east-1') =>
  instances(
    `    - { id: a, class: ${instanceClass} }\n${marker && `#${' '.repeat(21)}${'^'.repeat(instanceClass.length)} ${marker}\n`}`,
  ).replace('us-east-1', region);

const group = (name: string, marker = '', line = '"16.14"') =>
  version(
    line,
    `  dbClusterParameterGroupName: ${name}\n${marker && `#                              ${'^'.repeat(name.length)} ${marker}\n`}`,
  );

const window = (text: string, marker = 'AUR501') =>
  cluster(
    `  preferredMaintenanceWindow: ${text}\n#                             ${'^'.repeat(text.length)} ${marker}\n`,
  );

describeRuleCases({
  AUR507: [
    [
      'a major without Extended Support slides into none',
      version(
        '5.6.mysql_aurora.1.22.2\n#              ^^^^^^^^^^^^^^^^^^^^^^^ AUR506\n#              ^^^^^^^^^^^^^^^^^^^^^^^ AUR519',
        '',
        'aurora-mysql',
      ).replaceAll('r7g', 'x9'),
    ],
    ['a major whose end is not published', version('"18.3"')],
    ['a major that nobody lists', version('"99.1"\n#              ^^^^^^ AUR519')],
    ['a version that cannot be read as one', version('thirteen')],
  ],
  AUR520: [
    [
      'a class that the version does not take is said to be gone',
      one('db.r4.large', 'AUR512').replace('primary:', 'engineVersion: "16.14"\nprimary:'),
    ],
  ],
  AUR508: [
    ['Limitless has no long-term support', version('16.8-limitless')],
    ['a minor that nobody lists', version('"16.99"\n#              ^^^^^^^ AUR519')],
  ],
  AUR501: ['never', 'Sunday 5:00 - 5:30', 'sun 25:00 - sun 26:00'].map((text) => [text, window(text)]),
  AUR504: [
    ['a word before the version', version('v16.14', '', 'aurora-mysql')],
    ['a word behind the version', version('"16.14beta"', '', 'aurora-mysql')],
    ['no version at all', version('latest')],
    ['an engine that cannot be read', unreadEngine(version('"16.14"'))],
  ],
  AUR506: [
    [
      'a major without Extended Support',
      version(
        '5.6.mysql_aurora.1.22.2\n#              ^^^^^^^^^^^^^^^^^^^^^^^ AUR506 no support\n#              ^^^^^^^^^^^^^^^^^^^^^^^ AUR519',
        '',
        'aurora-mysql',
      ).replaceAll('r7g', 'x9'),
    ],
    ['an engine that cannot be read', unreadEngine(version('"13.23"'))],
    ['a version that cannot be read as one', version('thirteen')],
  ],
  AUR510: [
    ['a group that only ends like a default one', group('my-default.aurora-mysql8.0')],
    ['a minor of two digits', group('default.aurora-mysql8.40', 'AUR510 of the family aurora-mysql8.40,')],
    [
      'nobody knows the family of the version',
      cluster(
        '  dbClusterParameterGroupName: default.aurora-mysql8.0\n#                              ^^^^^^^^^^^^^^^^^^^^^^^ AUR510 Use one of Aurora PostgreSQL\n',
      ),
    ],
  ],
  AUR511: [
    ['an engine that cannot be read', unreadEngine(one('db.x2g.large', '', 'ap-southeast-4'))],
    [
      'a Region that cannot be read',
      one('db.x2g.large').replace('region: us-east-1\n', 'region: []\n#         ^^ FMT005\n'),
    ],
  ],
  AUR513: [
    ['no class of that size', one('db.m7g.metal', 'AUR513 Use an r class')],
    ['a class that only holds these letters', one('x-db.m5.large')],
  ],
  AUR514: [
    ['outside production', one('db.t4g.medium')],
    [
      'every instance is burstable',
      instances(
        '    - { id: a, class: db.t4g.medium }\n#                     ^^^^^^^^^^^^^ AUR514\n    - { id: b, class: db.t4g.large }\n#                     ^^^^^^^^^^^^ AUR514\n',
        '  backupRetentionPeriod: 7\n  deletionProtection: true\n  enableCloudwatchLogsExports: [postgresql]\nprofile: production\n',
      ),
    ],
    [
      'another instance is of Serverless v2',
      instances(
        '    - { id: a, class: db.serverless }\n    - { id: b, class: db.t4g.medium }\n#                     ^^^^^^^^^^^^^ AUR514\n',
        '  serverlessV2ScalingConfiguration: { minCapacity: 8, maxCapacity: 16 }\n  backupRetentionPeriod: 7\n  deletionProtection: true\n  enableCloudwatchLogsExports: [postgresql]\nprofile: production\n',
      ),
    ],
  ],
  AUR519: [
    ['a version that cannot be read as one', version('sixteen')],
    ['a major nobody lists', version('"77.7"\n#              ^^^^^^ AUR519')],
    ['an engine that cannot be read', unreadEngine(version('"16.12"'))],
  ],
  AUR521: [['another authority', cluster('').replace('large }', 'large, caCertificateIdentifier: rds-ca-ecc384-g1 }')]],
});
