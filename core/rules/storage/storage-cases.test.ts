import { describe, expect, test } from 'vitest';
import { readBlueprint } from '../../design/readers/blueprint.ts';
import { cluster, instances } from '../../testing/blueprint-texts.ts';
import { describeRuleCases } from '../../testing/rule-cases.ts';
import { readFixture } from '../../text/fixture.ts';
import { applyEdits } from '../../text/range.ts';
import { checkBlueprint } from '../check-blueprint.ts';
import { designRulePages } from '../design-rule-pages.ts';

/** A cluster of this version, in Extended Support and on its minor, with more lines. */
const version = (text: string, more: string, engine = 'aurora-postgresql') =>
  cluster(
    `  engineLifecycleSupport: open-source-rds-extended-support\n  autoMinorVersionUpgrade: false\n${more}`,
    engine,
  )
    .replaceAll('r7g', 'r6g')
    .replace('primary:\n', `engineVersion: ${text}\nprimary:\n`);

const single = (instanceClass: string, more = '', engine = 'aurora-postgresql') =>
  instances(`    - { id: a, class: ${instanceClass} }\n`, more).replace('aurora-postgresql', engine);

describeRuleCases({
  AUR203: [
    ['Standard storage', version('"14.6"', '  storageType: aurora\n')],
    ['an unknown version', cluster('  storageType: aurora-iopt1\n')],
    ['a bare major', version('"13"', '  storageType: aurora-iopt1\n')],
  ],
  AUR205: [
    [
      'PostgreSQL has no such parameter',
      cluster('  storageType: aurora-iopt1\n  parameters: { aurora_parallel_query: "ON" }\n'),
    ],
    [
      'switched off',
      cluster('  storageType: aurora-iopt1\n  parameters: { aurora_parallel_query: "OFF" }\n', 'aurora-mysql'),
    ],
    [
      'a burstable class; forced is on as well',
      single(
        'db.t3.medium',
        '  parameters: { aurora_pq_force: "1" }\n#                                ^^^ AUR205 db.t3.medium\n',
        'aurora-mysql',
      ),
    ],
    ['Graviton is not named', single('db.t4g.medium', '  parameters: { aurora_pq_force: "1" }\n', 'aurora-mysql')],
  ],
  AUR206: [
    ['exactly the maximum', version('"14.23"', '  volume: { size: 128 TiB }\n')],
    ['an unknown version', cluster('  volume: { size: 256 TiB }\n')],
    [
      'more than any version holds',
      cluster('  volume: { size: 300 TiB }\n#                 ^^^^^^^ AUR206 at most 256 TiB on any version. Split\n'),
    ],
    [
      'more than a newer version would hold',
      version(
        '"14.23"',
        '  volume: { size: 300 TiB }\n#                 ^^^^^^^ AUR206 at most 128 TiB on 14.23. Split\n',
      ),
    ],
  ],
  AUR207: [
    ['exactly 40 TB', single('db.t4g.medium', '  volume: { size: 40 TB }\n')],
    ['r classes serve any volume', single('db.r6g.large', '  volume: { size: 41 TB }\n')],
    ['nobody says how large it is', single('db.t4g.medium', '  volume: { growthPerDay: 1 GiB }\n')],
  ],
  AUR208: [
    ['without NVMe', single('db.r6g.xlarge')],
    [
      'a restored cluster may have the storage of its source',
      single('db.r6gd.xlarge', '  origin: { snapshot: { snapshotIdentifier: s } }\n  dbClusterParameterGroupName: x\n'),
    ],
    [
      'a restored cluster that says Standard',
      single(
        'db.r6gd.xlarge',
        '#                     ^^^^^^^^^^^^^^ AUR208\n  origin: { snapshot: { snapshotIdentifier: s } }\n  dbClusterParameterGroupName: x\n  storageType: aurora\n',
      ),
    ],
    [
      'on Aurora MySQL another rule speaks',
      single('db.r6gd.xlarge', '#                     ^^^^^^^^^^^^^^ AUR518\n', 'aurora-mysql'),
    ],
  ],
  AUR210: [
    ['with a key the key is what counts', cluster('  storageEncrypted: false\n  kmsKeyId: x\n# ^^^^^^^^ AUR211\n')],
    ['encrypted', cluster('  storageEncrypted: true\n')],
  ],
  AUR211: [
    [
      'encryption that cannot be read',
      cluster('  kmsKeyId: x\n  storageEncrypted: maybe\n#                   ^^^^^ FMT005\n'),
    ],
    [
      'a restored cluster is what its source is',
      cluster('  kmsKeyId: x\n  origin: { snapshot: { snapshotIdentifier: s } }\n  dbClusterParameterGroupName: x\n'),
    ],
  ],
  AUR212: [
    ['a key of the Region', cluster('  storageEncrypted: true\n  kmsKeyId: arn:aws:kms:us-east-1:1:key/a\n')],
    ['an alias tells no Region', cluster('  storageEncrypted: true\n  kmsKeyId: alias/x\n')],
    [
      'of a secondary',
      cluster(
        '  storageEncrypted: true\n  kmsKeyId: arn:aws:kms:us-east-1:1:key/a\nsecondaries:\n  - region: eu-west-1\n    storageEncrypted: true\n    kmsKeyId: arn:aws:kms:us-east-1:1:key/a\n#             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ AUR212 us-east-1\n    instances: [{ id: eu, class: db.r7g.large }]\n',
      ),
    ],
  ],
  AUR213: [
    [
      'from the default size',
      cluster('  volume: { growthPerDay: 1 TiB }\n#                         ^^^^^ AUR213 in 255 days\n'),
    ],
    ['exactly a year', cluster('  volume: { size: 0.0001 GiB, growthPerDay: 700 GiB }\n')],
    [
      'too large today already',
      cluster('  volume: { size: 300 TiB, growthPerDay: 1 TiB }\n#                 ^^^^^^^ AUR206\n'),
    ],
    [
      'on an older version',
      version(
        '"14.23"',
        '  volume: { size: 100 TiB, growthPerDay: 100 GiB }\n#                                        ^^^^^^^ AUR213 128 TiB in 286 days\n',
      ),
    ],
  ],
});

