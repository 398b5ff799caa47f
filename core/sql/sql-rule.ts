import type { Design } from '../design/design.ts';
import type { MlService, SqlDialect } from '../facts/ml.ts';
import type { Fix, Severity } from '../rules/finding.ts';
import type { RuleIdentity } from '../rules/rule.ts';
import type { Range } from '../text/range.ts';
import type { AliasFunction } from './alias-function.ts';
import type { MlCall } from './ml-call.ts';
import type { Statement } from './split-statements.ts';

/** A statement with what Aurora machine learning has to do in it. */
export interface AnalyzedStatement extends Statement {
  /** Also those inside the body of a function that the statement creates. */
  readonly calls: readonly MlCall[];
  /** What it defines with CREATE FUNCTION … ALIAS. */
  readonly alias: AliasFunction | undefined;
}

/** What a rule over SQL sees: one statement, and what is known around it. */
export interface SqlSubject {
  readonly text: string;
  readonly dialect: SqlDialect;
  readonly statement: AnalyzedStatement;
  /** For each service the function that ALIAS made for it last, in this statement or one before. */
  readonly ownFunctions: ReadonlyMap<MlService, string>;
  /** The design that governs the file, when there is one. */
  readonly design: Design | undefined;
}

export interface SqlReportOptions {
  /** Where this case is milder than the rule. */
  readonly severity?: Severity;
  readonly fixes?: readonly Fix[];
}

/** Says that something is wrong in a range of the text. */
export type SqlReport = (range: Range, message: string, options?: SqlReportOptions) => void;

/** A check over one statement. */
export interface SqlRule extends RuleIdentity {
  /** The dialects it speaks on. */
  readonly dialects: readonly SqlDialect[];
  readonly check: (subject: SqlSubject, report: SqlReport) => void;
}
