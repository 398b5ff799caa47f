import { describe, expect, test } from 'vitest';
import { cluster, instances } from '../../testing/blueprint-texts.ts';
import { describeRuleCases, mend } from '../../testing/rule-cases.ts';

const production = `  backupRetentionPeriod: 7
  deletionProtection: true
  enableCloudwatchLogsExports: [postgresql]
profile: production
`;
const serverless = '  serverlessV2ScalingConfiguration: { minCapacity: 8, maxCapacity: 16 }\n';

/** Instances named a, b, c and so on, with what each says beside its class. */
const named = (...properties: readonly string[]) =>
  properties
    .map((property, index) => `    - { id: ${'abcd'[index]}, class: db.r7g.large${property && `, ${property}`} }\n`)
    .join('');
const inZones = (...zones: readonly string[]) =>
  named(...zones.map((zone) => zone && `availabilityZone: us-east-1${zone}`));

const ccm = '  parameters: { apg_ccm_enabled: "1" }\n';
const ccmMarked = (words: string) => `${ccm}#                                ^^^ AUR117 ${words}\n`;

describeRuleCases({
  AUR120: [
    [
      'a word that never was one says nothing about writers',
      instances(
        `${named('role: writer', 'role: writer')}#                                         ^^^^^^ AUR102\n`,
        '  engineMode: many\n#             ^^^^ AUR120\n',
      ),
    ],
  ],
  AUR108: [
    [
      'two subnets of one AZ',
      cluster(
        '  subnets: [{ id: s, availabilityZone: us-east-1b }, { id: t, availabilityZone: us-east-1b }]\n# ^^^^^^^ AUR108\n',
      ),
    ],
    ['nothing is listed', cluster('  subnets: []\n')],
    [
      'one that cannot be read may lie elsewhere',
      cluster(
        '  subnets: [{ id: s, availabilityZone: us-east-1b }, { id: t, availabilityZone: [] }]\n#                                                                               ^^ FMT005\n',
      ),
    ],
  ],
  AUR109: [
    [
      'a Region that shows two AZs',
      cluster(
        '  subnets: [{ id: s, availabilityZone: us-west-1a }, { id: t, availabilityZone: us-west-1c }]\n',
      ).replace('us-east-1', 'us-west-1'),
    ],
    [
      'a Region with three AZs',
      cluster(
        '  subnets: [{ id: s, availabilityZone: eu-west-1a }, { id: t, availabilityZone: eu-west-1b }]\n# ^^^^^^^ AUR109\n',
      ).replace('us-east-1', 'eu-west-1'),
    ],
    [
      'a Region of which nothing is known',
      cluster('  subnets: [{ id: s, availabilityZone: a }, { id: t, availabilityZone: b }]\n').replace(
        'region: us-east-1\n',
        'region: eu-nowhere-1\n#         ^^^^^^^^^^^^ AUR127\n',
      ),
    ],
  ],
  AUR110: [
    ['the first tier and the last', instances(named('promotionTier: 0', 'promotionTier: 15'))],
    [
      'one before the first',
      instances(`${named('promotionTier: -1')}#                                                  ^^ AUR110\n`),
    ],
    [
      'one behind the last',
      instances(`${named('promotionTier: 16')}#                                                  ^^ AUR110\n`),
    ],
  ],
  AUR112: [
    [
      'nobody is promoted in a secondary',
      cluster(
        `${production}secondaries:\n  - region: eu-west-1\n    backupRetentionPeriod: 7\n    deletionProtection: true\n    enableCloudwatchLogsExports: [postgresql]\n    instances:\n      - { id: x, class: db.r7g.large, availabilityZone: eu-west-1a }\n      - { id: y, class: db.r7g.large, availabilityZone: eu-west-1b }\n`,
      ),
    ],
    [
      'a size that cannot be read',
      instances(
        inZones('a', 'b', 'c').replace(
          /b, class: db.r7g.large(.*)\n/,
          'b, class: []$1\n#                     ^^ FMT005\n',
        ),
        production,
      ),
    ],
    ['only in production', instances(inZones('a', 'b', 'c'))],
    [
      'in one AZ it does not matter',
      instances(inZones('a', 'b', 'b'), production).replace('  instances:\n', '  instances:\n# ^^^^^^^^^ AUR126\n'),
    ],
    [
      'sizes that cannot be compared',
      instances(
        inZones('a', 'b', 'c').replace('c, class: db.r7g.large', 'c, class: db.serverless'),
        `${serverless}${production}`,
      ),
    ],
    [
      'a larger reader comes first',
      instances(inZones('a', 'b', 'c').replace('c, class: db.r7g.large', 'c, class: db.r7g.xlarge'), production),
    ],
    [
      'Serverless v2 readers tie as well',
      instances(
        `# ^^^^^^^^^ AUR112 b, c\n${inZones('a', 'b', 'c').replaceAll('db.r7g.large', 'db.serverless')}`,
        `${serverless}${production}`,
      ),
    ],
  ],
  AUR114: [
    [
      'the larger one comes first',
      cluster('', 'aurora-mysql')
        .replace('orders-a, class: db.r7g.large', 'orders-a, class: db.t4g.large')
        .replace(
          'orders-b, class: db.r7g.large }\n',
          'orders-b, class: db.t4g.medium }\n#                            ^^^^^^^^^^^^^ AUR114\n#                            ^^^^^^^^^^^^^ AUR111\n',
        ),
    ],
    [
      'of two families of the largest size the first is advised',
      instances(
        `${named('', '', '')
          .replace('r7g.large', 't3.large')
          .replace('r7g.large', 't4g.large')
          .replace('r7g.large', 't4g.medium')}#                     ^^^^^^^^^^^^^ AUR114 Choose db.t3.large\n`,
      ).replace('aurora-postgresql', 'aurora-mysql'),
    ],
    [
      'on Aurora PostgreSQL they may differ',
      cluster('')
        .replace('orders-a, class: db.r7g.large', 'orders-a, class: db.t4g.medium')
        .replace('orders-b, class: db.r7g.large', 'orders-b, class: db.t4g.large'),
    ],
    [
      'one of them alone is burstable',
      cluster('', 'aurora-mysql').replace('orders-a, class: db.r7g.large', 'orders-a, class: db.t4g.medium'),
    ],
    [
      'two families of one size',
      cluster('', 'aurora-mysql')
        .replace('orders-a, class: db.r7g.large', 'orders-a, class: db.t4g.medium')
        .replace('orders-b, class: db.r7g.large', 'orders-b, class: db.t3.medium'),
    ],
  ],
  AUR115: [['the other way round', instances(named('engine: aurora-postgresql'))]],
  AUR117: [
    [
      'Serverless v2 has no use for it, whatever the tiers',
      instances(
        named('', '').replaceAll('db.r7g.large', 'db.serverless'),
        `${serverless}  parameters: { apg_ccm_enabled: "1" }\n#                                ^^^ AUR714\n`,
      ),
    ],
    [
      'the first of two readers has the better tier',
      instances(named('promotionTier: 0', 'promotionTier: 1', 'promotionTier: 3'), ccmMarked('keeps')),
    ],
    [
      'the second of two readers has the better tier',
      instances(named('promotionTier: 0', 'promotionTier: 3', 'promotionTier: 1'), ccmMarked('keeps')),
    ],
    [
      'the reader of the better tier has another class than the writer',
      instances(
        named('promotionTier: 0', 'promotionTier: 3', 'promotionTier: 1').replace(
          'c, class: db.r7g',
          'c, class: db.r6g',
        ),
        ccmMarked('keeps'),
      ),
    ],
    [
      'no reader has the class of the writer',
      instances(
        named('promotionTier: 0', 'promotionTier: 3', 'promotionTier: 1').replace(
          'a, class: db.r7g',
          'a, class: db.r6g',
        ),
        ccmMarked('keeps'),
      ),
    ],
    [
      'the writer',
      instances(
        named('', 'promotionTier: 0'),
        ccmMarked('keeps the cache of one reader warm, and the writer stands in tier 1'),
      ),
    ],
    [
      'two readers',
      instances(
        named('promotionTier: 0', 'promotionTier: 0', 'promotionTier: 0'),
        ccmMarked('keeps the cache of one reader warm, and 2 readers'),
      ),
    ],
    [
      'another class',
      instances(
        named('promotionTier: 0', 'promotionTier: 0').replace('b, class: db.r7g.large', 'b, class: db.r7g.xlarge'),
        ccmMarked('keeps the cache of one reader warm, and the reader of tier 0 is db.r7g.xlarge'),
      ),
    ],
    ['off', instances(named('', ''), '  parameters: { apg_ccm_enabled: "0" }\n')],
    [
      'on, in other words',
      instances(named('', ''), '  parameters: { apg_ccm_enabled: ON }\n#                                ^^ AUR117\n'),
    ],
    [
      'a class that cannot be read',
      instances(named('', '').replace('b, class: db.r7g.large', 'b, class: []'), ccm).replace(
        'class: [] }\n',
        'class: [] }\n#                     ^^ FMT005\n',
      ),
    ],
    ['another engine', cluster(ccm, 'aurora-mysql')],
    [
      'a secondary has no writer',
      cluster(
        `secondaries:\n  - region: eu-west-1\n${ccm.replace('  ', '    ')}    instances: [{ id: x, class: db.r7g.large }]\n`,
      ),
    ],
  ],
  AUR119: [
    [
      'in a secondary nobody is promoted',
      cluster(
        'secondaries:\n  - region: eu-west-1\n    serverlessV2ScalingConfiguration: { minCapacity: 8, maxCapacity: 16 }\n    instances: [{ id: x, class: db.serverless, promotionTier: 2 }]\n',
      ),
    ],
    ['tier 1 is the default', instances(named('', '').replaceAll('db.r7g.large', 'db.serverless'), serverless)],
    [
      'a provisioned reader comes first',
      instances(
        named('', 'promotionTier: 2', 'promotionTier: 3').replace('c, class: db.r7g.large', 'c, class: db.serverless'),
        serverless,
      ),
    ],
    [
      'one of several that may be promoted',
      instances(
        `${named('', 'promotionTier: 2', 'promotionTier: 2').replace('c, class: db.r7g.large', 'c, class: db.serverless')}#                                                   ^ AUR119 c can be\n`,
        serverless,
      ),
    ],
  ],
  AUR123: [
    ['nor that of the cluster', instances(named('dbSubnetGroupName: private'), '  dbSubnetGroupName: Private\n')],
    ['case does not count', instances(named('dbSubnetGroupName: Private'), '  dbSubnetGroupName: private\n')],
    ['the cluster says nothing', instances(named('dbSubnetGroupName: private'))],
  ],
  AUR125: [
    ['nothing is planned', cluster(`${production}`)],
    ['no reads', cluster(`${production}workload: { readsPerSecond: 0 }\n`)],
    [
      'auto scaling adds readers',
      cluster(`  autoScaling: { minCapacity: 2, maxCapacity: 4 }\n${production}workload: { readsPerSecond: 100 }\n`),
    ],
    ['two readers', instances(named('', '', ''), `${production}workload: { readsPerSecond: 100 }\n`)],
  ],
  AUR126: [
    ['only in production', instances(inZones('a', 'b', 'b'))],
    ['one reader', instances(inZones('a', 'b'), production)],
    ['a reader that Aurora places', instances(inZones('a', 'b', 'b', ''), production)],
    ['beside the writer it is AUR104', instances(`# ^^^^^^^^^ AUR104\n${inZones('a', 'a', 'a')}`, production)],
  ],
});

