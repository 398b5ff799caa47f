import type { Design } from '../../design/design.ts';
import type { SqlDialect } from '../../facts/ml.ts';
import type { SqlAnalysis } from '../../sql/analyze.ts';

/** An SQL text with what is known of it. */
export interface SqlDocument {
  readonly text: string;
  readonly dialect: SqlDialect;
  readonly sql: SqlAnalysis;
  /** The design that governs it. */
  readonly design: Design | undefined;
}
