import * as ml from '../../facts/generated/ml.ts';
import type { RulePage } from '../../rules/rule-page.ts';
import { literalText } from '../calls/ml-call.ts';
import type { SqlRule } from '../sql-rule.ts';
import { mayBeFilledIn } from './filled-in.ts';
import { replacement } from './sql-fix.ts';

const mediaType = new RegExp(ml.media_type.pattern);
const json = 'application/json';

export const rule: SqlRule = {
  id: 'PGM030',
  title: 'Content type that is no media type',
  group: 'Aurora ML in PostgreSQL',
  severity: 'warning',
  facts: [ml.media_type, ml.pg_invoke_model],
  dialects: ['postgresql'],
  check: ({ calls }, report) => {
    for (const argument of calls.flatMap((call) => call.arguments)) {
      const literal = argument.parameter?.role === 'mediaType' ? literalText(argument) : undefined;
      if (literal === undefined || mediaType.test(literal.value) || mayBeFilledIn(literal.value)) continue;
      const message = `'${literal.value}' is no media type, which has a slash in it: ${json}.`;
      const fixes = [replacement(`Replace with '${json}'`, literal.range, `'${json}'`)];
      report(literal.range, message, { fixes: /json/i.test(literal.value) ? fixes : [] });
    }
  },
};

export const page: RulePage = {
  reason:
    'content_type and accept_type go into the headers of the request, and Bedrock refuses what is no media type. The models of Bedrock take and give application/json.',
  bad: `SELECT aws_bedrock.invoke_model('amazon.titan-text-express-v1', 'json', 'application/json', '{"inputText": "Hello"}');
--                                                              ^^^^^^ PGM030 application/json`,
  good: `SELECT aws_bedrock.invoke_model('amazon.titan-text-express-v1', 'application/json', 'application/json', '{"inputText": "Hello"}');`,
};
