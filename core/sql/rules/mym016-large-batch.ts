import * as ml from '../../facts/generated/ml.ts';
import type { RulePage } from '../../rules/rule-page.ts';
import { formatCount } from '../../text/quantity.ts';
import type { SqlRule } from '../sql-rule.ts';
import { createAliasOf, wholeNumber } from '../statements/create-alias.ts';

const { value: usual, clause } = ml.mysql_alias_batch_size;

export const rule: SqlRule = {
  id: 'MYM016',
  title: 'Larger batches than Aurora makes by itself',
  group: 'Aurora ML in MySQL',
  severity: 'info',
  facts: [ml.mysql_alias_batch_size],
  dialects: ['mysql'],
  check: ({ statement }, report) => {
    const create = createAliasOf(statement);
    const value = create?.clauses.find(({ name }) => name === clause)?.value;
    const size = wholeNumber(value);
    if (create?.alias?.service !== 'SageMaker' || value === undefined || size === undefined || size <= usual) return;
    const message = `Aurora holds a whole batch in memory; it sends at most ${formatCount(usual)} rows when nothing is said.`;
    const fix = { title: `Replace with ${usual}`, edits: [{ range: value.range, newText: String(usual) }] };
    report(value.range, message, { fixes: [fix] });
  },
};

export const page: RulePage = {
  reason:
    'MAX_BATCH_SIZE says how many rows go to the endpoint in one request. Larger batches need more memory on the instance, and the request may become larger than the endpoint takes.',
  bad: `CREATE FUNCTION fraud_score(amount DOUBLE) RETURNS DOUBLE
  ALIAS AWS_SAGEMAKER_INVOKE_ENDPOINT ENDPOINT NAME 'fraud-detector' MAX_BATCH_SIZE 50000;
--                                                                                  ^^^^^ MYM016 at most 10,000 rows`,
  good: `CREATE FUNCTION fraud_score(amount DOUBLE) RETURNS DOUBLE
  ALIAS AWS_SAGEMAKER_INVOKE_ENDPOINT ENDPOINT NAME 'fraud-detector' MAX_BATCH_SIZE 5000;`,
};
