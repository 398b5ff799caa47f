import * as ml from '../../facts/generated/ml.ts';
import type { RulePage } from '../../rules/rule-page.ts';
import type { SqlRule } from '../sql-rule.ts';
import { checkTextSize } from './text-size.ts';

export const rule: SqlRule = {
  id: 'PGM016',
  title: 'Text longer than Comprehend takes',
  group: 'Aurora ML in PostgreSQL',
  severity: 'warning',
  facts: [ml.text_size],
  dialects: ['postgresql'],
  check: checkTextSize,
};

const longText = 'The mug broke on the first day. '.repeat(160);

export const page: RulePage = {
  reason:
    'Comprehend refuses a text of more than 5,000 bytes with TextSizeLimitExceededException, and with it the statement fails. Letters with accents take two bytes, most of Asia three.',
  bad: `SELECT * FROM aws_comprehend.detect_sentiment('${longText}', 'en');
${' '.repeat(46)}${'^'.repeat(longText.length + 2)} PGM016 has 5120 bytes`,
  good: `SELECT * FROM aws_comprehend.detect_sentiment('The mug broke on the first day.', 'en');`,
};
