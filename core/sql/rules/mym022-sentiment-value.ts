import * as ml from '../../facts/generated/ml.ts';
import type { RulePage } from '../../rules/rule-page.ts';
import { usesOf } from '../calls/result-use.ts';
import type { SqlRule } from '../sql-rule.ts';
import { checkConfidence, checkSentiment } from './sentiment-comparison.ts';

const { name: sentimentFunction } = ml.mysql_detect_sentiment;
const { name: confidenceFunction } = ml.mysql_detect_sentiment_confidence;

export const rule: SqlRule = {
  id: 'MYM022',
  title: 'Comparison that the result never meets',
  group: 'Aurora ML in MySQL',
  severity: 'warning',
  facts: [ml.sentiment_values, ml.mysql_detect_sentiment_confidence],
  dialects: ['mysql'],
  check: ({ calls }, report) => {
    for (const call of calls) {
      for (const use of usesOf(call)) {
        if (use.inFunction !== undefined) continue;
        const name = call.signature?.name;
        if (name === sentimentFunction) checkSentiment(use, call.statement.tokens, 'mysql', report);
        else if (name === confidenceFunction) checkConfidence(use, report);
      }
    }
  },
};

export const page: RulePage = {
  reason:
    'Comprehend answers POSITIVE, NEGATIVE, NEUTRAL or MIXED, and its confidence is a share of 1 and no percentage. A comparison with anything else gives no row and no error. Capitals and small letters are the same to MySQL unless a column or collation says otherwise.',
  bad: `SELECT id FROM reviews
WHERE id < 100
  AND aws_comprehend_detect_sentiment(body, 'en') = 'BAD'
--                                                  ^^^^^ MYM022 never 'BAD'
  AND aws_comprehend_detect_sentiment_confidence(body, 'en') > 80;
--                                                             ^^ MYM022 between 0 and 1`,
  good: `SELECT id FROM reviews
WHERE id < 100
  AND aws_comprehend_detect_sentiment(body, 'en') = 'NEGATIVE'
  AND aws_comprehend_detect_sentiment_confidence(body, 'en') > 0.8;`,
};
