import * as ml from '../../facts/generated/ml.ts';
import type { RulePage } from '../../rules/rule-page.ts';
import type { MlCall } from '../calls/ml-call.ts';
import { outlineOf } from '../calls/outline.ts';
import type { SqlRule } from '../sql-rule.ts';
import { isRepeatedInSelect } from './repeated-calls.ts';
import { canBatch, isMadePerTurn } from './rows-of-call.ts';

export const rule: SqlRule = {
  id: 'PGM007',
  title: 'ML call where calls are not batched',
  group: 'Aurora ML in PostgreSQL',
  severity: 'info',
  facts: [ml.postgresql_batch_contexts],
  dialects: ['postgresql'],
  check: ({ calls }, report) => {
    for (const call of calls) {
      const place = canBatch(call) ? unbatchedPlace(call, calls) : undefined;
      if (place === undefined) continue;
      const message = `${place.where} each row is a request of its own to ${call.signature?.service}. ${place.advice}`;
      report(call.nameRange, message);
    }
  },
};

const clauses: Readonly<Record<string, string>> = {
  orderBy: 'In ORDER BY',
  groupBy: 'In GROUP BY',
  on: 'In the condition of a join',
};
const advice = 'Call it in the select list of a subquery and use the result here.';

function unbatchedPlace(call: MlCall, calls: readonly MlCall[]) {
  const { clause = '', cases } = outlineOf(call.statement).placeOf(call.tokens.start);
  if (isMadePerTurn(call)) {
    return { where: 'In a loop', advice: 'Call it in one query over all rows, and loop over its result.' };
  }
  if (cases.length > 1) return { where: 'In a CASE inside of another', advice: 'Call it in a CASE that stands alone.' };
  const where = Object.hasOwn(clauses, clause) ? clauses[clause] : undefined;
  return where === undefined || isRepeatedInSelect(call, calls) ? undefined : { where, advice };
}

export const page: RulePage = {
  reason:
    'Aurora collects rows into batches where a call stands in the select list, in WHERE, in HAVING or in a CASE that is not inside of another. Elsewhere each row is a request, with its wait, of its own.',
  bad: `SELECT id FROM reviews WHERE id < 100
ORDER BY (aws_comprehend.detect_sentiment(body, 'en')).confidence;
--        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ PGM007 In ORDER BY each row is a request of its own
DO $$
DECLARE
  review record;
BEGIN
  FOR review IN SELECT id, body FROM reviews WHERE mood IS NULL LOOP
    UPDATE moods SET mood = (aws_comprehend.detect_sentiment(review.body, 'en')).sentiment WHERE id = review.id;
--                           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ PGM007 In a loop
  END LOOP;
END $$;`,
  good: `SELECT id FROM (
  SELECT id, (aws_comprehend.detect_sentiment(body, 'en')).confidence FROM reviews WHERE id < 100
) AS judged
ORDER BY confidence;`,
};
