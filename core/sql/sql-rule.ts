import type { Design } from '../design/design.ts';
import type { SqlDialect } from '../facts/ml.ts';
import type { Fix, Severity } from '../rules/finding.ts';
import type { RuleIdentity } from '../rules/rule.ts';
import type { Range } from '../text/range.ts';
import type { MlCall } from './calls/ml-call.ts';
import type { Declaration, Declarations } from './declarations/declarations.ts';
import type { UndecidedDesign } from './governing-design.ts';
import type { StatementAnalysis } from './statement-analysis.ts';
import type { Statement } from './text/statement.ts';

/** What is known around a statement. */
export interface SqlSurroundings {
  readonly dialect: SqlDialect;
  /** What the file declares, and those that belong together with it. */
  readonly declarations: Declarations;
  /** The design that governs the file, when there is one. */
  readonly design: Design | undefined;
  /** Where that is a cluster of a template: its logical id. */
  readonly logicalId: string | undefined;
}

/** What a rule over statements sees. All places count from the beginning of the statement. */
export interface SqlSubject extends SqlSurroundings {
  /** The text of the statement. */
  readonly text: string;
  readonly statement: Statement;
  /** The ML calls in it, also in its body. */
  readonly calls: readonly MlCall[];
  /** What it declares itself. */
  readonly declared: readonly Declaration[];
}

/** What a rule over whole files sees. */
export interface SqlFileSubject extends SqlSurroundings {
  readonly text: string;
  readonly statements: readonly StatementAnalysis[];
  /** Why no design governs the file though there are some. */
  readonly undecided: UndecidedDesign | undefined;
}

export interface SqlReportOptions {
  /** Where this case is milder than the rule. */
  readonly severity?: Severity;
  readonly fixes?: readonly Fix[];
}

/** Says that something is wrong in a range of the text that the rule sees. */
export type SqlReport = (range: Range, message: string, options?: SqlReportOptions) => void;

/** A check over SQL: of each statement for itself, or of a file as a whole where what is missing elsewhere counts. */
export interface SqlRule extends RuleIdentity {
  /** The dialects it speaks on. */
  readonly dialects: readonly SqlDialect[];
  readonly check?: (subject: SqlSubject, report: SqlReport) => void;
  readonly checkFile?: (subject: SqlFileSubject, report: SqlReport) => void;
}
