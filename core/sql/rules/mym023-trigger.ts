import * as ml from '../../facts/generated/ml.ts';
import type { RulePage } from '../../rules/rule-page.ts';
import type { SqlRule } from '../sql-rule.ts';
import { routineKeyword } from '../text/routine-body.ts';
import { isWord } from '../text/token.ts';

export const rule: SqlRule = {
  id: 'MYM023',
  title: 'ML function in a trigger',
  group: 'Aurora ML in MySQL',
  severity: 'warning',
  facts: [ml.mysql_trigger],
  dialects: ['mysql'],
  check: ({ calls, statement: { tokens } }, report) => {
    if (calls.length === 0 || !isWord(tokens[routineKeyword(tokens)], 'trigger')) return;
    for (const { nameRange } of calls) {
      const message =
        'Aurora does not support ML functions in triggers: writing a row would wait for the model, or fail with it. Judge new rows afterwards, in a procedure or an event.';
      report(nameRange, message);
    }
  },
};

export const page: RulePage = {
  reason:
    'Triggers are among the places in which Aurora MySQL does not support ML functions. A trigger runs row by row within the statement that writes, so that each row would be a request of its own, and the writer would hold its locks as long as the model takes.',
  bad: `CREATE TRIGGER judge BEFORE INSERT ON reviews FOR EACH ROW
  SET NEW.sentiment = aws_comprehend_detect_sentiment(NEW.body, 'en');
--                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ MYM023 does not support ML functions in triggers`,
  good: `INSERT INTO sentiments (review_id, sentiment)
SELECT id, aws_comprehend_detect_sentiment(body, 'en') FROM reviews WHERE created_at >= NOW() - INTERVAL 5 MINUTE;`,
};
