import * as ml from '../../facts/generated/ml.ts';
import type { Fix } from '../../rules/finding.ts';
import type { RulePage } from '../../rules/rule-page.ts';
import { isFinished, type MlCall, uncast } from '../calls/ml-call.ts';
import { outlineOf, type Query } from '../calls/outline.ts';
import type { SqlRule } from '../sql-rule.ts';
import { isSymbol, isWord } from '../text/token.ts';
import { canBatch, rowsOf } from './rows-of-call.ts';
import { insertion, replacement } from './sql-fix.ts';

const largestBatch = ml.batch_documents.value;

export const rule: SqlRule = {
  id: 'PGM008',
  title: 'LIMIT without a batch size',
  group: 'Aurora ML in PostgreSQL',
  severity: 'info',
  facts: [ml.postgresql_limit_cost, ml.batch_documents],
  dialects: ['postgresql'],
  check: ({ calls }, report) => {
    for (const call of calls) {
      const { query, clause } = outlineOf(call.statement).placeOf(call.tokens.start);
      if (query === undefined || clause === 'limit' || !canBatch(call) || !isFinished(call)) continue;
      const limit = limitOf(call, query);
      const isBelowBatch = call.signature?.service !== 'Comprehend' || (limit ?? 0) < largestBatch;
      if (limit === undefined || !isBelowBatch || hasBatchSize(call) || rowsOf(call).length === 0) continue;
      const message = `LIMIT keeps ${limit} row${limit === 1 ? '' : 's'}, but a whole batch may be sent and billed. Set max_rows_per_batch to ${limit}.`;
      report(call.nameRange, message, { fixes: withBatchSize(call, limit) });
    }
  },
};

/** How many rows a query gives at most, where LIMIT says it as a number of at least 1. */
function limitOf({ statement: { tokens } }: MlCall, { parts }: Query): number | undefined {
  for (const { clause, start } of parts) {
    const count = tokens[start + 1];
    const isPlain = isWord(tokens[start], 'limit') && count?.kind === 'number' && /^\d+$/.test(count.text);
    const next = tokens[start + 2];
    const goesOn = next?.kind === 'symbol' && !isSymbol(next, ')');
    if (clause === 'limit' && isPlain && !goesOn) return Number(count.text) || undefined;
  }
  return undefined;
}

function hasBatchSize(call: MlCall): boolean {
  const argument = call.arguments.find(({ parameter }) => parameter?.role === 'batchSize');
  return argument !== undefined && uncast(argument).value.kind !== 'null';
}

function withBatchSize(call: MlCall, limit: number): readonly Fix[] {
  const title = `Set max_rows_per_batch to ${limit}`;
  const given = call.arguments.find(({ parameter }) => parameter?.role === 'batchSize');
  if (given !== undefined) return [replacement(title, given.valueRange, String(limit))];
  const last = call.arguments.at(-1);
  const parameter = call.signature?.parameters.find(({ role }) => role === 'batchSize');
  if (last === undefined || parameter === undefined) return [];
  const isNamed = call.arguments.some(({ name }) => name !== undefined);
  return [insertion(title, last.range.end, isNamed ? `, ${parameter.name} => ${limit}` : `, ${limit}`)];
}

export const page: RulePage = {
  reason:
    'Rows are sent in batches before LIMIT throws the surplus away: with LIMIT 5 and a batch of 25, twenty texts are paid for in vain. max_rows_per_batch near the limit keeps the batch small.',
  bad: `SELECT r.id, s.sentiment
FROM reviews r, aws_comprehend.detect_sentiment(r.body, 'en') s
--              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ PGM008 Set max_rows_per_batch to 5
LIMIT 5;`,
  good: `SELECT r.id, s.sentiment
FROM reviews r, aws_comprehend.detect_sentiment(r.body, 'en', 5) s
LIMIT 5;`,
};
