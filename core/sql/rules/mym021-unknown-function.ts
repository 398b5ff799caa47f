import { mlAliases, mlFunctions } from '../../facts/ml.ts';
import type { RulePage } from '../../rules/rule-page.ts';
import type { SqlRule } from '../sql-rule.ts';
import { checkUnknownFunction } from './unknown-function.ts';

export const rule: SqlRule = {
  id: 'MYM021',
  title: 'Unknown ML function',
  group: 'Aurora ML in MySQL',
  severity: 'warning',
  facts: [...mlFunctions('mysql'), ...mlAliases],
  dialects: ['mysql'],
  check: checkUnknownFunction,
};

export const page: RulePage = {
  reason:
    'Aurora MySQL has two built-in ML functions, both of Comprehend and without a schema. SageMaker and Bedrock are called through functions that CREATE FUNCTION … ALIAS makes, one for each endpoint or model.',
  bad: `SELECT aws_comprehend.detect_sentiment(body, 'en') FROM reviews;
--     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ MYM021 Did you mean aws_comprehend_detect_sentiment?
SELECT aws_sagemaker_invoke_endpoint('fraud-detector', amount) FROM payments;
--     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ MYM021 CREATE FUNCTION … ALIAS AWS_SAGEMAKER_INVOKE_ENDPOINT`,
  good: `SELECT aws_comprehend_detect_sentiment(body, 'en') FROM reviews;
CREATE FUNCTION fraud_score(amount DOUBLE) RETURNS DOUBLE
  ALIAS AWS_SAGEMAKER_INVOKE_ENDPOINT ENDPOINT NAME 'fraud-detector';
SELECT fraud_score(amount) FROM payments;`,
};
