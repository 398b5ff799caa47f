import type { SqlDialect } from '../facts/ml.ts';
import { applySuppressions } from '../rules/control/apply-suppressions.ts';
import type { Suppression } from '../rules/control/suppression.ts';
import type { Finding } from '../rules/finding.ts';
import { tooLong } from '../rules/not-checked.ts';
import { extractCalls, type ResolveFunction } from './calls/extract-calls.ts';
import { functionNamed } from './calls/resolve-function.ts';
import { type Declaration, Declarations, declarationsOf } from './declarations/declarations.ts';
import type { GoverningDesign, UndecidedDesign } from './governing-design.ts';
import { sqlRules } from './rules/sql-rules.ts';
import { type Cases, checkFile, checkStatement, inOrder, speaks } from './run-sql-rules.ts';
import { shiftFinding } from './shift-finding.ts';
import type { SqlRule, SqlSurroundings } from './sql-rule.ts';
import type { StatementAnalysis } from './statement-analysis.ts';
import { sqlSuppressions } from './suppressions.ts';
import { type SplitText, splitText, statementsOf } from './text/split-statements.ts';
import { type PlacedStatement, type Statement, withInside } from './text/statement.ts';

/** Longest text that is checked, in UTF-16 units: about 50,000 lines. */
export const longestSqlText = 2 * 1024 * 1024;

/** What is known around a text: the design that governs it is that of a blueprint, or of a cluster of a template. */
export interface SqlContext extends Partial<GoverningDesign> {
  readonly dialect: SqlDialect;
  /** Why no design governs the file though there are some. */
  readonly undecided?: UndecidedDesign | undefined;
  /** What other files declare that belong together with this one. */
  readonly declaredElsewhere?: readonly Declaration[];
}

/** What Aurora machine learning has to do in one SQL text. */
export interface SqlAnalysis {
  readonly statements: readonly StatementAnalysis[];
  /** In order of the text, at their places in it. */
  readonly findings: readonly Finding[];
  readonly suppressions: readonly Suppression[];
  /** What the file declares, and those that belong together with it. */
  readonly declarations: Declarations;
  /** From what an analysis of the text after an edit can go on. */
  readonly basis: SqlBasis;
}

interface SqlBasis {
  readonly split: SplitText;
  readonly context: SqlContext;
  readonly rules: readonly SqlRule[];
  readonly byStatement: ReadonlyMap<Statement, StatementAnalysis>;
}

/**
 * Splits SQL text into statements, finds the ML calls in it and checks them. Takes any text and does not throw. With
 * `before`, the analysis before an edit, only what the edit touches is read and checked; the result is the same.
 */
export function analyzeSql(
  text: string,
  context: SqlContext,
  before?: SqlAnalysis,
  rules: readonly SqlRule[] = sqlRules,
): SqlAnalysis {
  const { dialect, design, logicalId, cases, undecided } = context;
  const isTooLong = text.length > longestSqlText;
  const split = splitText(isTooLong ? '' : text, dialect, before?.basis.split);
  const placed = statementsOf(split);
  const old = before?.basis.context.dialect === dialect ? before : undefined;

  const declaredBy = placed.map(({ statement }) => {
    return old?.basis.byStatement.get(statement)?.declared ?? declarationsOf(statement, dialect);
  });
  const all = [...(context.declaredElsewhere ?? []), ...declaredBy.flat()];
  const declarations =
    old !== undefined && isSameList(old.declarations.all, all) ? old.declarations : new Declarations(all);

  const surroundings = { dialect, design, logicalId, declarations };
  const ownRules = rules.filter((rule) => speaks(rule, surroundings));
  const isKnown =
    old?.declarations === declarations && old.basis.context.design === design && old.basis.rules === rules;
  const known = isKnown ? old.basis.byStatement : new Map();
  const analyze = statementAnalyzer(surroundings, ownRules, known, cases);
  const statements = placed.map((one, index) => analyze(one, declaredBy[index] ?? []));

  const findings: Finding[] = [];
  for (const { offset, findings: said } of statements) for (const one of said) findings.push(shiftFinding(one, offset));
  findings.push(...checkFile({ ...surroundings, text, statements, undecided }, ownRules, cases));
  const suppressions = sqlSuppressions(split.text, statements);
  const left = suppressions.length === 0 ? findings : [...applySuppressions(findings, suppressions)];
  return {
    statements,
    findings: isTooLong ? [tooLong(text.length, longestSqlText)] : left.sort(inOrder),
    suppressions,
    declarations,
    basis: { split, context, rules, byStatement: new Map(statements.map((one) => [one.statement, one])) },
  };
}

/** Analyses statements one after the other; what is known of one from before is only put in its place. */
function statementAnalyzer(
  surroundings: SqlSurroundings,
  rules: readonly SqlRule[],
  known: ReadonlyMap<Statement, StatementAnalysis>,
  cases: Cases,
) {
  const { dialect, declarations } = surroundings;
  const resolve: ResolveFunction = (name) => functionNamed(name, dialect, declarations);
  return (placed: PlacedStatement, declared: readonly Declaration[]): StatementAnalysis => {
    const { offset, text, statement } = placed;
    const same = known.get(statement);
    if (same !== undefined) return same.offset === offset ? same : { ...same, offset };
    const calls = withInside(statement).flatMap((part) => extractCalls(part, dialect, resolve));
    const findings = checkStatement({ ...surroundings, text, statement, calls, declared }, rules, cases);
    return { offset, text, statement, declared, calls, findings };
  };
}

function isSame(a: Declaration, b: Declaration | undefined): boolean {
  return a === b || JSON.stringify(a) === JSON.stringify(b);
}

function isSameList(a: readonly Declaration[], b: readonly Declaration[]): boolean {
  return a.length === b.length && a.every((declaration, index) => isSame(declaration, b[index]));
}
