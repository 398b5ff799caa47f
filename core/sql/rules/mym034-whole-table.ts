import * as ml from '../../facts/generated/ml.ts';
import type { RulePage } from '../../rules/rule-page.ts';
import type { SqlRule } from '../sql-rule.ts';
import { checkWholeTable } from './whole-table.ts';

export const rule: SqlRule = {
  id: 'MYM034',
  title: 'ML call for every row of a table',
  group: 'Aurora ML in MySQL',
  severity: 'info',
  facts: [ml.mysql_evaluations],
  dialects: ['mysql'],
  check: checkWholeTable,
};

export const page: RulePage = {
  reason:
    'A query without WHERE and LIMIT sends the whole table, and the next run sends it again: every evaluation is billed. An UPDATE holds its locks as long as the model takes for all of them. Results that are kept, with new rows alone sent to the model, are paid for once.',
  bad: `SELECT id, aws_comprehend_detect_sentiment(body, 'en') AS sentiment FROM reviews;
--         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ MYM034 Every row of reviews is sent and billed`,
  good: `SELECT id, aws_comprehend_detect_sentiment(body, 'en') AS sentiment FROM reviews
WHERE created_at >= NOW() - INTERVAL 1 DAY;`,
};
