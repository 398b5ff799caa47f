import * as ml from '../../facts/generated/ml.ts';
import type { RulePage } from '../../rules/rule-page.ts';
import type { Argument, MlCall } from '../calls/ml-call.ts';
import { outlineOf } from '../calls/outline.ts';
import { columnMeant } from '../calls/sources.ts';
import type { SqlRule } from '../sql-rule.ts';
import { isWord } from '../text/token.ts';
import { queriesAround } from './rows-of-call.ts';
import { replacement } from './sql-fix.ts';

const numericType = /^(?:small|big)?int(?:eger|[248])?$|^(?:numeric|decimal|real|double precision|float[48]?)\b/;

export const rule: SqlRule = {
  id: 'PGM012',
  title: 'Model input that may be NULL',
  group: 'Aurora ML in PostgreSQL',
  severity: 'info',
  facts: [ml.pg_invoke_endpoint],
  dialects: ['postgresql'],
  check: ({ calls, declarations, text }, report) => {
    for (const call of calls) {
      if (call.signature?.service !== 'SageMaker') continue;
      for (const argument of call.arguments) {
        const { value, valueRange, parameter } = argument;
        if (parameter?.role !== 'input' || value.kind !== 'name') continue;
        const { query } = outlineOf(call.statement).placeOf(call.tokens.start);
        const meant = columnMeant(call.statement, query, value.name);
        const column = meant && declarations.column(meant.table, meant.column);
        if (meant === undefined || column?.isNullable !== true || isTested(call, argument)) continue;
        const message = `${meant.table}.${meant.column} may be NULL, and NULL is sent to the model as an empty text. Say with COALESCE what is to be sent.`;
        const written = text.slice(valueRange.start, valueRange.end);
        const isNumber = numericType.test(column.type ?? '');
        const fixes = isNumber ? [replacement('Send 0 for NULL', valueRange, `COALESCE(${written}, 0)`)] : [];
        report(valueRange, message, { fixes });
      }
    }
  },
};

/** Whether the query asks of the column anywhere whether it is NULL. */
function isTested(call: MlCall, { value }: Argument): boolean {
  if (value.kind !== 'name') return false;
  const { tokens } = call.statement;
  const column = value.name.slice(value.name.lastIndexOf('.') + 1);
  return queriesAround(call).some(({ parts }) =>
    parts.some(({ clause, start, end }) => {
      if (clause !== 'where' && clause !== 'on') return false;
      for (let index = start; index < end; index++) {
        if (isWord(tokens[index], 'is') && tokens[index - 1]?.text === column) return true;
      }
      return false;
    }),
  );
}

export const page: RulePage = {
  reason:
    'invoke_endpoint sends NULL as an empty text. A model that was trained on numbers answers with an error or with a guess, and neither tells of the missing value.',
  bad: `CREATE EXTENSION aws_ml CASCADE;
CREATE TABLE payments (id bigint PRIMARY KEY, amount numeric);
SELECT p.id, aws_sagemaker.invoke_endpoint('fraud-detector', NULL, p.amount)
--                                                                 ^^^^^^^^ PGM012 payments.amount may be NULL
FROM payments p
WHERE p.id < 100;`,
  good: `CREATE EXTENSION aws_ml CASCADE;
CREATE TABLE payments (id bigint PRIMARY KEY, amount numeric);
SELECT p.id, aws_sagemaker.invoke_endpoint('fraud-detector', NULL, COALESCE(p.amount, 0))
FROM payments p
WHERE p.id < 100;`,
};
