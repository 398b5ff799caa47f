import { describe, expect, test } from 'vitest';
import { readBlueprint } from '../../design/readers/blueprint.ts';
import { cluster, instances } from '../../testing/blueprint-texts.ts';
import { describeRuleCases } from '../../testing/rule-cases.ts';
import { applyEdits } from '../../text/range.ts';
import { checkBlueprint } from '../check-blueprint.ts';

const sized = (second: string) => `    - { id: a, class: db.r7g.large }\n    - { id: b, class: ${second} }\n`;
const scaled = '  autoScaling: { minCapacity: 1, maxCapacity: 2 }\n';
const production = `  backupRetentionPeriod: 7
  deletionProtection: true
  enableCloudwatchLogsExports: [postgresql]
profile: production
`;
const placed = (zones: string) =>
  [...zones]
    .map(
      (zone, index) =>
        `    - { id: i${index}, class: db.r7g.large, availabilityZone: us-east-1${zone}, promotionTier: ${index} }\n`,
    )
    .join('');

describeRuleCases({
  AUR904: [
    ['without auto scaling nobody is added', cluster('  endpoints: [{ id: x, staticMembers: [orders-b] }]\n')],
    ['an endpoint of the writer alone', cluster(`${scaled}  endpoints: [{ id: x, staticMembers: [orders-a] }]\n`)],
    ['an exclusion list lets them join', cluster(`${scaled}  endpoints: [{ id: x, excludedMembers: [orders-a] }]\n`)],
    [
      'every instance is a member',
      cluster(
        `${scaled}  endpoints: [{ id: x, staticMembers: [orders-a, ORDERS-B] }]\n#                      ^^^^^^^^^^^^^ AUR904\n`,
      ),
    ],
    [
      'two lists are an error of their own',
      cluster(
        `${scaled}  endpoints: [{ id: x, staticMembers: [orders-b], excludedMembers: [orders-a] }]\n#                                                 ^^^^^^^^^^^^^^^ AUR903\n`,
      ),
    ],
  ],
  AUR905: [
    [
      'instances that cannot be read may be readers',
      cluster('  endpoints: [{ id: x, type: READER }]\n').replace(
        /instances:\n(.*\n){2}/,
        'instances: many\n#            ^^^^ FMT005\n',
      ),
    ],
    [
      'all readers are excluded',
      cluster(
        '  endpoints: [{ id: x, type: READER, excludedMembers: [orders-b] }]\n#                            ^^^^^^ AUR905\n',
      ),
    ],
    ['of type ANY the writer answers', cluster('  endpoints: [{ id: x, excludedMembers: [orders-b] }]\n')],
    [
      'a member that cannot be read may be a reader',
      cluster(
        '  endpoints: [{ id: x, type: READER, staticMembers: [orders-a, []] }]\n#                                                              ^^ FMT005\n',
      ),
    ],
  ],
  AUR907: [
    [
      'names that cannot be read may differ',
      cluster(
        '  endpoints: [{ id: [] }, { id: [] }]\n#                   ^^ FMT005\n#                               ^^ FMT005\n',
      ),
    ],
    [
      'two clusters of one Region',
      cluster(
        '  endpoints: [{ id: x }]\nsecondaries:\n  - region: us-east-1\n    clusterIdentifier: replica\n    replication: binlog\n    instances: [{ id: r, class: db.r7g.large }]\n    endpoints: [{ id: X }]\n#                     ^ AUR907 this Region\n',
        'aurora-mysql',
      ),
    ],
    [
      '64 characters',
      cluster(`  endpoints: [{ id: ${'x'.repeat(64)} }]\n#                   ${'^'.repeat(64)} AUR907 64\n`),
    ],
    [
      'a Region that cannot be read may be another',
      cluster(
        '  endpoints: [{ id: x }]\nsecondaries:\n  - region: []\n#           ^^ FMT005\n    clusterIdentifier: replica\n    replication: binlog\n    instances: [{ id: r, class: db.r7g.large }]\n    endpoints: [{ id: x }]\n',
        'aurora-mysql',
      ),
    ],
  ],
  AUR910: [
    [
      'every instance of a multi-master cluster reads and writes',
      cluster(
        '  engineMode: multimaster\n#             ^^^^^^^^^^^ AUR120\nworkload: { readsPerSecond: 9 }\n',
        'aurora-mysql',
      ),
    ],
    ['no reads are planned', instances('    - { id: a, class: db.r7g.large }\n', 'workload: { readsPerSecond: 0 }\n')],
    [
      'auto scaling adds readers',
      instances(
        '    - { id: a, class: db.r7g.large }\n',
        `${scaled}# ^^^^^^^^^^^ AUR809\nworkload: { readsPerSecond: 9 }\n`,
      ),
    ],
  ],
  AUR912: [
    [
      'a class nobody knows is neither larger nor smaller',
      instances(sized('db.r99g.large'), '  endpoints: [{ id: x }]\n'),
    ],
    ['the same size in another family', instances(sized('db.r6g.large'), '  endpoints: [{ id: x }]\n')],
    [
      'without a list all instances are members',
      instances(sized('db.r7g.xlarge'), '  endpoints: [{ id: x }]\n#                   ^ AUR912\n').replace(
        'id: a,',
        'id: a, role: reader,',
      ),
    ],
    [
      'of a READER endpoint only readers',
      instances(
        sized('db.r7g.large').replace('large', '2xlarge'),
        '  endpoints: [{ id: x, type: READER, excludedMembers: [c] }]\n',
      ).replace('  endpoints', '    - { id: c, class: db.r7g.2xlarge, promotionTier: 0 }\n  endpoints'),
    ],
  ],
  AUR913: [
    ['two AZs', instances(placed('abc'), `  endpoints: [{ id: x, staticMembers: [i1, i2] }]\n${production}`)],
    [
      'one AZ is not stated',
      instances(placed('abcc'), `  endpoints: [{ id: x, staticMembers: [i2, i3] }]\n${production}`).replace(
        'large, availabilityZone: us-east-1c, promotionTier: 3',
        'large, promotionTier: 3',
      ),
    ],
    [
      'a single member is a choice',
      instances(placed('abc'), `  endpoints: [{ id: x, staticMembers: [i2] }]\n${production}`),
    ],
    [
      'a writer elsewhere does not help a READER endpoint, and nobody else can',
      instances(
        `# ^^^^^^^^^ AUR126\n${placed('abb')}`,
        `  endpoints: [{ id: x, type: READER, staticMembers: [i1, i2] }]\n#                                    ^^^^^^^^^^^^^ AUR913\n${production}`,
      ),
    ],
  ],
});

