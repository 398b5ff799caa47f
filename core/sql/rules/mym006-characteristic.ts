import * as ml from '../../facts/generated/ml.ts';
import type { RulePage } from '../../rules/rule-page.ts';
import type { SqlRule } from '../sql-rule.ts';
import { createAliasOf } from '../statements/create-alias.ts';
import { removePart } from './remove-part.ts';

const forbidden: readonly string[] = ml.mysql_alias_characteristics.value;

export const rule: SqlRule = {
  id: 'MYM006',
  title: 'Characteristic that a model function cannot have',
  group: 'Aurora ML in MySQL',
  severity: 'error',
  facts: [ml.mysql_alias_characteristics],
  dialects: ['mysql'],
  check: ({ statement, text }, report) => {
    const create = createAliasOf(statement);
    if (create?.alias === undefined) return;
    for (const { name, range } of create.options) {
      const fixes = [removePart(text, range, `Remove ${name}`)];
      if (forbidden.includes(name)) {
        report(range, `A function made with ALIAS cannot be ${name}: it has no SQL of its own. Remove it.`, { fixes });
      } else if (name === 'DETERMINISTIC') {
        const message =
          'A model may answer the same input differently: Aurora makes the function NOT DETERMINISTIC whatever stands here. Remove it.';
        report(range, message, { severity: 'warning', fixes });
      }
    }
  },
};

export const page: RulePage = {
  reason:
    'What a routine does with data is said of routines with a body of SQL. A function made with ALIAS has none, is always NOT DETERMINISTIC, and Aurora refuses the other characteristics.',
  bad: `CREATE FUNCTION fraud_score(amount DOUBLE) RETURNS DOUBLE NO SQL
--                                                        ^^^^^^ MYM006 cannot be NO SQL
  ALIAS AWS_SAGEMAKER_INVOKE_ENDPOINT ENDPOINT NAME 'fraud-detector';`,
  good: `CREATE FUNCTION fraud_score(amount DOUBLE) RETURNS DOUBLE
  ALIAS AWS_SAGEMAKER_INVOKE_ENDPOINT ENDPOINT NAME 'fraud-detector';`,
};
