import type { SqlAnalysis } from './analyze.ts';
import type { MlCall } from './calls/ml-call.ts';
import type { StatementAnalysis } from './statement-analysis.ts';

/** An ML call with the statement in whose text it has its places. */
export interface CallInStatement {
  readonly call: MlCall;
  readonly statement: StatementAnalysis;
}

/** All ML calls of a text, in order. */
export function callsOf({ statements }: SqlAnalysis): readonly CallInStatement[] {
  return statements.flatMap((statement) => statement.calls.map((call) => ({ call, statement })));
}

/** The statement around a place of a text, or right before it. */
export function statementAt({ statements }: SqlAnalysis, place: number): StatementAnalysis | undefined {
  return statements.find(({ offset, text }) => offset <= place && place <= offset + text.length);
}

/** The innermost call around a place of a text. */
export function callAround(analysis: SqlAnalysis, place: number): CallInStatement | undefined {
  const statement = statementAt(analysis, place);
  if (statement === undefined) return undefined;
  const inside = place - statement.offset;
  const call = statement.calls.findLast(({ range }) => range.start <= inside && inside <= range.end);
  return call && { call, statement };
}
