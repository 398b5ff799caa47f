import { mlFunctions } from '../../facts/ml.ts';
import type { RulePage } from '../../rules/rule-page.ts';
import type { SqlRule } from '../sql-rule.ts';
import { checkUnknownFunction } from './unknown-function.ts';

export const rule: SqlRule = {
  id: 'PGM020',
  title: 'Unknown ML function',
  group: 'Aurora ML in PostgreSQL',
  severity: 'warning',
  facts: mlFunctions('postgresql'),
  dialects: ['postgresql'],
  check: checkUnknownFunction,
};

export const page: RulePage = {
  reason:
    'The extension aws_ml has four functions, in the schemas aws_comprehend, aws_sagemaker and aws_bedrock. Names of Aurora MySQL and names in a schema aws_ml are often written in their place. A function that the file itself creates is left alone.',
  bad: `SELECT aws_ml.invoke_endpoint('fraud-detector', NULL, amount) FROM payments WHERE id < 100;
--     ^^^^^^^^^^^^^^^^^^^^^^ PGM020 Did you mean aws_sagemaker.invoke_endpoint?
SELECT aws_comprehend_detect_sentiment(body, 'en') FROM reviews WHERE id < 100;
--     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ PGM020 Did you mean (aws_comprehend.detect_sentiment(…)).sentiment?`,
  good: `SELECT aws_sagemaker.invoke_endpoint('fraud-detector', NULL, amount) FROM payments WHERE id < 100;
SELECT (aws_comprehend.detect_sentiment(body, 'en')).sentiment FROM reviews WHERE id < 100;`,
};
