import * as ml from '../../facts/generated/ml.ts';
import type { RulePage } from '../../rules/rule-page.ts';
import type { SqlRule } from '../sql-rule.ts';
import { joinedJson } from './json-by-concatenation.ts';
import { replacement } from './sql-fix.ts';

export const rule: SqlRule = {
  id: 'PGM022',
  title: 'Request that is joined together as text',
  group: 'Aurora ML in PostgreSQL',
  severity: 'warning',
  facts: [ml.postgresql_json_by_concatenation],
  dialects: ['postgresql'],
  check: ({ calls, text }, report) => {
    for (const call of calls) {
      if (call.signature?.service !== 'Bedrock') continue;
      const input = call.arguments.find(({ parameter }) => parameter?.role === 'input');
      if (input?.value.kind !== 'expression') continue;
      const { start, end } = input.valueRange;
      const tokens = call.statement.tokens
        .slice(call.tokens.open, call.tokens.end)
        .filter((token) => token.start >= start && token.end <= end);
      const joined = joinedJson(text, tokens);
      if (joined?.isUnsafe !== true) continue;
      const message =
        'The first quote, backslash or line break in the data breaks this request. Build it: json_build_object(…)::text.';
      const { built } = joined;
      const fixes =
        built === undefined ? [] : [replacement('Build it with json_build_object', input.valueRange, built)];
      report(input.valueRange, message, { fixes });
    }
  },
};

export const page: RulePage = {
  reason:
    'Data have quotes and line breaks in them, and JSON wants both escaped. json_build_object escapes what it is given; joined text works in the test and fails on the first review that quotes somebody.',
  bad: `SELECT aws_bedrock.invoke_model_get_embeddings('amazon.titan-embed-text-v2:0', 'application/json', 'embedding',
  '{"inputText": "' || body || '"}')
  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ PGM022 json_build_object
FROM documents WHERE id = 7;`,
  good: `SELECT aws_bedrock.invoke_model_get_embeddings('amazon.titan-embed-text-v2:0', 'application/json', 'embedding',
  json_build_object('inputText', body)::text)
FROM documents WHERE id = 7;`,
};
