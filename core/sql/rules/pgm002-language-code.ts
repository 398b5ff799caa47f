import * as ml from '../../facts/generated/ml.ts';
import type { RulePage } from '../../rules/rule-page.ts';
import type { SqlRule } from '../sql-rule.ts';
import { checkLanguageCode } from './language-code.ts';

export const rule: SqlRule = {
  id: 'PGM002',
  title: 'Unknown language code',
  group: 'Aurora ML in PostgreSQL',
  severity: 'error',
  facts: [ml.sentiment_languages],
  dialects: ['postgresql'],
  check: checkLanguageCode,
};

export const page: RulePage = {
  reason:
    'Comprehend takes twelve language codes, in exactly their spelling. Any other fails when the statement runs, batch by batch, after the batches before it were paid for.',
  bad: `SELECT r.id, s.sentiment
FROM reviews r, aws_comprehend.detect_sentiment(r.body, 'en-US') s WHERE r.id < 100;
--                                                      ^^^^^^^ PGM002 Did you mean 'en'?`,
  good: `SELECT r.id, s.sentiment
FROM reviews r, aws_comprehend.detect_sentiment(r.body, 'en') s
WHERE r.id < 100;`,
};
