import * as ml from '../../facts/generated/ml.ts';
import type { RulePage } from '../../rules/rule-page.ts';
import { definitionPartOf } from '../calls/definition-part.ts';
import type { SqlRule } from '../sql-rule.ts';

export const rule: SqlRule = {
  id: 'PGM034',
  title: 'ML call in an index or a generated column',
  group: 'Aurora ML in PostgreSQL',
  severity: 'error',
  facts: [ml.postgresql_immutable_only],
  dialects: ['postgresql'],
  check: ({ calls }, report) => {
    for (const call of calls) {
      const part = call.signature === undefined ? undefined : definitionPartOf(call);
      if (part !== 'index' && part !== 'generated column') continue;
      const what = part === 'index' ? 'An index' : 'A generated column';
      const advice = part === 'index' ? 'index that' : 'fill that';
      const message = `${what} takes IMMUTABLE functions alone, and what a model answers may change. Store the result in a column of its own, and ${advice}.`;
      report(call.nameRange, message);
    }
  },
};

export const page: RulePage = {
  reason:
    'What an index or a generated column computes has to stay the same for ever, so PostgreSQL takes functions that are IMMUTABLE alone. The functions of aws_ml are not.',
  bad: `CREATE INDEX reviews_by_mood ON reviews (((aws_comprehend.detect_sentiment(body, 'en')).sentiment));
--                                         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ PGM034 An index takes IMMUTABLE functions alone
ALTER TABLE payments ADD COLUMN score real GENERATED ALWAYS AS (aws_sagemaker.invoke_endpoint('churn', NULL, amount)::real) STORED;
--                                                              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ PGM034 A generated column`,
  good: `ALTER TABLE reviews ADD COLUMN mood text;
UPDATE reviews SET mood = (aws_comprehend.detect_sentiment(body, 'en')).sentiment WHERE mood IS NULL;
CREATE INDEX reviews_by_mood ON reviews (mood);`,
};
