import * as ml from '../../facts/generated/ml.ts';
import type { RulePage } from '../../rules/rule-page.ts';
import { isFinished, type MlCall } from '../calls/ml-call.ts';
import { outlineOf } from '../calls/outline.ts';
import { sourcesOf } from '../calls/sources.ts';
import type { SqlRule } from '../sql-rule.ts';
import { isWord } from '../text/token.ts';

export const rule: SqlRule = {
  id: 'PGM019',
  title: 'ML call for every row of a table',
  group: 'Aurora ML in PostgreSQL',
  severity: 'info',
  facts: [ml.postgresql_materialize],
  dialects: ['postgresql'],
  check: ({ calls, statement }, report) => {
    const isKeptOrNotRun = isWord(statement.tokens[0], 'create', 'explain', 'declare', 'copy', 'refresh');
    if (isKeptOrNotRun && statement.inside.length === 0) return;
    for (const call of calls) {
      const table = call.signature === undefined || !isFinished(call) ? undefined : wholeTableOf(call);
      if (table === undefined) continue;
      const message = `Every row of ${table} is sent and billed, each time the statement runs. Name the rows with WHERE or LIMIT, or keep the results in a table or materialized view.`;
      report(call.nameRange, message);
    }
  },
};

const calledPerRow = ['select', 'from', 'set', 'where', 'orderBy'];

/** The one table all of whose rows a call takes, in a query whose results are not kept; undefined where it is not certain. */
function wholeTableOf(call: MlCall): string | undefined {
  const { statement } = call;
  const { query, clause = '' } = outlineOf(statement).placeOf(call.tokens.start);
  const { queries } = outlineOf(statement);
  if (query === undefined || queries.length !== 1 || !calledPerRow.includes(clause)) return undefined;
  const isUpdate = query.kind === 'update' && call.signature?.service !== 'Bedrock';
  if (query.kind !== 'select' && !isUpdate) return undefined;
  const filters = ['where', 'limit', 'on', 'into', 'having'];
  if (query.parts.some((part) => filters.includes(part.clause))) return undefined;
  const rows = sourcesOf(statement, query).filter(({ kind }) => kind !== 'function');
  const [table] = rows;
  const isSample = statement.tokens.some((token) => isWord(token, 'tablesample'));
  const isTable = rows.length === 1 && table?.kind === 'table' && !isSample;
  return isTable && takesColumns(call) ? table.name : undefined;
}

/** Whether what is sent differs from row to row: a name stands among the arguments. */
function takesColumns({ arguments: given }: MlCall): boolean {
  return given.some(({ value, parameter }) => {
    return parameter?.role === 'input' && (value.kind === 'name' || value.kind === 'expression');
  });
}

export const page: RulePage = {
  reason:
    'A query without WHERE and LIMIT sends the whole table, and the next run sends it again: every evaluation is billed. Results that are kept, with new rows alone sent to the model, are paid for once.',
  bad: `SELECT r.id, s.sentiment
FROM reviews r, aws_comprehend.detect_sentiment(r.body, 'en') s;
--              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ PGM019 Every row of reviews is sent and billed`,
  good: `SELECT r.id, s.sentiment
FROM reviews r, aws_comprehend.detect_sentiment(r.body, 'en') s
WHERE r.created_at >= now() - interval '1 day';`,
};
