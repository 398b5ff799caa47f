import * as ml from '../../facts/generated/ml.ts';
import type { RulePage } from '../../rules/rule-page.ts';
import { utf8Length } from '../../text/utf8-length.ts';
import { literalText } from '../calls/ml-call.ts';
import type { SqlRule } from '../sql-rule.ts';
import { replacement } from './sql-fix.ts';

const { value: mostBytes } = ml.text_size;

export const rule: SqlRule = {
  id: 'PGM016',
  title: 'Text longer than Comprehend takes',
  group: 'Aurora ML in PostgreSQL',
  severity: 'warning',
  facts: [ml.text_size],
  dialects: ['postgresql'],
  check: ({ calls }, report) => {
    for (const call of calls) {
      if (call.signature?.service !== 'Comprehend') continue;
      const input = call.arguments.find(({ parameter }) => parameter?.role === 'input');
      const text = input && literalText(input);
      const bytes = text === undefined ? 0 : utf8Length(text.value);
      if (text === undefined || bytes <= mostBytes) continue;
      const short = `'${beginningOf(text.value).replaceAll("'", "''")}'`;
      const message = `The text has ${bytes} bytes of UTF-8, and Comprehend takes ${mostBytes}: the statement fails. Shorten it.`;
      report(text.range, message, { fixes: [replacement(`Keep the first ${mostBytes} bytes`, text.range, short)] });
    }
  },
};

/** As many whole characters from the beginning as Comprehend takes. */
function beginningOf(text: string): string {
  let bytes = 0;
  let kept = '';
  for (const character of text) {
    bytes += utf8Length(character);
    if (bytes > mostBytes) break;
    kept += character;
  }
  return kept;
}

const longText = 'The mug broke on the first day. '.repeat(160);

export const page: RulePage = {
  reason:
    'Comprehend refuses a text of more than 5,000 bytes with TextSizeLimitExceededException, and with it the statement fails. Letters with accents take two bytes, most of Asia three.',
  bad: `SELECT * FROM aws_comprehend.detect_sentiment('${longText}', 'en');
${' '.repeat(46)}${'^'.repeat(longText.length + 2)} PGM016 has 5120 bytes`,
  good: `SELECT * FROM aws_comprehend.detect_sentiment('The mug broke on the first day.', 'en');`,
};
