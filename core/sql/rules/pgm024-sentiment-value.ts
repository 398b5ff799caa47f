import * as ml from '../../facts/generated/ml.ts';
import type { RulePage } from '../../rules/rule-page.ts';
import { usesOf } from '../calls/result-use.ts';
import type { SqlRule } from '../sql-rule.ts';
import { checkConfidence, checkSentiment } from './sentiment-comparison.ts';

export const rule: SqlRule = {
  id: 'PGM024',
  title: 'Comparison that the result never meets',
  group: 'Aurora ML in PostgreSQL',
  severity: 'warning',
  facts: [ml.postgresql_sentiment_case, ml.sentiment_values],
  dialects: ['postgresql'],
  check: ({ calls }, report) => {
    for (const call of calls) {
      if (call.signature?.service !== 'Comprehend') continue;
      for (const use of usesOf(call)) {
        if (use.inFunction !== undefined) continue;
        if (use.field?.text === 'sentiment') checkSentiment(use, call.statement.tokens, 'postgresql', report);
        else if (use.field?.text === 'confidence') checkConfidence(use, report);
      }
    }
  },
};

export const page: RulePage = {
  reason:
    'Comprehend answers POSITIVE, NEGATIVE, NEUTRAL or MIXED, and PostgreSQL compares capitals with small letters as different. The confidence is a share of 1 and no percentage. Either mistake gives no row and no error.',
  bad: `SELECT r.id FROM reviews r, aws_comprehend.detect_sentiment(r.body, 'en') s
WHERE r.id < 100 AND s.sentiment = 'negative' AND s.confidence > 80;
--                                 ^^^^^^^^^^ PGM024 in capitals
--                                                               ^^ PGM024 between 0 and 1`,
  good: `SELECT r.id FROM reviews r, aws_comprehend.detect_sentiment(r.body, 'en') s
WHERE r.id < 100 AND s.sentiment = 'NEGATIVE' AND s.confidence > 0.8;`,
};
