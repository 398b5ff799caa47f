import * as ml from '../../facts/generated/ml.ts';
import type { Fix } from '../../rules/finding.ts';
import type { RulePage } from '../../rules/rule-page.ts';
import { type MlCall, uncast } from '../calls/ml-call.ts';
import { routineOptionsOf } from '../declarations/routine-options.ts';
import type { SqlRule } from '../sql-rule.ts';
import { isName } from '../text/token.ts';
import { canBatch } from './rows-of-call.ts';
import { insertion, replacement } from './sql-fix.ts';

export const rule: SqlRule = {
  id: 'PGM041',
  title: 'Batch size that the wrapper takes and does not use',
  group: 'Aurora ML in PostgreSQL',
  severity: 'warning',
  facts: [ml.postgresql_batch_function, ml.postgresql_limit_cost],
  dialects: ['postgresql'],
  check: ({ calls, statement, text }, report) => {
    const inBody = calls.filter((one) => one.statement !== statement && canBatch(one));
    const options = inBody.length === 0 ? undefined : routineOptionsOf(statement);
    const index = options?.parameters.findIndex(({ name }) => /batch/i.test(name)) ?? -1;
    const parameter = options?.parameters[index];
    const isNamed = options?.parameters.length === options?.parameterCount;
    if (options === undefined || parameter === undefined || !isNamed) return;
    const tokens = statement.inside.flatMap((part) => part.tokens);
    const isUsed = tokens.some(
      (token) => (isName(token) && token.text === parameter.name) || token.text === `$${index + 1}`,
    );
    if (isUsed) return;
    const message = `${options.name} takes ${parameter.name} and gives it to no call: whoever sets it gets another batch size. Hand it on as max_rows_per_batch.`;
    const written = text.slice(parameter.range.start, parameter.range.end);
    report(parameter.range, message, {
      fixes: inBody.length === 1 ? inBody.flatMap((call) => handOn(call, written)) : [],
    });
  },
};

function handOn(call: MlCall, parameter: string): readonly Fix[] {
  const title = `Give ${parameter} to the call`;
  const given = call.arguments.find(({ parameter: one }) => one?.role === 'batchSize');
  if (given !== undefined) {
    const isLiteral = ['null', 'number'].includes(uncast(given).value.kind);
    return isLiteral ? [replacement(title, given.valueRange, parameter)] : [];
  }
  const last = call.arguments.at(-1);
  const isNamed = call.arguments.some(({ name }) => name !== undefined);
  if (last === undefined || !call.closed) return [];
  return [insertion(title, last.range.end, isNamed ? `, max_rows_per_batch => ${parameter}` : `, ${parameter}`)];
}

export const page: RulePage = {
  reason:
    'A wrapper takes a batch size so that its callers can fit it to their LIMIT and to what the model takes. One that is not handed on changes nothing, and nothing tells.',
  bad: `CREATE FUNCTION churn(age int, max_rows_per_batch int) RETURNS real LANGUAGE sql PARALLEL SAFE COST 5000 AS $$
--                             ^^^^^^^^^^^^^^^^^^ PGM041 Hand it on
  SELECT aws_sagemaker.invoke_endpoint('churn', NULL, age)::real
$$;`,
  good: `CREATE FUNCTION churn(age int, max_rows_per_batch int) RETURNS real LANGUAGE sql PARALLEL SAFE COST 5000 AS $$
  SELECT aws_sagemaker.invoke_endpoint('churn', max_rows_per_batch, age)::real
$$;`,
};
