import { mlFunctions } from '../../facts/ml.ts';
import type { RulePage } from '../../rules/rule-page.ts';
import { uncast } from '../calls/ml-call.ts';
import type { SqlRule } from '../sql-rule.ts';

const needed: Readonly<Record<string, string>> = {
  language: 'language',
  endpoint: 'endpoint',
  model: 'model',
  mediaType: 'media type',
  responseKey: 'key of the response',
};

export const rule: SqlRule = {
  id: 'PGM027',
  title: 'NULL where the service needs a value',
  group: 'Aurora ML in PostgreSQL',
  severity: 'warning',
  facts: mlFunctions('postgresql'),
  dialects: ['postgresql'],
  check: ({ calls }, report) => {
    for (const argument of calls.flatMap((call) => call.arguments)) {
      const { parameter } = argument;
      const what = parameter === undefined ? undefined : needed[parameter.role];
      const { value, range } = uncast(argument);
      if (what === undefined || value.kind !== 'null') continue;
      const message = `NULL names no ${what}, and the service has none to fall back on. Give ${parameter?.name}; NULL is for max_rows_per_batch.`;
      report(range, message);
    }
  },
};

export const page: RulePage = {
  reason:
    'The batch size alone may be NULL, which leaves it to the planner. A request without a language, an endpoint or a model has nobody to go to, or cannot be read there.',
  bad: `SELECT * FROM aws_comprehend.detect_sentiment('It works.', NULL);
--                                                         ^^^^ PGM027 NULL names no language`,
  good: `SELECT * FROM aws_comprehend.detect_sentiment('It works.', 'en', NULL);`,
};
