import { mlFunctions } from '../../facts/ml.ts';
import type { RulePage } from '../../rules/rule-page.ts';
import { nearestName } from '../../text/nearest-name.ts';
import { sourceOf, usesOf } from '../calls/result-use.ts';
import type { SqlRule } from '../sql-rule.ts';
import { replacement } from './sql-fix.ts';

/** What other interfaces call the fields of the result. */
const otherNames: Readonly<Record<string, string>> = {
  label: 'sentiment',
  result: 'sentiment',
  mood: 'sentiment',
  polarity: 'sentiment',
  score: 'confidence',
  probability: 'confidence',
  sentimentscore: 'confidence',
  sentiment_score: 'confidence',
};
/** Types that can be written like a field: `s.text` is a cast of the row. */
const castsLikeFields = ['text', 'varchar', 'name'];

export const rule: SqlRule = {
  id: 'PGM031',
  title: 'Field that the result does not have',
  group: 'Aurora ML in PostgreSQL',
  severity: 'error',
  facts: mlFunctions('postgresql'),
  dialects: ['postgresql'],
  check: ({ calls }, report) => {
    for (const call of calls) {
      const fields = call.signature?.returns.map(({ name }) => name) ?? [];
      if (fields.length === 0 || (fields.length === 1 && sourceOf(call) !== undefined)) continue;
      for (const { field } of usesOf(call)) {
        const isKnown = field === undefined || field.text === '*' || castsLikeFields.includes(field.text);
        if (isKnown || (fields.length > 1 && fields.includes(field.text))) continue;
        const range = { start: field.start, end: field.end };
        if (fields.length === 1) {
          report(
            range,
            `${call.name} gives one ${call.signature?.returns[0]?.type}, which has no fields. Take the result as it is.`,
          );
          continue;
        }
        const meant = meantBy(field.text, fields);
        const fixes = meant === undefined ? [] : [replacement(`Replace with ${meant}`, range, meant)];
        report(range, `The result of ${call.name} has no field ${field.text}. It has ${fields.join(' and ')}.`, {
          fixes,
        });
      }
    }
  },
};

function meantBy(written: string, fields: readonly string[]): string | undefined {
  const other = otherNames[written.toLowerCase()];
  return other !== undefined && fields.includes(other) ? other : nearestName(written, fields);
}

export const page: RulePage = {
  reason:
    'detect_sentiment gives a record of sentiment and confidence. Other names, such as those of the API of Comprehend, are columns that there are not.',
  bad: `SELECT s.label, s.confidence
--       ^^^^^ PGM031 It has sentiment and confidence
FROM reviews r, aws_comprehend.detect_sentiment(r.body, 'en') s
WHERE r.id < 100;
SELECT (aws_comprehend.detect_sentiment('It works.', 'en')).score;
--                                                          ^^^^^ PGM031 no field score`,
  good: `SELECT s.sentiment, s.confidence
FROM reviews r, aws_comprehend.detect_sentiment(r.body, 'en') s
WHERE r.id < 100;`,
};
