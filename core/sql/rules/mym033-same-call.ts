import * as ml from '../../facts/generated/ml.ts';
import type { RulePage } from '../../rules/rule-page.ts';
import type { SqlRule } from '../sql-rule.ts';
import { repeatedCalls } from './repeated-calls.ts';

export const rule: SqlRule = {
  id: 'MYM033',
  title: 'The same call stands twice in a query',
  group: 'Aurora ML in MySQL',
  severity: 'warning',
  facts: [ml.mysql_evaluations],
  dialects: ['mysql'],
  check: ({ calls }, report) => {
    for (const { calls: same } of repeatedCalls(calls)) {
      const last = same.at(-1);
      if (last === undefined || same.length < 2) continue;
      const message = `${last.name} is called ${same.length} times with the same arguments, and each call is billed. Call it once, in the select list of a subquery, and use its result.`;
      report(last.range, message);
    }
  },
};

export const page: RulePage = {
  reason:
    'MySQL computes each call for itself, even when another one of the query says the same: every row is sent and paid for as often as the call is written.',
  bad: `SELECT id, aws_comprehend_detect_sentiment(body, 'en') AS sentiment FROM reviews
WHERE id < 100 AND aws_comprehend_detect_sentiment(body, 'en') <> 'NEUTRAL';
--                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ MYM033 is called 2 times with the same arguments`,
  good: `SELECT id, sentiment FROM (
  SELECT id, aws_comprehend_detect_sentiment(body, 'en') AS sentiment FROM reviews WHERE id < 100
) AS judged
WHERE sentiment <> 'NEUTRAL';`,
};
