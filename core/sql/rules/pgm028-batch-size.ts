import * as ml from '../../facts/generated/ml.ts';
import type { RulePage } from '../../rules/rule-page.ts';
import { uncast } from '../calls/ml-call.ts';
import type { SqlRule } from '../sql-rule.ts';
import { replacement } from './sql-fix.ts';

const least = ml.postgresql_batch_minimum.value;
const most = ml.batch_documents.value;

export const rule: SqlRule = {
  id: 'PGM028',
  title: 'Batch size that cannot be',
  group: 'Aurora ML in PostgreSQL',
  severity: 'warning',
  facts: [ml.postgresql_batch_minimum, ml.batch_documents],
  dialects: ['postgresql'],
  check: ({ calls }, report) => {
    for (const call of calls) {
      const argument = call.arguments.find(({ parameter }) => parameter?.role === 'batchSize');
      const { value, range } = argument === undefined ? {} : uncast(argument);
      if (value?.kind !== 'number' || range === undefined || !value.isInteger) continue;
      if (value.value < least) {
        const fixes = [replacement('Replace with NULL', range, 'NULL')];
        report(range, `A batch has at least ${least} row, not ${value.value}. NULL leaves its size to the planner.`, {
          fixes,
        });
      } else if (call.signature?.service === 'Comprehend' && value.value > most) {
        const fixes = [replacement(`Replace with ${most}`, range, String(most))];
        report(range, `Comprehend takes at most ${most} texts in one request, not ${value.value}.`, { fixes });
      }
    }
  },
};

export const page: RulePage = {
  reason:
    'max_rows_per_batch says how many rows go into one request. There is no batch of none, and Comprehend takes 25 texts at most.',
  bad: `SELECT * FROM aws_comprehend.detect_sentiment('It works.', 'en', 100);
--                                                               ^^^ PGM028 at most 25 texts
SELECT aws_sagemaker.invoke_endpoint('churn', 0, 35);
--                                            ^ PGM028 at least 1 row`,
  good: `SELECT * FROM aws_comprehend.detect_sentiment('It works.', 'en', 25);
SELECT aws_sagemaker.invoke_endpoint('churn', NULL, 35);`,
};
