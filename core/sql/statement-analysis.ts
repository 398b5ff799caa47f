import type { Finding } from '../rules/finding.ts';
import type { MlCall } from './calls/ml-call.ts';
import type { Declaration } from './declarations/declarations.ts';
import type { PlacedStatement } from './text/statement.ts';

/** One statement with what Aurora machine learning has to do in it. Places in it count from its beginning. */
export interface StatementAnalysis extends PlacedStatement {
  readonly declared: readonly Declaration[];
  /** The ML calls in it, also in its body, in order. */
  readonly calls: readonly MlCall[];
  /** What the rules say on it. */
  readonly findings: readonly Finding[];
}