describe('fixes', () => {
  test('AUR108, AUR109: subnets are added until three AZs are covered', () => {
    const text = (subnets: string) => cluster(`  subnets:\n${subnets}`);
    const [first, second, third] = ['a', 'b', 'd'].map(
      (letter) => `    - { id: net-${letter === 'd' ? 'c' : letter}, availabilityZone: us-east-1${letter} }\n`,
    );
    const sole = `    - { id: net-a, availabilityZone: us-east-1c }\n`;
    expect(mend(text(sole), 'AUR108')).toBe(
      text(
        `${sole}    - { id: net-b, availabilityZone: us-east-1a }\n    - { id: net-c, availabilityZone: us-east-1b }\n`,
      ),
    );
    expect(mend(text(`${first}${third?.replace('net-c', 'net-b')}`), 'AUR109')).toBe(
      text(`${first}${third?.replace('net-c', 'net-b')}${second?.replace('net-b', 'net-c')}`),
    );
  });

  test('AUR112: the reader in another AZ than the writer is promoted first', () => {
    const text = (tier: string) =>
      instances(
        named('availabilityZone: us-east-1a', 'availabilityZone: us-east-1a', `availabilityZone: us-east-1b${tier}`),
        production,
      );
    expect(mend(text(''), 'AUR112')).toBe(text(', promotionTier: 0'));
  });

  test('AUR112: where they share tier 0 the others step back', () => {
    const text = (tier: number) =>
      instances(
        named(
          'availabilityZone: us-east-1a',
          'availabilityZone: us-east-1b, promotionTier: 0',
          `availabilityZone: us-east-1c, promotionTier: ${tier}`,
        ),
        production,
      );
    expect(mend(text(0), 'AUR112')).toBe(text(1));
  });

  test('AUR117: cluster cache management takes a reader of the class of the writer', () => {
    const text = (first: string, second: string, third: string) =>
      instances(named(first, second, third).replace('b, class: db.r7g.large', 'b, class: db.r7g.xlarge'), ccm);
    expect(mend(text('promotionTier: 2', 'promotionTier: 0', 'promotionTier: 3'), 'AUR117')).toBe(
      text('promotionTier: 0', 'promotionTier: 1', 'promotionTier: 0'),
    );
  });

  test('AUR117: or gives one that class', () => {
    const text = (instanceClass: string) =>
      instances(
        named('promotionTier: 0', 'promotionTier: 0').replace('b, class: db.r7g.large', `b, class: ${instanceClass}`),
        ccm,
      );
    expect(mend(text('db.r7g.xlarge'), 'AUR117')).toBe(text('db.r7g.large'));
  });

  test('AUR125: a second reader stands in the third AZ and is promoted last', () => {
    const text = (more: string) =>
      instances(`${inZones('a', 'b')}${more}`, `${production}workload: { readsPerSecond: 100 }\n`);
    const reader = '    - { id: a-2, class: db.r7g.large, availabilityZone: us-east-1c, promotionTier: 2 }\n';
    expect(mend(text(''), 'AUR125')).toBe(text(reader));
  });

  test('AUR125: without AZs, or with the last tier in use, a reader is added all the same', () => {
    const text = (more: string) =>
      instances(`${named('', 'promotionTier: 15')}${more}`, `${production}workload: { readsPerSecond: 100 }\n`);
    expect(mend(text(''), 'AUR125')).toBe(text('    - { id: a-2, class: db.r7g.large, promotionTier: 15 }\n'));
  });
});
