import * as ml from '../../facts/generated/ml.ts';
import type { RulePage } from '../../rules/rule-page.ts';
import { literalText, type MlCall } from '../calls/ml-call.ts';
import type { SqlRule } from '../sql-rule.ts';
import { closingBracket, splitAtCommas } from '../text/brackets.ts';
import { isWord, type Token } from '../text/token.ts';

export const rule: SqlRule = {
  id: 'PGM029',
  title: 'Empty text for Comprehend',
  group: 'Aurora ML in PostgreSQL',
  severity: 'warning',
  facts: [ml.text_minimum],
  dialects: ['postgresql'],
  check: ({ calls }, report) => {
    for (const call of calls) {
      if (call.signature?.service !== 'Comprehend') continue;
      const input = call.arguments.find(({ parameter }) => parameter?.role === 'input');
      const text = input && literalText(input);
      if (text?.value === '') {
        report(
          text.range,
          'Comprehend refuses an empty text, and with it the batch. Send texts of at least 1 character.',
        );
        continue;
      }
      const empty = emptyStandIn(call);
      if (empty === undefined) continue;
      const message =
        'Where the text is NULL an empty one is sent, and Comprehend refuses it with its batch. Leave such rows out: WHERE … IS NOT NULL.';
      report({ start: empty.start, end: empty.end }, message);
    }
  },
};

/** The empty text in `coalesce(text, '')` as the whole first argument. */
function emptyStandIn({ statement: { tokens }, tokens: { open } }: MlCall): Token | undefined {
  if (!isWord(tokens[open + 1], 'coalesce')) return undefined;
  const close = closingBracket(tokens, open + 2);
  const last = splitAtCommas(tokens, open + 3, close).at(-1);
  const token = tokens[last?.start ?? close];
  return last !== undefined && last.end - last.start === 1 && token?.text === "''" ? token : undefined;
}

export const page: RulePage = {
  reason:
    'Comprehend takes texts of at least one character. An empty one fails, and with it the statement, after the batches before it were paid for.',
  bad: `SELECT s.sentiment
FROM reviews r, aws_comprehend.detect_sentiment(coalesce(r.body, ''), 'en') s
--                                                               ^^ PGM029 WHERE … IS NOT NULL
WHERE r.id < 100;`,
  good: `SELECT s.sentiment
FROM reviews r, aws_comprehend.detect_sentiment(r.body, 'en') s
WHERE r.id < 100 AND r.body <> '';`,
};
