import * as ml from '../../facts/generated/ml.ts';
import type { RulePage } from '../../rules/rule-page.ts';
import type { SqlRule } from '../sql-rule.ts';
import { checkTextSize } from './text-size.ts';

export const rule: SqlRule = {
  id: 'MYM031',
  title: 'Text longer than Comprehend takes',
  group: 'Aurora ML in MySQL',
  severity: 'warning',
  facts: [ml.text_size],
  dialects: ['mysql'],
  check: checkTextSize,
};

const longText = 'The mug broke on the first day. '.repeat(160);

export const page: RulePage = {
  reason:
    'Comprehend refuses a text of more than 5,000 bytes with TextSizeLimitExceededException, and with it the statement fails. Letters with accents take two bytes, most of Asia three.',
  bad: `SELECT aws_comprehend_detect_sentiment('${longText}', 'en');
${' '.repeat(39)}${'^'.repeat(longText.length + 2)} MYM031 has 5120 bytes`,
  good: `SELECT aws_comprehend_detect_sentiment('The mug broke on the first day.', 'en');`,
};
