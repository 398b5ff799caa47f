import * as ml from '../../facts/generated/ml.ts';
import type { RulePage } from '../../rules/rule-page.ts';
import { uncast } from '../calls/ml-call.ts';
import type { SqlRule } from '../sql-rule.ts';

const { minimum } = ml.mysql_batch_size;
const maximum = ml.batch_documents.value;

export const rule: SqlRule = {
  id: 'MYM003',
  title: 'Batch size outside what Comprehend takes',
  group: 'Aurora ML in MySQL',
  severity: 'error',
  facts: [ml.mysql_batch_size, ml.batch_documents],
  dialects: ['mysql'],
  check: ({ calls }, report) => {
    for (const argument of calls.flatMap((call) => call.arguments)) {
      if (argument.parameter?.role !== 'batchSize') continue;
      const { value, range } = uncast(argument);
      if (value.kind !== 'number' || (value.value >= minimum && value.value <= maximum)) continue;
      const nearest = value.value < minimum ? minimum : maximum;
      const fix = { title: `Replace with ${nearest}`, edits: [{ range, newText: String(nearest) }] };
      if (value.value < minimum) {
        report(range, `A batch has at least ${minimum} text, not ${value.value}.`, { fixes: [fix] });
      } else {
        const message = `Comprehend takes at most ${maximum} texts in one request, not ${value.value}.`;
        report(range, message, { severity: 'warning', fixes: [fix] });
      }
    }
  },
};

export const page: RulePage = {
  reason:
    'The last argument of the Comprehend functions says how many texts go into one request. There is no batch of no text, and Comprehend takes at most 25 texts in one.',
  bad: `SELECT aws_comprehend_detect_sentiment(body, 'en', 0) FROM reviews WHERE id < 100;
--                                                 ^ MYM003 at least 1 text
SELECT aws_comprehend_detect_sentiment(body, 'en', 100) FROM reviews WHERE id < 100;
--                                                 ^^^ MYM003 at most 25 texts`,
  good: `SELECT aws_comprehend_detect_sentiment(body, 'en', 1) FROM reviews WHERE id < 100;
SELECT aws_comprehend_detect_sentiment(body, 'en', 25) FROM reviews WHERE id < 100;`,
};
