import type { SqlAnalysis } from '../../sql/analyze.ts';
import { statementAt } from '../../sql/call-at.ts';
import type { MlCall } from '../../sql/calls/ml-call.ts';

/** The ML call whose name begins at a place of the text, as it was read with all that follows. */
export function sqlCallStartingAt(sql: SqlAnalysis, place: number): MlCall | undefined {
  const statement = statementAt(sql, place);
  return statement?.calls.find(({ range }) => statement.offset + range.start === place);
}
