import * as ml from '../../facts/generated/ml.ts';
import type { Fix } from '../../rules/finding.ts';
import type { RulePage } from '../../rules/rule-page.ts';
import { literalText, type MlCall } from '../calls/ml-call.ts';
import type { SqlRule } from '../sql-rule.ts';
import { mayBeFilledIn } from './filled-in.ts';
import { replacement } from './sql-fix.ts';

export const rule: SqlRule = {
  id: 'PGM018',
  title: 'Model input that is not JSON',
  group: 'Aurora ML in PostgreSQL',
  severity: 'error',
  facts: [ml.pg_invoke_model, ml.pg_invoke_model_get_embeddings],
  dialects: ['postgresql'],
  check: ({ calls }, report) => {
    for (const call of calls) {
      if (call.signature?.service !== 'Bedrock' || literalOf(call, 'content_type')?.value !== 'application/json')
        continue;
      const input = literalOf(call, 'model_input');
      if (input === undefined || mayBeFilledIn(input.value) || isJson(input.value)) continue;
      const message = 'The content type is application/json and this text is not JSON: the model refuses the request.';
      report(input.range, message, { fixes: asRequest(call, input) });
    }
  },
};

function literalOf(call: MlCall, parameter: string) {
  const argument = call.arguments.find((one) => one.parameter?.name === parameter);
  return argument && literalText(argument);
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** Plain text as the request that Titan's models for embeddings take. */
function asRequest(call: MlCall, input: NonNullable<ReturnType<typeof literalOf>>): readonly Fix[] {
  const isTitan = literalOf(call, 'model_id')?.value.startsWith('amazon.titan-embed-text') === true;
  if (!isTitan || /[{}[\]"]/.test(input.value)) return [];
  const request = JSON.stringify({ inputText: input.value });
  return [replacement(`Replace with ${request}`, input.range, `'${request.replaceAll("'", "''")}'`)];
}

export const page: RulePage = {
  reason:
    'model_input is the body of the request, in the form that the model documents. Names and texts stand in double quotes; a bare text or a comma too many is refused.',
  bad: `SELECT aws_bedrock.invoke_model_get_embeddings(
  'amazon.titan-embed-text-v2:0', 'application/json', 'embedding', 'A mug with a handle');
--                                                                 ^^^^^^^^^^^^^^^^^^^^^ PGM018 not JSON`,
  good: `SELECT aws_bedrock.invoke_model_get_embeddings(
  'amazon.titan-embed-text-v2:0', 'application/json', 'embedding', '{"inputText": "A mug with a handle"}');`,
};
