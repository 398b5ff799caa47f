import * as ml from '../../facts/generated/ml.ts';
import type { RulePage } from '../../rules/rule-page.ts';
import { usesOf } from '../calls/result-use.ts';
import type { SqlRule } from '../sql-rule.ts';
import { insertion } from './sql-fix.ts';

const operators = ['->', '->>', '#>', '#>>'];
const functionsOfJson =
  /^jsonb?_(?:extract_path(?:_text)?|array_elements(?:_text)?|array_length|each(?:_text)?|object_keys|populate_record(?:set)?|to_record(?:set)?|typeof|path_query\w*|pretty|strip_nulls)$/;

export const rule: SqlRule = {
  id: 'PGM023',
  title: 'JSON operator on the text that a model gives',
  group: 'Aurora ML in PostgreSQL',
  severity: 'error',
  facts: [ml.postgresql_result_is_varchar],
  dialects: ['postgresql'],
  check: ({ calls }, report) => {
    for (const call of calls) {
      const { signature, statement } = call;
      if (signature?.returns.length !== 1 || signature.returns[0]?.type !== 'varchar') continue;
      for (const { after, casts, end, field, inFunction = '' } of usesOf(call)) {
        const last = statement.tokens[end - 1];
        if (last === undefined || casts.length > 0 || field?.text === '*') continue;
        const [, type = 'json'] = /^(jsonb?)_/.exec(inFunction) ?? [];
        const fixes = [insertion(`Cast it to ${type}`, last.end, `::${type}`)];
        const sign = statement.tokens[end];
        if (functionsOfJson.test(inFunction)) {
          report(
            call.nameRange,
            `${call.name} gives a varchar, which ${inFunction} does not take. Cast it: ::${type}.`,
            { fixes },
          );
        } else if (after !== undefined && sign !== undefined && operators.includes(after.text)) {
          const message = `${call.name} gives a varchar, and ${after.text} takes json alone. Cast the result: ::json.`;
          report({ start: sign.start, end: sign.start + after.text.length }, message, { fixes });
        }
      }
    }
  },
};

export const page: RulePage = {
  reason:
    'invoke_model and invoke_endpoint give varchar even when the text in it is JSON. The operators of json are not there for varchar, so the statement fails.',
  bad: `SELECT aws_bedrock.invoke_model('amazon.titan-text-express-v1', 'application/json', 'application/json', '{"inputText": "Hello"}') -> 'results';
--                                                                                                                                ^^ PGM023 ::json`,
  good: `SELECT aws_bedrock.invoke_model('amazon.titan-text-express-v1', 'application/json', 'application/json', '{"inputText": "Hello"}')::json -> 'results';`,
};
