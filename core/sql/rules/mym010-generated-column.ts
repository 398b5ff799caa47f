import * as ml from '../../facts/generated/ml.ts';
import type { RulePage } from '../../rules/rule-page.ts';
import { computedParts } from '../calls/computed-part.ts';
import type { SqlRule } from '../sql-rule.ts';

export const rule: SqlRule = {
  id: 'MYM010',
  title: 'ML function in a generated column',
  group: 'Aurora ML in MySQL',
  severity: 'error',
  facts: [ml.mysql_generated_column],
  dialects: ['mysql'],
  check: ({ calls, statement }, report) => {
    const parts = calls.length === 0 ? [] : computedParts(statement);
    for (const call of calls) {
      if (call.statement !== statement || parts[call.tokens.start] !== 'generated column') continue;
      const message =
        'MySQL computes no column with a stored function or with one that may answer differently the next time. Make it a plain column, and fill it with UPDATE.';
      report(call.nameRange, message);
    }
  },
};

export const page: RulePage = {
  reason:
    'The expression of a generated column has to give the same each time it is computed, without stored functions. ML functions are one or the other, so that the table is not made.',
  bad: `CREATE TABLE reviews (
  id INT PRIMARY KEY,
  body TEXT,
  sentiment VARCHAR(8) AS (aws_comprehend_detect_sentiment(body, 'en')) STORED
--                         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ MYM010 Make it a plain column
);`,
  good: `CREATE TABLE reviews (
  id INT PRIMARY KEY,
  body TEXT,
  sentiment VARCHAR(8)
);
INSERT INTO reviews VALUES (1, 'It works.', aws_comprehend_detect_sentiment('It works.', 'en'));`,
};
