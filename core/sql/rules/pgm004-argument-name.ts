import { mlFunctions } from '../../facts/ml.ts';
import type { Fix } from '../../rules/finding.ts';
import type { RulePage } from '../../rules/rule-page.ts';
import { isSlipFor, nearestName } from '../../text/nearest-name.ts';
import type { MlCall } from '../calls/ml-call.ts';
import { signatureText } from '../calls/signature-text.ts';
import type { SqlRule } from '../sql-rule.ts';

export const rule: SqlRule = {
  id: 'PGM004',
  title: 'Named argument that the function does not have',
  group: 'Aurora ML in PostgreSQL',
  severity: 'error',
  facts: mlFunctions('postgresql'),
  dialects: ['postgresql'],
  check: ({ calls }, report) => {
    for (const call of calls) {
      const { signature } = call;
      if (signature === undefined) continue;
      for (const [index, { name, parameter }] of call.arguments.entries()) {
        if (name === undefined || parameter !== undefined) continue;
        const message = `${signature.name} has no argument ${name.text}: ${signatureText(signature)}.`;
        report(name.range, message, { fixes: [fixOf(call, index, name)] });
      }
    }
  },
};

/** Renames the argument when another name is near and still free, otherwise takes the argument away. */
function fixOf(
  { arguments: given, signature }: MlCall,
  index: number,
  name: NonNullable<MlCall['arguments'][number]['name']>,
): Fix {
  const taken = new Set(given.map((argument) => argument.parameter));
  const free = (signature?.parameters ?? []).filter((parameter) => !taken.has(parameter)).map((one) => one.name);
  const nearest = nearestName(name.text, free);
  if (nearest !== undefined) {
    const edits = [{ range: name.range, newText: nearest }];
    return { title: `Rename to ${nearest}`, edits, isSafe: isSlipFor(nearest, name.text, free) };
  }
  const own = given[index]?.range ?? name.range;
  const range =
    index === 0
      ? { start: own.start, end: given[1]?.range.start ?? own.end }
      : { start: given[index - 1]?.range.end ?? own.start, end: own.end };
  return { title: `Remove ${name.text}`, edits: [{ range, newText: '' }] };
}

export const page: RulePage = {
  reason:
    'An argument given by name has to carry the name that the function declares; otherwise there is no such function. invoke_model_get_embeddings has no accept_type: its response is always JSON, and json_key names the embedding in it.',
  bad: `SELECT aws_bedrock.invoke_model_get_embeddings(
  model_id => 'amazon.titan-embed-text-v2:0',
  content_type => 'application/json',
  accept_type => 'application/json',
  ^^^^^^^^^^^ PGM004 has no argument accept_type
  json_key => 'embedding',
  model_input => body)
FROM documents WHERE id < 100;`,
  good: `SELECT aws_bedrock.invoke_model_get_embeddings(
  model_id => 'amazon.titan-embed-text-v2:0',
  content_type => 'application/json',
  json_key => 'embedding',
  model_input => body)
FROM documents WHERE id < 100;`,
};
