import * as ml from '../../facts/generated/ml.ts';
import type { RulePage } from '../../rules/rule-page.ts';
import { definitionPartOf } from '../calls/definition-part.ts';
import type { SqlRule } from '../sql-rule.ts';

export const rule: SqlRule = {
  id: 'PGM035',
  title: 'ML call in a CHECK constraint or a DEFAULT',
  group: 'Aurora ML in PostgreSQL',
  severity: 'warning',
  facts: [ml.postgresql_constraint_expressions, ml.postgresql_batch_contexts],
  dialects: ['postgresql'],
  check: ({ calls }, report) => {
    for (const call of calls) {
      const part = call.signature === undefined ? undefined : definitionPartOf(call);
      if (part !== 'CHECK constraint' && part !== 'DEFAULT') continue;
      const message = `A ${part} calls the model for every row that is written, one request each, and every write waits for it. Fill a column later, in batches.`;
      report(call.nameRange, message);
    }
  },
};

export const page: RulePage = {
  reason:
    'CHECK and DEFAULT are computed row by row while the statement writes: nothing is batched, each row waits for the service, and no row can be written while it is away. A row that passed a CHECK may fail it when the table is restored.',
  bad: `CREATE EXTENSION aws_ml CASCADE;
CREATE TABLE reviews (
  id bigint PRIMARY KEY,
  body text NOT NULL CHECK ((aws_comprehend.detect_sentiment(body, 'en')).sentiment <> 'MIXED')
--                           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ PGM035 A CHECK constraint calls the model for every row
);`,
  good: `CREATE EXTENSION aws_ml CASCADE;
CREATE TABLE reviews (id bigint PRIMARY KEY, body text NOT NULL, mood text);
UPDATE reviews SET mood = (aws_comprehend.detect_sentiment(body, 'en')).sentiment WHERE mood IS NULL;`,
};
