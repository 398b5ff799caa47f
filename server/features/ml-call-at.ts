import type { MlCall } from '@aurora-blueprint/core/sql/ml-call.ts';
import { contains } from '@aurora-blueprint/core/text/range.ts';
import type { SqlFileAnalysis } from '../documents/analysis.ts';

/**
 * The ML call that a person means by a place in an SQL text: the innermost around it, otherwise the first of the
 * statement, otherwise the only one of the file.
 */
export function mlCallAt({ sql }: SqlFileAnalysis, offset: number): MlCall | undefined {
  const around = sql.calls.filter(({ range }) => contains(range, offset));
  if (around.length > 0) return around.reduce((inner, call) => (call.range.start >= inner.range.start ? call : inner));
  const statement = sql.statements.find(({ range }) => contains(range, offset));
  return statement?.calls[0] ?? (sql.calls.length === 1 ? sql.calls[0] : undefined);
}
