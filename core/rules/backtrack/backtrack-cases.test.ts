import { expect, test } from 'vitest';
import { cluster } from '../../testing/blueprint-texts.ts';
import { describeRuleCases, mend } from '../../testing/rule-cases.ts';

const mysql = (lines: string) => cluster(lines, 'aurora-mysql');
const window = (seconds: number) => `  backtrackWindow: ${seconds}\n`;
const euSecondary = 'secondaries:\n  - region: eu-west-1\n    instances: [{ id: x, class: db.r7g.large }]\n';

describeRuleCases({
  AUR403: [
    ['0 is off', mysql(window(0)).replace('us-east-1', 'eu-north-1')],
    [
      'a Region of which nothing is known',
      mysql(window(60)).replace('region: us-east-1\n', 'region: us-north-9\n#         ^^^^^^^^^^ AUR127\n'),
    ],
    [
      'Aurora PostgreSQL has none anywhere',
      cluster(`${window(60)}# ^^^^^^^^^^^^^^^ AUR401\n`).replace('us-east-1', 'eu-north-1'),
    ],
  ],
  AUR404: [
    ['0 is off', mysql(`${window(0)}${euSecondary}`)],
    [
      'the source of a binlog replica',
      mysql(
        `${window(60)}# ^^^^^^^^^^^^^^^ AUR404 replicas in other Regions\n${euSecondary.replace('    instances', '    replication: binlog\n    instances')}`,
      ),
    ],
    [
      'the replica itself can be rewound',
      mysql(euSecondary.replace('    instances', `    replication: binlog\n    backtrackWindow: 60\n    instances`)),
    ],
    [
      'a secondary of a global database',
      mysql(
        euSecondary.replace(
          '    instances',
          '    backtrackWindow: 60\n#   ^^^^^^^^^^^^^^^ AUR404 a global database\n    instances',
        ),
      ),
    ],
    ['Aurora PostgreSQL has none', cluster(`${window(60)}# ^^^^^^^^^^^^^^^ AUR401\n${euSecondary}`)],
  ],
  AUR407: [
    ['0 is off', mysql(`${window(0)}  parameters: { binlog_format: ROW }\n`)],
    ['no binlog, in other words', mysql(`${window(60)}  parameters: { binlog_format: "off" }\n`)],
    ['another parameter', mysql(`${window(60)}  parameters: { binlog_row_image: full }\n`)],
    [
      'Aurora PostgreSQL has none',
      cluster(`${window(60)}# ^^^^^^^^^^^^^^^ AUR401\n  parameters: { binlog_format: ROW }\n`),
    ],
  ],
  AUR408: [
    ['a day of both', mysql(window(86_400))],
    ['one day is the default', mysql(`${window(86_401)}#                  ^^^^^ AUR408 for 2 days\n`)],
    [
      'a restored cluster takes the retention of its source',
      mysql(`${window(172_800)}  parameters: { x: y }\n  origin: { clone: { sourceDBClusterIdentifier: s } }\n`),
    ],
    [
      'one that states its own does not',
      mysql(
        `${window(172_800)}#                  ^^^^^^ AUR408\n  backupRetentionPeriod: 1\n  parameters: { x: y }\n  origin: { clone: { sourceDBClusterIdentifier: s } }\n`,
      ),
    ],
    ['a window that is refused', mysql(`${window(604_800)}#                  ^^^^^^ AUR402\n`)],
    [
      'a retention that is refused',
      mysql(`${window(172_800)}  backupRetentionPeriod: 0\n#                        ^ AUR301\n`),
    ],
    ['Aurora PostgreSQL has none', cluster(`${window(172_800)}# ^^^^^^^^^^^^^^^ AUR401\n`)],
  ],
});

test('AUR408: backups are kept for as many days as the window has', () => {
  const text = (retention: string) => mysql(`${retention}${window(172_801)}`);
  expect(mend(text('  backupRetentionPeriod: 2\n'), 'AUR408')).toBe(text('  backupRetentionPeriod: 3\n'));
});
