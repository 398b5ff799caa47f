import * as ml from '../../facts/generated/ml.ts';
import type { RulePage } from '../../rules/rule-page.ts';
import { usesOf } from '../calls/result-use.ts';
import type { SqlRule } from '../sql-rule.ts';
import { callOnceInFrom, repeatedCalls } from './repeated-calls.ts';

export const rule: SqlRule = {
  id: 'PGM026',
  title: 'The same call stands twice in a query',
  group: 'Aurora ML in PostgreSQL',
  severity: 'warning',
  facts: [ml.postgresql_materialize, ml.postgresql_field_calls],
  dialects: ['postgresql'],
  check: ({ calls, text }, report) => {
    for (const repeated of repeatedCalls(calls)) {
      const last = repeated.calls.at(-1);
      if (last === undefined || repeated.calls.length < 2) continue;
      const fields = repeated.calls.map((call) => usesOf(call)[0]?.field?.text);
      const isOfSeveralFields = fields.every((field) => field !== undefined) && new Set(fields).size > 1;
      if (isOfSeveralFields) continue;
      const message = `${last.name} is called ${repeated.calls.length} times with the same arguments, and each call is billed. Call it once, in FROM or in a subquery.`;
      report(last.range, message, { fixes: callOnceInFrom(text, repeated) });
    }
  },
};

export const page: RulePage = {
  reason:
    'PostgreSQL computes each call for itself, even when another one of the query says the same: every row is sent and paid for as often as the call is written.',
  bad: `SELECT r.id, aws_sagemaker.invoke_endpoint('churn', NULL, r.age)::real AS score
FROM readers r
WHERE aws_sagemaker.invoke_endpoint('churn', NULL, r.age)::real > 0.5;
--    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ PGM026 is called 2 times with the same arguments`,
  good: `SELECT r.id, s.model_output::real AS score
FROM readers r CROSS JOIN LATERAL aws_sagemaker.invoke_endpoint('churn', NULL, r.age) AS s
WHERE s.model_output::real > 0.5;`,
};