describe('fixes', () => {
  const titles = (text: string) =>
    checkBlueprint(readBlueprint(text)).flatMap(({ fixes }) => fixes.map(({ title }) => title));

  test('AUR203: a version that serves comes before what is given up for it', () => {
    expect(titles(version('"14.6"', '  storageType: aurora-iopt1\n'))).toEqual([
      'Upgrade to 15.18',
      'Set storageType to aurora',
    ]);
  });

  test('AUR205: Parallel Query is dropped, or Standard storage chosen where that is enough', () => {
    const text = (instanceClass: string) =>
      single(
        instanceClass,
        '  storageType: aurora-iopt1\n  parameters: { aurora_parallel_query: "ON" }\n',
        'aurora-mysql',
      );
    expect(titles(text('db.r7g.large'))).toEqual(['Remove aurora_parallel_query', 'Set storageType to aurora']);
    expect(titles(text('db.t3.medium'))).toEqual(['Remove aurora_parallel_query']);
  });

  test('AUR206, AUR213: where no version holds that much, none is offered', () => {
    expect(titles(version('"14.23"', '  volume: { size: 300 TiB }\n'))).toEqual([]);
    expect(titles(version('"14.23"', '  volume: { size: 256 TiB }\n'))).toEqual(['Upgrade to 15.18']);
    expect(titles(version('"14.23"', '  volume: { size: 100 TiB, growthPerDay: 100 GiB }\n'))).toEqual([
      'Upgrade to 15.18',
    ]);
    expect(titles(version('"14.23"', '  volume: { size: 100 TiB, growthPerDay: 1 TiB }\n'))).toEqual([]);
    expect(titles(cluster('  volume: { size: 200 TiB, growthPerDay: 200 GiB }\n'))).toEqual([]);
  });

  test('AUR212: a key of one Region has no twin elsewhere', () => {
    const key = '  storageEncrypted: true\n  kmsKeyId: arn:aws:kms:eu-west-1:1:key/1234\n';
    expect(titles(cluster(key))).toEqual([]);
    expect(titles(cluster(key.replace('1234', 'mrk-1234')))).toHaveLength(1);
  });

  test('AUR207: all burstable instances of a cluster go together', () => {
    const text = (name: string) => cluster('  volume: { size: 50 TB }\n').replaceAll('db.r7g.large', name);
    const [finding] = checkBlueprint(readBlueprint(text('db.t4g.medium')));
    expect(applyEdits(text('db.t4g.medium'), finding?.fixes[0]?.edits ?? [])).toBe(text('db.r7g.large'));
  });

  test.each([
    ['AUR203', ['Upgrade to 15.18', 'Set storageType to aurora']],
    ['AUR206', ['Upgrade to 15.18']],
    ['AUR207', ['Use db.r7g.large']],
    ['AUR208', ['Set storageType to aurora-iopt1']],
    ['AUR210', ['Remove storageEncrypted']],
    ['AUR211', ['Set storageEncrypted to true']],
    ['AUR212', ['Set kmsKeyId to arn:aws:kms:us-east-1:123456789012:key/mrk-1234abcd']],
    ['AUR213', ['Upgrade to 15.18']],
  ] as const)('%s mends its bad example: %o', (id, titles) => {
    const findings = checkBlueprint(readBlueprint(readFixture(designRulePages[id]?.bad ?? '').text));
    expect(findings.find(({ rule }) => rule === id)?.fixes.map(({ title }) => title)).toEqual(titles);
  });
});
