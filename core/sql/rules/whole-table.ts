import type { SqlDialect } from '../../facts/ml.ts';
import { isFinished, type MlCall } from '../calls/ml-call.ts';
import { outlineOf } from '../calls/outline.ts';
import { sourcesOf } from '../calls/sources.ts';
import type { SqlReport, SqlSubject } from '../sql-rule.ts';
import { isWord } from '../text/token.ts';

const keptIn: Readonly<Record<SqlDialect, string>> = {
  postgresql: 'a table or materialized view',
  mysql: 'a table',
};

/** Reports calls of a model for every row of a table. */
export function checkWholeTable({ calls, statement, dialect }: SqlSubject, report: SqlReport): void {
  const isKeptOrNotRun = isWord(statement.tokens[0], 'create', 'explain', 'declare', 'copy', 'refresh');
  if (isKeptOrNotRun && statement.inside.length === 0) return;
  for (const call of calls) {
    const table = call.signature === undefined || !isFinished(call) ? undefined : wholeTableOf(call, dialect);
    if (table === undefined) continue;
    const message = `Every row of ${table} is sent and billed, each time the statement runs. Name the rows with WHERE or LIMIT, or keep the results in ${keptIn[dialect]}.`;
    report(call.nameRange, message);
  }
}

const calledPerRow = ['select', 'from', 'set', 'where', 'orderBy'];

/** The one table all of whose rows a call takes, in a query whose results are not kept; undefined where it is not certain. */
function wholeTableOf(call: MlCall, dialect: SqlDialect): string | undefined {
  const { statement } = call;
  const { query, clause = '' } = outlineOf(statement).placeOf(call.tokens.start);
  const { queries } = outlineOf(statement);
  if (query === undefined || queries.length !== 1 || !calledPerRow.includes(clause)) return undefined;
  // In PostgreSQL another rule speaks of an UPDATE that calls Bedrock.
  const isUpdate = query.kind === 'update' && (dialect === 'mysql' || call.signature?.service !== 'Bedrock');
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
