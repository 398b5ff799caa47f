import * as ml from '../../facts/generated/ml.ts';
import type { Fix } from '../../rules/finding.ts';
import type { RulePage } from '../../rules/rule-page.ts';
import { literalText, type MlCall } from '../calls/ml-call.ts';
import { usesOf } from '../calls/result-use.ts';
import { columnFilledBy } from '../calls/stored-in.ts';
import type { SqlRule, SqlSubject } from '../sql-rule.ts';
import { decodeString } from '../text/literal.ts';
import { isSymbol, isWord } from '../text/token.ts';
import { replacement } from './sql-fix.ts';

const dimensionsOfModel: ReadonlyMap<string, readonly number[]> = new Map(
  Object.entries(ml.bedrock_embedding_dimensions.value),
);

export const rule: SqlRule = {
  id: 'PGM017',
  title: 'Vector of another dimension than the embedding',
  group: 'Aurora ML in PostgreSQL',
  severity: 'warning',
  facts: [ml.bedrock_embedding_dimensions],
  dialects: ['postgresql'],
  check: (subject, report) => {
    for (const call of subject.calls) {
      if (call.signature?.returns[0]?.type !== 'float8[]') continue;
      const vector = vectorFor(call, subject);
      const given = dimensionsOf(call);
      if (vector === undefined || given === undefined || given.includes(vector.dimension)) continue;
      const message = `The model gives ${given.join(', ')} dimensions, and ${vector.what} takes ${vector.dimension}. Make both the same.`;
      report(call.nameRange, message, { fixes: otherCast(call, given) });
    }
  },
};

const vectorType = /^(?:\w+\.)?(?:vector|halfvec)\((\d+)\)$/;

/** The vector that the result of a call becomes: by a cast, or by the column it is stored in. */
function vectorFor(call: MlCall, { declarations }: SqlSubject) {
  for (const type of usesOf(call)[0]?.casts ?? []) {
    const [, dimension] = vectorType.exec(type) ?? [];
    if (dimension !== undefined) return { what: type, dimension: Number(dimension) };
  }
  const target = columnFilledBy(call, declarations);
  const column = target && declarations.column(target.table, target.column);
  const [, dimension] = vectorType.exec(column?.type ?? '') ?? [];
  if (target === undefined || dimension === undefined) return undefined;
  return { what: `${target.table}.${target.column}`, dimension: Number(dimension) };
}

/** The dimensions that the embedding may have; undefined when they are not known. */
function dimensionsOf(call: MlCall): readonly number[] | undefined {
  const model = call.arguments.find(({ parameter }) => parameter?.role === 'model');
  const possible = dimensionsOfModel.get((model && literalText(model)?.value) ?? '');
  if (possible === undefined || possible.length < 2) return possible;
  const tokens = call.statement.tokens.slice(call.tokens.open, call.tokens.end);
  for (const [index, token] of tokens.entries()) {
    if (token.kind !== 'string') continue;
    const text = decodeString(token, 'postgresql');
    const [, inJson] = /"dimensions"\s*:\s*(\d+)/.exec(text) ?? [];
    const next = tokens[index + 2];
    const inBuild = text === 'dimensions' && isSymbol(tokens[index + 1], ',') && next?.kind === 'number';
    const asked = Number(inJson ?? (inBuild ? next.text : undefined));
    if (asked > 0) return [asked];
    if (text.includes('dimensions')) return undefined;
  }
  return possible;
}

/** The cast behind the call with the one dimension that the model gives. */
function otherCast(call: MlCall, [dimension, ...others]: readonly number[]): readonly Fix[] {
  const { tokens } = call.statement;
  const type = call.tokens.end + 2;
  const number = tokens[type + 2];
  const isCast = isSymbol(tokens[call.tokens.end + 1], '::') && isWord(tokens[type], 'vector', 'halfvec');
  if (!isCast || number?.kind !== 'number' || others.length > 0) return [];
  return [replacement(`Cast it to ${tokens[type]?.text}(${dimension})`, number, String(dimension))];
}

export const page: RulePage = {
  reason:
    'A column vector(n) takes embeddings of n dimensions and refuses all others, and each model gives its own. Titan v2 gives 1024 unless the request says 512 or 256.',
  bad: `CREATE EXTENSION aws_ml CASCADE;
CREATE EXTENSION vector;
CREATE TABLE documents (id bigint PRIMARY KEY, body text NOT NULL, embedding vector(1536));
UPDATE documents SET embedding = aws_bedrock.invoke_model_get_embeddings(
--                               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ PGM017 documents.embedding takes 1536
  'amazon.titan-embed-text-v2:0', 'application/json', 'embedding', json_build_object('inputText', body)::text)
WHERE id = 7;
SELECT aws_bedrock.invoke_model_get_embeddings('amazon.titan-embed-text-v1', 'application/json', 'embedding', '{"inputText": "A mug"}')::vector(1024);
--     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ PGM017 gives 1536 dimensions`,
  good: `CREATE EXTENSION aws_ml CASCADE;
CREATE EXTENSION vector;
CREATE TABLE documents (id bigint PRIMARY KEY, body text NOT NULL, embedding vector(1024));
UPDATE documents SET embedding = aws_bedrock.invoke_model_get_embeddings(
  'amazon.titan-embed-text-v2:0', 'application/json', 'embedding', json_build_object('inputText', body)::text)
WHERE id = 7;`,
};
