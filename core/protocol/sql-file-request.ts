import type { SqlDialect } from '../facts/ml.ts';
import type { DialectDecision } from '../sql/dialect.ts';

/** Request: in which dialect an SQL file is read, and which design governs it. */
export const sqlFileMethod = 'aurora/sqlFile';

export interface SqlFileParams {
  readonly uri: string;
}

export interface SqlFileState {
  readonly dialect: SqlDialect;
  /** What decided the dialect. */
  readonly reason: DialectDecision['reason'];
  /** The design that governs the file. */
  readonly design?: { readonly name: string; readonly uri: string };
  /** The designs between which nothing decides, as a `-- aurora:` line names them. */
  readonly undecided?: readonly string[];
}

/** Null for a file in which nothing of Aurora machine learning stands. */
export interface SqlFileResult {
  readonly version: number;
  readonly file: SqlFileState | null;
}
