import * as ml from '../../facts/generated/ml.ts';
import type { RulePage } from '../../rules/rule-page.ts';
import type { SqlRule } from '../sql-rule.ts';
import { checkArgumentCount } from './argument-count.ts';

export const rule: SqlRule = {
  id: 'MYM001',
  title: 'Wrong number of arguments for an ML function',
  group: 'Aurora ML in MySQL',
  severity: 'error',
  facts: [ml.mysql_detect_sentiment, ml.mysql_detect_sentiment_confidence, ml.mysql_alias_sagemaker],
  dialects: ['mysql'],
  check: checkArgumentCount,
};

export const page: RulePage = {
  reason:
    'The built-in Comprehend functions take a text, a language code and, if wanted, a batch size. A function made with ALIAS takes the arguments that its CREATE FUNCTION names, no more and no fewer.',
  bad: `SELECT aws_comprehend_detect_sentiment(body) FROM reviews WHERE id < 100;
--     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ MYM001 language_code is missing
CREATE FUNCTION fraud_score(amount DOUBLE, country VARCHAR(2)) RETURNS DOUBLE
  ALIAS AWS_SAGEMAKER_INVOKE_ENDPOINT ENDPOINT NAME 'fraud-detector';
SELECT fraud_score(amount, country, 'card') FROM payments WHERE id < 100;
--                                  ^^^^^^ MYM001 At most 2 arguments, not 3`,
  good: `SELECT aws_comprehend_detect_sentiment(body, 'en') FROM reviews WHERE id < 100;
CREATE FUNCTION fraud_score(amount DOUBLE, country VARCHAR(2)) RETURNS DOUBLE
  ALIAS AWS_SAGEMAKER_INVOKE_ENDPOINT ENDPOINT NAME 'fraud-detector';
SELECT fraud_score(amount, country) FROM payments WHERE id < 100;`,
};
