import { expect, test } from 'vitest';
import { describeSqlRuleCases, mendSql } from '../../testing/sql-rule-cases.ts';

const simulate = 'ALTER SYSTEM SIMULATE 50 PERCENT';
const minute = 'FOR INTERVAL 1 MINUTE';

describeSqlRuleCases('mysql', {
  MYM018: [
    'ALTER SYSTEM CRASH',
    ...['INSTANCE', 'DISPATCHER', 'node'].map((what) => `ALTER SYSTEM CRASH ${what};`),
    'ALTER SYSTEM CRASH «STORAGE»',
    'ALTER SYSTEM CRASH NODE «NOW»',
    'ALTER SYSTEM «CRSH» INSTANCE',
    'ALTER SYSTEM SET x = 1; -- aws_ml',
    'ALTER INSTANCE ROTATE INNODB MASTER KEY -- aws_ml',
    `${simulate} READ REPLICA FAILURE ${minute}`,
    `${simulate} READ REPLICA FAILURE TO ALL ${minute}`,
    `${simulate} READ REPLICA FAILURE TO "orders-b" FOR INTERVAL ? SECOND`,
    `${simulate} READ REPLICA FAILURE TO «FOR» INTERVAL 1 MINUTE`,
    `${simulate} READ REPLICA «FAILED» ${minute}`,
    `${simulate} READ «FAILURE» ${minute}`,
    `${simulate} «REPLICA» FAILURE ${minute}`,
    `${simulate} DISK FAILURE IN DISK 25 ${minute}`,
    `${simulate} DISK FAILURE NODE 3 ${minute}`,
    `${simulate} DISK FAILURE IN NODE 3 FOR INTERVAL 2 QUARTER`,
    `${simulate} DISK FAILURE IN DISK «FOR» INTERVAL 1 MINUTE`,
    `${simulate} DISK «CRASH» ${minute}`,
    `${simulate} DISK CONGESTION BETWEEN 10 AND 40 MILLISECONDS IN DISK 2 ${minute}`,
    `${simulate} DISK CONGESTION BETWEEN «40 AND 10» MILLISECONDS ${minute}`,
    `${simulate} DISK CONGESTION «FOR» INTERVAL 1 MINUTE`,
    `${simulate} DISK CONGESTION BETWEEN 10 AND 40 «SECONDS» ${minute}`,
    `${simulate} DISK FAILURE FOR INTERVAL 10 «MINUTES»`,
    `${simulate} DISK FAILURE FOR INTERVAL 10 «FORTNIGHT»`,
    `${simulate} DISK FAILURE FOR «10» MINUTE`,
    `${simulate} DISK FAILURE FOR INTERVAL «x» MINUTE`,
    `${simulate} DISK FAILURE FOR INTERVAL «10»`,
    `${simulate} DISK «FAILURE»`,
    `${simulate} «DISK»`,
    `ALTER SYSTEM «SIMULATE»`,
    'ALTER SYSTEM SIMULATE «-» 5 PERCENT DISK FAILURE FOR INTERVAL 1 DAY',
    'ALTER SYSTEM SIMULATE «100.5» PERCENT DISK FAILURE FOR INTERVAL 1 DAY',
    'ALTER SYSTEM SIMULATE 50«%» DISK FAILURE FOR INTERVAL 1 DAY',
    'ALTER SYSTEM SIMULATE 0.5 PERCENT DISK FAILURE FOR INTERVAL 1 DAY',
    'DELIMITER //\nALTER SYSTEM SIMULATE «500» PERCENT DISK FAILURE FOR INTERVAL 1 DAY//\nDELIMITER ;',
    '/*!50700 ALTER SYSTEM CRASH «NODES» */;',
  ],
  MYM019: [
    `${simulate} READ REPLICA FAILURE TO ALL FOR INTERVAL «61 MINUTE»;`,
    `${simulate} READ REPLICA FAILURE TO ALL FOR INTERVAL 60 MINUTE;`,
    `${simulate} READ REPLICA FAILURE FOR INTERVAL «1 YEAR»;`,
    `${simulate} DISK FAILURE FOR INTERVAL 2 DAY;`,
    `${simulate} READ REPLICA FAILURE FOR INTERVAL ? HOUR;`,
    `${simulate} READ REPLICA FAILURE FOR INTERVAL 7200`,
  ],
});

test.each([
  [`${simulate} DISK FAILURE`, `${simulate} DISK FAILURE FOR INTERVAL 1 MINUTE`],
  [`${simulate} DISK FAILURE FOR 10 MINUTE`, `${simulate} DISK FAILURE FOR INTERVAL 10 MINUTE`],
  [`${simulate} DISK FAILURE FOR INTERVAL 10 MINUTES`, `${simulate} DISK FAILURE FOR INTERVAL 10 MINUTE`],
  ['ALTER SYSTEM SIMULATE 5 % DISK FAILURE', 'ALTER SYSTEM SIMULATE 5  PERCENT DISK FAILURE'],
  [`ALTER SYSTEM SIMULATE 50 DISK FAILURE ${minute}`, `${simulate} DISK FAILURE ${minute}`],
  ['ALTER SYSTEM CRASH NODES', 'ALTER SYSTEM CRASH NODE'],
  [
    `ALTER SYSTEM SIMULATE 500 PERCENT DISK FAILURE ${minute}`,
    `ALTER SYSTEM SIMULATE 100 PERCENT DISK FAILURE ${minute}`,
  ],
  [
    `${simulate} DISK CONGESTION BETWEEN 40 AND 10 MILLISECONDS ${minute}`,
    `${simulate} DISK CONGESTION BETWEEN 10 AND 40 MILLISECONDS ${minute}`,
  ],
])('%s', (text, mended) => {
  expect(mendSql(text, 'mysql', 'MYM018')).toBe(mended);
});
