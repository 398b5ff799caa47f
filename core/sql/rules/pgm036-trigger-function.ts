import * as ml from '../../facts/generated/ml.ts';
import type { RulePage } from '../../rules/rule-page.ts';
import { routineOptionsOf } from '../declarations/routine-options.ts';
import type { SqlRule } from '../sql-rule.ts';

export const rule: SqlRule = {
  id: 'PGM036',
  title: 'ML call in a trigger function',
  group: 'Aurora ML in PostgreSQL',
  severity: 'warning',
  facts: [ml.postgresql_row_trigger, ml.postgresql_batch_contexts],
  dialects: ['postgresql'],
  check: ({ calls, statement }, report) => {
    if (calls.length === 0 || routineOptionsOf(statement)?.returns !== 'trigger') return;
    for (const { nameRange, signature, statement: own } of calls) {
      if (signature === undefined || own === statement) continue;
      const message = `Every write that fires the trigger waits for ${signature.service}, one request for each row, and fails when it fails. Fill the column later, in batches.`;
      report(nameRange, message);
    }
  },
};

export const page: RulePage = {
  reason:
    'A trigger runs within the statement that fires it. With a model in it, inserting a thousand rows sends a thousand requests one after the other, and a throttled or missing model stops the writes of the application.',
  bad: `CREATE FUNCTION judge() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.mood := (aws_comprehend.detect_sentiment(NEW.body, 'en')).sentiment;
--             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ PGM036 waits for Comprehend
  RETURN NEW;
END $$;`,
  good: `UPDATE reviews SET mood = (aws_comprehend.detect_sentiment(body, 'en')).sentiment WHERE mood IS NULL;`,
};
