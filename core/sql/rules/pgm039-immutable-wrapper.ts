import * as ml from '../../facts/generated/ml.ts';
import type { RulePage } from '../../rules/rule-page.ts';
import { routineOptionsOf } from '../declarations/routine-options.ts';
import type { SqlRule } from '../sql-rule.ts';
import { isWord } from '../text/token.ts';
import { replacement } from './sql-fix.ts';

export const rule: SqlRule = {
  id: 'PGM039',
  title: 'Wrapper that claims to be IMMUTABLE',
  group: 'Aurora ML in PostgreSQL',
  severity: 'warning',
  facts: [ml.postgresql_volatility],
  dialects: ['postgresql'],
  check: ({ calls, statement }, report) => {
    const call = calls.find((one) => one.signature !== undefined && one.statement !== statement);
    const { volatility, name } = (call && routineOptionsOf(statement)) ?? {};
    if (volatility === undefined || !isWord(volatility, 'immutable')) return;
    const message = `${name} is not IMMUTABLE: what ${call?.name} answers may change, and the planner would keep the first answer in its plan. Write VOLATILE.`;
    const fixes = [replacement('Replace with VOLATILE', volatility, 'VOLATILE')];
    report({ start: volatility.start, end: volatility.end }, message, { fixes });
  },
};

export const page: RulePage = {
  reason:
    'IMMUTABLE is a promise that the same arguments give the same result for ever. The planner then calls the function while it plans, keeps the result, and lets it into indexes. A model is trained anew and answers otherwise.',
  bad: `CREATE FUNCTION churn(age int) RETURNS real LANGUAGE sql IMMUTABLE PARALLEL SAFE COST 5000 AS $$
--                                                       ^^^^^^^^^ PGM039 Write VOLATILE
  SELECT aws_sagemaker.invoke_endpoint('churn', NULL, age)::real
$$;`,
  good: `CREATE FUNCTION churn(age int) RETURNS real LANGUAGE sql VOLATILE PARALLEL SAFE COST 5000 AS $$
  SELECT aws_sagemaker.invoke_endpoint('churn', NULL, age)::real
$$;`,
};
