import type { Blueprint } from '@aurora-blueprint/core/design/readers/blueprint.ts';
import type { Template } from '@aurora-blueprint/core/design/readers/template.ts';
import type { SqlDialect } from '@aurora-blueprint/core/facts/ml.ts';
import type { Finding } from '@aurora-blueprint/core/rules/finding.ts';
import type { SqlAnalysis } from '@aurora-blueprint/core/sql/analyze.ts';
import type { DialectDecision } from '@aurora-blueprint/core/sql/dialect.ts';
import type { UndecidedDesign } from '@aurora-blueprint/core/sql/governing-design.ts';
import type { SyntaxCheck } from '@aurora-blueprint/core/sql/syntax/check-syntax.ts';
import type { Steps } from '@aurora-blueprint/core/steps.ts';
import type { LineIndex } from '@aurora-blueprint/core/text/line-index.ts';
import type { DesignInFile } from './design-in-file.ts';

interface AnalysisOfText {
  readonly text: string;
  readonly lines: LineIndex;
  /** Of a design or a template they are found when they are first asked for: other requests need not wait for them. */
  readonly findings: readonly Finding[];
  /** Finding them little by little, where that may take longer than somebody who types should wait. */
  readonly checking?: Steps<readonly Finding[]>;
}

export interface BlueprintAnalysis extends AnalysisOfText {
  readonly kind: 'blueprint';
  readonly blueprint: Blueprint;
}

export interface ScenarioFileAnalysis extends AnalysisOfText {
  readonly kind: 'scenarios';
  /** The designs that it names, with its own scenarios in place of theirs; only these stand in the text. */
  readonly blueprint: Blueprint;
  /** The file that each of its documents names, be it there or not; undefined where it names none. */
  readonly designPaths: readonly (string | undefined)[];
}

export interface TemplateAnalysis extends AnalysisOfText {
  readonly kind: 'cloudformation';
  readonly template: Template;
}

export interface SqlFileAnalysis extends AnalysisOfText {
  readonly kind: 'sql';
  readonly dialect: SqlDialect;
  /** What decided the dialect. */
  readonly reason: DialectDecision['reason'];
  readonly sql: SqlAnalysis;
  readonly syntax: SyntaxCheck;
  /** The design whose limits and roles hold for the file. */
  readonly governing: DesignInFile | undefined;
  /** Why none governs it though there are some. */
  readonly undecided: UndecidedDesign | undefined;
}

/** What the server knows of one version of a document; nothing for a document that is not Aurora's. */
export type Analysis = BlueprintAnalysis | ScenarioFileAnalysis | TemplateAnalysis | SqlFileAnalysis;
