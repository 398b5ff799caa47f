import * as ml from '../../facts/generated/ml.ts';
import type { RulePage } from '../../rules/rule-page.ts';
import { routineOptionsOf } from '../declarations/routine-options.ts';
import type { SqlRule } from '../sql-rule.ts';
import { rowsOf } from './rows-of-call.ts';
import { insertion } from './sql-fix.ts';

const path = 'SET search_path = pg_catalog, pg_temp';

export const rule: SqlRule = {
  id: 'PGM040',
  title: 'SECURITY DEFINER without a search_path',
  group: 'Aurora ML in PostgreSQL',
  severity: 'info',
  facts: [ml.postgresql_security_definer, ml.postgresql_execute],
  dialects: ['postgresql'],
  check: ({ calls, statement }, report) => {
    const call = calls.find((one) => one.signature !== undefined && one.statement !== statement);
    const options = call && routineOptionsOf(statement);
    if (call === undefined || options?.definer === undefined || options.setsSearchPath) return;
    const message = `${options.name} calls the model with its owner's rights and looks names up in the schemas of its caller, who can put functions of his own there. Set its search_path.`;
    const isSimple = statement.inside.length === 1 && rowsOf(call).length === 0;
    const fixes = isSimple ? [insertion(`Add ${path}`, options.definer.end, ` ${path}`)] : [];
    report({ start: options.definer.start, end: options.definer.end }, message, { fixes });
  },
};

export const page: RulePage = {
  reason:
    'SECURITY DEFINER lends the rights of the owner, here to call models, to everybody who may run the function. Without a search_path of its own the caller decides which operators and functions its body finds.',
  bad: `CREATE FUNCTION churn(age int) RETURNS real LANGUAGE sql SECURITY DEFINER PARALLEL SAFE COST 5000 AS $$
--                                                                ^^^^^^^ PGM040 Set its search_path
  SELECT aws_sagemaker.invoke_endpoint('churn', NULL, age)::real
$$;`,
  good: `CREATE FUNCTION churn(age int) RETURNS real LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
PARALLEL SAFE COST 5000 AS $$
  SELECT aws_sagemaker.invoke_endpoint('churn', NULL, age)::real
$$;`,
};
