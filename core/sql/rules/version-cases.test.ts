import { describe } from 'vitest';
import { describeSqlRuleCases } from '../../testing/sql-rule-cases.ts';

const sagemaker = "ENDPOINT NAME 'e'";

describe('Aurora MySQL 2.06', () => {
  describeSqlRuleCases(
    'mysql',
    {
      AUR1122: [
        "SELECT «aws_comprehend_detect_sentiment»(body, 'en') FROM r WHERE id = 1",
        `CREATE FUNCTION f(a INT) RETURNS INT ALIAS «AWS_SAGEMAKER_INVOKE_ENDPOINT» ${sagemaker}; SELECT «f»(1)`,
        "CREATE FUNCTION f(a TEXT) RETURNS TEXT ALIAS AWS_BEDROCK_INVOKE_MODEL MODEL ID 'm'",
        "SET «aurora_replica_read_consistency» = 'SESSION'; -- aws_ml",
        "SET «@@session.aurora_replica_read_consistency» = 'SESSION'; -- aws_ml",
        'ALTER SYSTEM CRASH',
      ],
    },
    'engineVersion: 5.7.mysql_aurora.2.06.0',
  );
});

describe('Aurora MySQL 3', () => {
  describeSqlRuleCases(
    'mysql',
    {
      AUR1122: ["SELECT aws_comprehend_detect_sentiment(body, 'en'); SET aurora_replica_read_consistency = 'EVENTUAL'"],
    },
    'engineVersion: 8.0.mysql_aurora.3.04.1',
  );
});

describe('Aurora PostgreSQL 11.6', () => {
  describeSqlRuleCases(
    'postgresql',
    {
      AUR1122: [
        "SELECT «aurora_inject_crash»('instance')",
        "SELECT s.* FROM r, «aws_comprehend.detect_sentiment»(r.body, 'en') s WHERE r.id = 1",
        "DO $$ BEGIN PERFORM «aurora_inject_replica_failure»(100, 20, ''); END $$",
        "SELECT 'aurora_inject_crash', aurora_inject_other(1), aurora_inject_crash FROM t",
      ],
    },
    'engineVersion: "11.6"',
  );
});

describe.each(['"16"', '"16.9"'])('Aurora PostgreSQL %s', (version) => {
  describeSqlRuleCases(
    'postgresql',
    { AUR1122: ["SELECT aurora_inject_crash('node'); SELECT aws_comprehend.detect_sentiment('a', 'en')"] },
    `engineVersion: ${version}`,
  );
});
