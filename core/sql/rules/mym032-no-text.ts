import * as ml from '../../facts/generated/ml.ts';
import type { RulePage } from '../../rules/rule-page.ts';
import { type Argument, literalText, uncast } from '../calls/ml-call.ts';
import type { SqlRule } from '../sql-rule.ts';
import { replacement } from './sql-fix.ts';

export const rule: SqlRule = {
  id: 'MYM032',
  title: 'No text or no language for Comprehend',
  group: 'Aurora ML in MySQL',
  severity: 'warning',
  facts: [ml.text_minimum, ml.sentiment_languages],
  dialects: ['mysql'],
  check: ({ calls }, report) => {
    for (const { signature, arguments: given } of calls) {
      if (signature?.service !== 'Comprehend') continue;
      for (const argument of given) {
        const role = argument.parameter?.role;
        const { range, value } = uncast(argument);
        if (role === 'input' && isEmpty(argument)) {
          report(range, 'There is no text to judge: Comprehend refuses an empty one, and with it the whole batch.');
        } else if (role === 'language' && value.kind === 'null') {
          const message = `A language code is needed: one of ${ml.sentiment_languages.value.join(', ')}.`;
          report(range, message, { fixes: [replacement("Replace with 'en'", range, "'en'")] });
        }
      }
    }
  },
};

/** NULL, or a literal with nothing in it but blanks. An empty language is another rule's word. */
function isEmpty(argument: Argument): boolean {
  return uncast(argument).value.kind === 'null' || literalText(argument)?.value.trim() === '';
}

export const page: RulePage = {
  reason:
    'Comprehend takes a text of at least one character and a language code. A call without one of them cannot succeed, and where rows are batched it takes the others of its batch with it.',
  bad: `SELECT aws_comprehend_detect_sentiment('', 'en');
--                                     ^^ MYM032 no text to judge
SELECT aws_comprehend_detect_sentiment(body, NULL) FROM reviews WHERE id < 100;
--                                           ^^^^ MYM032 A language code is needed`,
  good: `SELECT aws_comprehend_detect_sentiment(body, 'en') FROM reviews WHERE id < 100 AND body <> '';`,
};
