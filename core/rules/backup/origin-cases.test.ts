import { describe, expect, test } from 'vitest';
import { cluster } from '../../testing/blueprint-texts.ts';
import { describeRuleCases, mend } from '../../testing/rule-cases.ts';

const own = '  dbClusterParameterGroupName: own\n';
const pointInTime = (content: string) => cluster(`${own}  origin: { pointInTime: { ${content} } }\n`);
const fromS3 = (content: string, version = '') =>
  cluster(`  origin: { s3: { s3BucketName: b, s3IngestionRoleArn: r, ${content} } }\n`, 'aurora-mysql').replace(
    'primary:',
    `${version}primary:`,
  );
describeRuleCases({
  AUR312: [
    [
      'the latest moment is declined',
      pointInTime('sourceDBClusterIdentifier: s, useLatestRestorableTime: false').replace(
        'false } }\n',
        'false } }\n#           ^^^^^^^^^^^ AUR312\n',
      ),
    ],
    ['the latest moment', pointInTime('sourceDBClusterIdentifier: s, useLatestRestorableTime: true')],
    [
      'a moment, and not the latest',
      pointInTime('sourceDBClusterIdentifier: s, useLatestRestorableTime: false, restoreToTime: 2026-11-01T03:00:00Z'),
    ],
  ],
  AUR313: [
    ['an identifier alone tells no Region', cluster(`${own}  origin: { clone: { sourceDBClusterIdentifier: s } }\n`)],
    [
      'a cluster whose Region cannot be read',
      cluster(
        `${own}  origin: { clone: { sourceDBClusterIdentifier: "arn:aws:rds:eu-west-1:1:cluster:s" } }\n`,
      ).replace('region: us-east-1\n', 'region: []\n#         ^^ FMT005\n'),
    ],
  ],
  AUR317: [
    ['the same version', fromS3('sourceEngineVersion: 8.0.36', 'engineVersion: "8.0"\n')],
    ['a newer target', fromS3('sourceEngineVersion: 5.7.44', 'engineVersion: "8.0"\n')],
    ['the default version of the engine', fromS3('sourceEngineVersion: 8.4.3')],
    ['no version', fromS3('sourceEngine: mysql')],
  ],
  AUR323: [
    [
      'the latest moment is declined',
      pointInTime('sourceDBClusterIdentifier: s, restoreToTime: 2026-11-01T03:00:00Z, useLatestRestorableTime: false'),
    ],
  ],
  AUR324: [
    ['by resource id', pointInTime('sourceDbClusterResourceId: cluster-A, useLatestRestorableTime: true')],
    [
      'no source',
      pointInTime('useLatestRestorableTime: true').replace(
        'true } }\n',
        'true } }\n#           ^^^^^^^^^^^ AUR324 names no source\n',
      ),
    ],
    [
      'a source that cannot be read',
      pointInTime('sourceDBClusterIdentifier: [], useLatestRestorableTime: true').replace(
        'true } }\n',
        'true } }\n#                                                     ^^ FMT005\n',
      ),
    ],
  ],
  AUR326: [
    ['parameters are set', cluster('  parameters: { x: y }\n  origin: { clone: { sourceDBClusterIdentifier: s } }\n')],
    ['a clone', cluster('  origin: { clone: { sourceDBClusterIdentifier: s } }\n# ^^^^^^ AUR326\n')],
    [
      'a point in time',
      cluster(
        '  origin: { pointInTime: { sourceDBClusterIdentifier: s, useLatestRestorableTime: true } }\n# ^^^^^^ AUR326\n',
      ),
    ],
    ['a new cluster from S3 has no source with a group', fromS3('sourceEngine: mysql')],
  ],
  AUR328: [
    [
      'a binlog replica is a cluster of its own',
      cluster(
        `secondaries:\n  - region: eu-west-1\n    replication: binlog\n    dbClusterParameterGroupName: own\n    origin: { snapshot: { snapshotIdentifier: s } }\n    instances: [{ id: x, class: db.r7g.large }]\n`,
        'aurora-mysql',
      ),
    ],
  ],
});

describe('AUR317', () => {
  const s3 = (version: string, source: string, marker: string) => `aurora: 1
name: orders
engine: aurora-mysql
${version}primary:
  region: us-east-1
  instances:
    - { id: orders-a, class: db.r7g.large }
  origin:
    s3:
      s3BucketName: orders-backup
      s3IngestionRoleArn: "arn:aws:iam::123456789012:role/orders-s3"
      ${source}
${marker}`;

  describeRuleCases({
    versions: [
      [
        'older than 5.7',
        s3('', 'sourceEngineVersion: 5.6.51', '#                          ^^^^^^ AUR317 5.7 and later\n'),
      ],
      ['5.7 itself', s3('', 'sourceEngineVersion: 5.7.44', '')],
      ['a minor of two digits', s3('', 'sourceEngineVersion: 5.10.1', '')],
      ['a major of two digits', s3('', 'sourceEngineVersion: 10.1.1', '')],
      ['a major alone', s3('engineVersion: "8.0"\n', 'sourceEngineVersion: "9"', '')],
      ['a version within a word', s3('engineVersion: "8.0"\n', 'sourceEngineVersion: v5.6', '')],
      [
        'newer than the target',
        s3(
          'engineVersion: "8.0"\n',
          'sourceEngineVersion: 8.4.3',
          '#                          ^^^^^ AUR317 speaks MySQL 8.0\n',
        ),
      ],
      [
        'a newer major than the target',
        s3(
          'engineVersion: "5.7"\n',
          'sourceEngineVersion: 8.0.36',
          '#                          ^^^^^^ AUR317 speaks MySQL 5.7\n',
        ),
      ],
    ],
    engine: [
      [
        'of Aurora PostgreSQL, said once',
        s3('', 'sourceEngine: mariadb', '')
          .replace('aurora-mysql', 'aurora-postgresql')
          .replace('    s3:\n', '    s3:\n#   ^^ AUR317 Only Aurora MySQL\n'),
      ],
      ['MariaDB', s3('', 'sourceEngine: mariadb', '#                   ^^^^^^^ AUR317 only backups of mysql\n')],
    ],
  });

  test('AUR317: the engine is set', () => {
    expect(mend(s3('', 'sourceEngine: mariadb', ''), 'AUR317')).toBe(s3('', 'sourceEngine: mysql', ''));
  });
});

describe('fixes', () => {
  test.each([
    ['Remove useLatestRestorableTime', 'restoreToTime: 2026-11-01T03:00:00Z'],
    ['Remove restoreToTime', 'useLatestRestorableTime: true'],
  ])('AUR323: %s', (title, kept) => {
    const text = pointInTime(
      'sourceDBClusterIdentifier: s, restoreToTime: 2026-11-01T03:00:00Z, useLatestRestorableTime: true',
    );
    expect(mend(text, 'AUR323', title)).toBe(pointInTime(`sourceDBClusterIdentifier: s, ${kept}`));
  });

  test('AUR327: the origin that is kept is chosen', () => {
    const text = (origin: string) => cluster(`${own}  origin: { ${origin} }\n`);
    const [snapshot, clone] = ['snapshot: { snapshotIdentifier: s }', 'clone: { sourceDBClusterIdentifier: c }'];
    expect(mend(text(`${snapshot}, ${clone}`), 'AUR327', 'Keep snapshot')).toBe(text(`${snapshot}`));
    expect(mend(text(`${snapshot}, ${clone}`), 'AUR327', 'Keep clone')).toBe(text(`${clone}`));
  });
});
