import * as ml from '../../facts/generated/ml.ts';
import type { RulePage } from '../../rules/rule-page.ts';
import { outlineOf } from '../calls/outline.ts';
import { usesOf } from '../calls/result-use.ts';
import type { SqlRule } from '../sql-rule.ts';
import { callOnceInSet } from './call-once-in-set.ts';
import { callOnceInFrom, repeatedCalls } from './repeated-calls.ts';

export const rule: SqlRule = {
  id: 'PGM005',
  title: 'Fields of one result call the function several times',
  group: 'Aurora ML in PostgreSQL',
  severity: 'warning',
  facts: [ml.postgresql_field_calls, ml.postgresql_materialize],
  dialects: ['postgresql'],
  check: ({ calls, text }, report) => {
    const ofRecords = calls.filter(({ signature }) => (signature?.returns.length ?? 0) > 1);
    for (const repeated of repeatedCalls(ofRecords)) {
      const fields = repeated.calls.map((call) => usesOf(call)[0]?.field);
      const [first, ...others] = repeated.calls;
      const last = others.at(-1);
      if (first === undefined || !fields.every((field) => field !== undefined)) continue;
      const { name } = first;
      if (fields[0]?.text === '*' && last === undefined) {
        const { clause } = outlineOf(first.statement).placeOf(first.tokens.start);
        const count = first.signature?.returns.length ?? 0;
        if (clause !== 'select') continue;
        const message = `.* calls ${name} ${count} times for each row, once for each field, and each call is billed. Call it once, in FROM.`;
        report(first.range, message, { fixes: callOnceInFrom(text, repeated) });
      } else if (last !== undefined && new Set(fields.map((field) => field.text)).size > 1) {
        const message = `${name} is called ${repeated.calls.length} times for each row, once for each field, and each call is billed. Call it once, in FROM.`;
        const fixes = [...callOnceInFrom(text, repeated), ...callOnceInSet(text, repeated)];
        report(last.range, message, { fixes });
      }
    }
  },
};

export const page: RulePage = {
  reason:
    'Each (f(x)).field is a call of its own, and (f(x)).* one call for each field: the same text goes to Comprehend twice and is paid for twice. In FROM one call gives the sentiment and the confidence together.',
  bad: `SELECT (aws_comprehend.detect_sentiment(r.body, 'en')).sentiment,
       (aws_comprehend.detect_sentiment(r.body, 'en')).confidence
--      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ PGM005 is called 2 times for each row
FROM reviews r
WHERE r.id < 100;
SELECT r.id, (aws_comprehend.detect_sentiment(r.body, 'en')).* FROM reviews r WHERE r.id < 100;
--            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ PGM005 .* calls`,
  good: `SELECT s.sentiment, s.confidence
FROM reviews r CROSS JOIN LATERAL aws_comprehend.detect_sentiment(r.body, 'en') AS s
WHERE r.id < 100;`,
};