describe('fixes', () => {
  /** The text after the first fix of a rule. */
  const mend = (id: string, text: string) => {
    const finding = checkBlueprint(readBlueprint(text)).find(({ rule }) => rule === id);
    return applyEdits(text, finding?.fixes[0]?.edits ?? []);
  };

  test('AUR904: a static list is turned round', () => {
    const text = (members: string) => cluster(`${scaled}  endpoints:\n    - id: x\n      ${members}\n`);
    expect(mend('AUR904', text('staticMembers: [orders-b]'))).toBe(text('excludedMembers: [ orders-a ]'));
  });

  test('AUR904: a list of all instances is not needed', () => {
    const text = (members: string) => cluster(`${scaled}  endpoints:\n    - id: x\n${members}`);
    expect(mend('AUR904', text('      staticMembers: [orders-a, orders-b]\n'))).toBe(text(''));
  });

  test('AUR912: only smaller members get another class', () => {
    const text = (size: string) =>
      instances(
        `    - { id: a, class: db.r7g.2xlarge }\n    - { id: b, class: db.r6g.2xlarge }\n    - { id: c, class: db.r7g.${size} }\n`,
        '  endpoints: [{ id: x }]\n',
      );
    expect(mend('AUR912', text('large'))).toBe(text('2xlarge'));
  });

  test('AUR913: the member that is added stands in another AZ', () => {
    const text = (members: string) =>
      instances(placed('accb'), `  endpoints: [{ id: x, type: READER, staticMembers: [${members}] }]\n${production}`);
    expect(mend('AUR913', text('i1, i2'))).toBe(text('i1, i2, i3'));
  });

  test('AUR913: a single AZ has nobody else to offer', () => {
    const text = instances(
      placed('abb'),
      `  endpoints: [{ id: x, type: READER, staticMembers: [i1, i2] }]\n${production}`,
    );
    expect(mend('AUR913', text)).toBe(text);
  });
});

test.each([
  ['too long', 'x'.repeat(64), 'error'],
  ['long enough, with another character', `${'x'.repeat(62)}_`, 'warning'],
] as const)('AUR907: the guide refuses an endpoint name that is too long: %s', (_, id, severity) => {
  const findings = checkBlueprint(readBlueprint(cluster(`  endpoints: [{ id: ${id} }]\n`)));
  expect(findings.map((finding) => [finding.rule, finding.severity])).toEqual([['AUR907', severity]]);
});
