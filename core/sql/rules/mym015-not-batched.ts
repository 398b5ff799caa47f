import * as ml from '../../facts/generated/ml.ts';
import type { RulePage } from '../../rules/rule-page.ts';
import type { MlCall } from '../calls/ml-call.ts';
import { type Clause, outlineOf } from '../calls/outline.ts';
import type { SqlRule } from '../sql-rule.ts';

export const rule: SqlRule = {
  id: 'MYM015',
  title: 'ML call where Aurora makes no batches',
  group: 'Aurora ML in MySQL',
  severity: 'info',
  facts: [ml.mysql_batch_contexts],
  dialects: ['mysql'],
  check: ({ calls }, report) => {
    for (const call of calls) {
      const place = placeWithoutBatches(call);
      if (place === undefined) continue;
      const message = `Here, in ${place}, each row is a request of its own. Aurora batches calls in a select list: call the function in a subquery, and use its result here.`;
      report(call.nameRange, message);
    }
  },
};

const words: Readonly<Partial<Record<Clause, string>>> = {
  on: 'ON',
  groupBy: 'GROUP BY',
  having: 'HAVING',
  orderBy: 'ORDER BY',
  conflict: 'ON DUPLICATE KEY UPDATE',
};

/** The clause around a call in words, where rows are not collected for it; undefined where they are, and for one row alone. */
function placeWithoutBatches({ signature, statement, tokens }: MlCall): string | undefined {
  // Bedrock is never batched, wherever the call stands.
  if (signature === undefined || signature.service === 'Bedrock') return undefined;
  const { query, clause } = outlineOf(statement).placeOf(tokens.start);
  if (query === undefined || clause === undefined) return undefined;
  if (clause === 'where') return query.kind === 'select' ? undefined : `WHERE of ${query.kind.toUpperCase()}`;
  if (clause === 'set') {
    return query.kind === 'update' && signature.service === 'Comprehend' ? 'SET of UPDATE' : undefined;
  }
  return words[clause];
}

export const page: RulePage = {
  reason:
    'Aurora MySQL sends many rows in one request where a call stands in the select list, in WHERE of a SELECT or in VALUES of INSERT, and for SageMaker in SET of UPDATE. EXPLAIN then says Batched machine learning. Anywhere else each row waits for a request of its own.',
  bad: `UPDATE reviews SET sentiment = aws_comprehend_detect_sentiment(body, 'en') WHERE sentiment IS NULL LIMIT 500;
--                             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ MYM015 in SET of UPDATE`,
  good: `UPDATE reviews r
JOIN (
  SELECT id, aws_comprehend_detect_sentiment(body, 'en') AS sentiment FROM reviews WHERE sentiment IS NULL LIMIT 500
) AS judged ON judged.id = r.id
SET r.sentiment = judged.sentiment;`,
};
