import { type CallInStatement, callAround, callsOf, statementAt } from '@aurora-blueprint/core/sql/call-at.ts';
import type { SqlFileAnalysis } from '../documents/analysis.ts';

/**
 * The ML call that a person means by a place in an SQL text: the innermost around it, otherwise the first of the
 * statement, otherwise the only one of the file.
 */
export function mlCallAt({ sql }: SqlFileAnalysis, place: number): CallInStatement | undefined {
  const around = callAround(sql, place);
  if (around !== undefined) return around;
  const statement = statementAt(sql, place);
  const call = statement?.calls[0];
  if (statement !== undefined && call !== undefined) return { call, statement };
  const all = callsOf(sql);
  return all.length === 1 ? all[0] : undefined;
}
