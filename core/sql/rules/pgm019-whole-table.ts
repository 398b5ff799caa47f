import * as ml from '../../facts/generated/ml.ts';
import type { RulePage } from '../../rules/rule-page.ts';
import type { SqlRule } from '../sql-rule.ts';
import { checkWholeTable } from './whole-table.ts';

export const rule: SqlRule = {
  id: 'PGM019',
  title: 'ML call for every row of a table',
  group: 'Aurora ML in PostgreSQL',
  severity: 'info',
  facts: [ml.postgresql_materialize],
  dialects: ['postgresql'],
  check: checkWholeTable,
};

export const page: RulePage = {
  reason:
    'A query without WHERE and LIMIT sends the whole table, and the next run sends it again: every evaluation is billed. Results that are kept, with new rows alone sent to the model, are paid for once.',
  bad: `SELECT r.id, s.sentiment
FROM reviews r, aws_comprehend.detect_sentiment(r.body, 'en') s;
--              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ PGM019 Every row of reviews is sent and billed`,
  good: `SELECT r.id, s.sentiment
FROM reviews r, aws_comprehend.detect_sentiment(r.body, 'en') s
WHERE r.created_at >= now() - interval '1 day';`,
};
