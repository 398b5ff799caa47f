import * as ml from '../../facts/generated/ml.ts';
import type { RulePage } from '../../rules/rule-page.ts';
import type { SqlRule } from '../sql-rule.ts';
import { checkLanguageCode } from './language-code.ts';

export const rule: SqlRule = {
  id: 'MYM002',
  title: 'Unknown language code',
  group: 'Aurora ML in MySQL',
  severity: 'error',
  facts: [ml.sentiment_languages],
  dialects: ['mysql'],
  check: checkLanguageCode,
};

export const page: RulePage = {
  reason:
    'Comprehend takes twelve language codes, in exactly their spelling. Any other fails when the statement runs, batch by batch, after the batches before it were paid for.',
  bad: `SELECT aws_comprehend_detect_sentiment(body, 'DE') FROM reviews WHERE id < 100;
--                                           ^^^^ MYM002 Did you mean 'de'?`,
  good: `SELECT aws_comprehend_detect_sentiment(body, 'de') FROM reviews WHERE id < 100;`,
};
