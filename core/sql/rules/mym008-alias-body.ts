import { mlAliases } from '../../facts/ml.ts';
import type { RulePage } from '../../rules/rule-page.ts';
import type { SqlRule } from '../sql-rule.ts';
import { createAliasOf } from '../statements/create-alias.ts';
import { removePart } from './remove-part.ts';

export const rule: SqlRule = {
  id: 'MYM008',
  title: 'Model function with a body',
  group: 'Aurora ML in MySQL',
  severity: 'error',
  facts: mlAliases,
  dialects: ['mysql'],
  check: ({ statement, text }, report) => {
    const { alias, body } = createAliasOf(statement) ?? {};
    if (alias === undefined || body === undefined) return;
    const message = `The model answers in place of a body: behind ALIAS ${alias.keyword} and its clauses nothing follows. Remove the body.`;
    report(body, message, { fixes: [removePart(text, body, 'Remove the body')] });
  },
};

export const page: RulePage = {
  reason:
    'CREATE FUNCTION … ALIAS passes the arguments to the endpoint or model and returns its answer. There is nothing left for RETURN or BEGIN … END to do, and Aurora refuses it. What is to be done with the answer stands in a function that calls this one.',
  bad: `CREATE FUNCTION fraud_score(amount DOUBLE) RETURNS DOUBLE
  ALIAS AWS_SAGEMAKER_INVOKE_ENDPOINT ENDPOINT NAME 'fraud-detector'
  RETURN amount * 2;
  ^^^^^^^^^^^^^^^^^ MYM008 Remove the body`,
  good: `CREATE FUNCTION fraud_score(amount DOUBLE) RETURNS DOUBLE
  ALIAS AWS_SAGEMAKER_INVOKE_ENDPOINT ENDPOINT NAME 'fraud-detector';`,
};
