import { mlFunctions } from '../../facts/ml.ts';
import type { RulePage } from '../../rules/rule-page.ts';
import type { SqlRule } from '../sql-rule.ts';
import { checkArgumentCount } from './argument-count.ts';

export const rule: SqlRule = {
  id: 'PGM001',
  title: 'Wrong number of arguments for an ML function',
  group: 'Aurora ML in PostgreSQL',
  severity: 'error',
  facts: mlFunctions('postgresql'),
  dialects: ['postgresql'],
  check: checkArgumentCount,
};

export const page: RulePage = {
  reason:
    'PostgreSQL looks a function up by its name and its arguments: with another number of them there is no such function, and the statement fails. Most often the batch size of invoke_endpoint is forgotten, which is its second argument and may be NULL.',
  bad: `SELECT aws_sagemaker.invoke_endpoint('fraud-detector', amount) FROM payments WHERE id < 100;
--     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ PGM001 model_input is missing
SELECT aws_bedrock.invoke_model('amazon.titan-text-express-v1', 'application/json', 'application/json', body, 'en')
--                                                                                                            ^^^^ PGM001 At most 4 arguments, not 5
FROM prompts WHERE id < 100;`,
  good: `SELECT aws_sagemaker.invoke_endpoint('fraud-detector', NULL, amount) FROM payments WHERE id < 100;
SELECT aws_bedrock.invoke_model('amazon.titan-text-express-v1', 'application/json', 'application/json', body)
FROM prompts WHERE id < 100;`,
};
