import * as ml from '../../facts/generated/ml.ts';
import type { RulePage } from '../../rules/rule-page.ts';
import type { MlCall } from '../calls/ml-call.ts';
import { outlineOf } from '../calls/outline.ts';
import type { SqlRule } from '../sql-rule.ts';
import type { Statement } from '../text/statement.ts';
import { isWord } from '../text/token.ts';

const { minimum, maximum, unit } = ml.postgresql_bedrock_latency;

export const rule: SqlRule = {
  id: 'PGM021',
  title: 'Bedrock row by row in one transaction',
  group: 'Aurora ML in PostgreSQL',
  severity: 'info',
  facts: [ml.postgresql_bedrock_latency, ml.bedrock_no_batch],
  dialects: ['postgresql'],
  check: ({ calls, statement }, report) => {
    const bedrock = calls.filter(({ signature }) => signature?.service === 'Bedrock');
    if (bedrock.length === 0) return;
    const commits = statement.inside.some(commitsInLoop);
    for (const call of bedrock) {
      const isInLoop = call.statement.isInLoop && !commits;
      if (!isInLoop && !updatesAll(call)) continue;
      const message = `Each row waits ${minimum} to ${maximum} ${unit} for Bedrock, one after the other, and the transaction stays open for all. Do few rows at a time, in a procedure with COMMIT between them.`;
      report(call.nameRange, message);
    }
  },
};

function commitsInLoop({ tokens, isInLoop }: Statement): boolean {
  return isInLoop && isWord(tokens[0], 'commit');
}

/** Whether a call is made for every row of a table that UPDATE changes. */
function updatesAll(call: MlCall): boolean {
  const { query, clause } = outlineOf(call.statement).placeOf(call.tokens.start);
  if (query?.kind !== 'update' || clause !== 'set') return false;
  return !query.parts.some((part, index) => part.clause === 'where' || (part.clause === 'from' && index > 0));
}

export const page: RulePage = {
  reason:
    'Bedrock takes one row per request. Ten thousand rows in one transaction hold their locks, and keep old row versions from being cleaned up, for half an hour; a failure at the end throws all of it away, and it is paid for.',
  bad: `UPDATE documents
SET embedding = aws_bedrock.invoke_model_get_embeddings(
--              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ PGM021 in a procedure with COMMIT
  'amazon.titan-embed-text-v2:0', 'application/json', 'embedding', json_build_object('inputText', body)::text);`,
  good: `CREATE PROCEDURE embed_documents() LANGUAGE plpgsql AS $$
DECLARE
  document record;
BEGIN
  FOR document IN SELECT id, body FROM documents WHERE embedding IS NULL LOOP
    UPDATE documents
    SET embedding = aws_bedrock.invoke_model_get_embeddings(
      'amazon.titan-embed-text-v2:0', 'application/json', 'embedding', json_build_object('inputText', document.body)::text)
    WHERE id = document.id;
    COMMIT;
  END LOOP;
END $$;`,
};
