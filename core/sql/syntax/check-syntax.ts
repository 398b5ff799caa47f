import type { SqlDialect } from '../../facts/ml.ts';
import { silences } from '../../rules/control/apply-suppressions.ts';
import type { Suppression } from '../../rules/control/suppression.ts';
import type { Finding } from '../../rules/finding.ts';
import type { SqlAnalysis } from '../analyze.ts';
import { lexicalFinding } from '../rules/mym901-lexical-error.ts';
import { unclosedCommentFinding } from '../rules/pgm900-parser-error.ts';
import { shiftFinding } from '../shift-finding.ts';
import type { StatementAnalysis } from '../statement-analysis.ts';
import type { Statement } from '../text/statement.ts';
import { isWord } from '../text/token.ts';
import { unclosedCommentIn } from './gaps.ts';
import { unclosedCommentError } from './lexical-error.ts';
import type { ParserError } from './parser-error.ts';
import { type StatementSyntax, syntaxOf } from './statement-syntax.ts';

/** What the parser of the dialect says of a text; undefined when it has nothing against it or did not say anything yet. */
export type ErrorIn = (question: string) => ParserError | undefined;

/** The syntax of an SQL text: what its tokens say, and what only a parser of the dialect can say. */
export interface SyntaxCheck {
  /** Statements to ask the parser of the dialect about. */
  readonly questions: readonly string[];
  /** What is wrong, by what the parser says; at most one finding for each statement. */
  readonly findings: (errorIn: ErrorIn) => readonly Finding[];
  /** What is known of each statement, from which the check of the text after an edit goes on. */
  readonly byStatement: ReadonlyMap<Statement, JudgedStatement>;
}

interface JudgedStatement extends StatementAnalysis {
  readonly syntax: StatementSyntax;
}

/** The check of a text whose syntax nobody asks about. */
export const noSyntaxCheck: SyntaxCheck = { questions: [], findings: () => [], byStatement: new Map() };

/** Checks the syntax of a text that was analysed; with `before`, the check before an edit, it looks at new statements only. */
export function checkSyntax(analysis: SqlAnalysis, before: SyntaxCheck = noSyntaxCheck): SyntaxCheck {
  const { text, dialect } = analysis.basis.split;
  const judged = judge(analysis, before);
  const comment = unclosedComment(text, dialect, judged);
  const isCertain = certainStatements(text, dialect, judged);
  const hidden = comment?.isInside === true ? comment.behind : undefined;
  const certain = judged.filter((one, index) => isCertain[index] === true && one !== hidden);
  return {
    questions: questionsOf(certain),
    findings: findingsOf(certain, comment === undefined ? [] : [comment.finding], analysis.suppressions),
    byStatement: new Map(judged.map((one) => [one.statement, one])),
  };
}

function questionsOf(statements: readonly JudgedStatement[]): readonly string[] {
  const questions: string[] = [];
  for (const { syntax } of statements) for (const { text } of syntax.questions) questions.push(text);
  return questions;
}

/** Apart from the rest, so that what stays of a check does not keep the one before it. */
function judge({ statements, basis }: SqlAnalysis, before: SyntaxCheck): readonly JudgedStatement[] {
  return statements.map((one) => {
    const known = before.byStatement.get(one.statement);
    if (known === undefined || known.calls !== one.calls) return { ...one, syntax: syntaxOf(one, basis.split.dialect) };
    return known.offset === one.offset ? known : { ...one, syntax: known.syntax };
  });
}

function findingsOf(
  statements: readonly JudgedStatement[],
  ofComment: readonly Finding[],
  suppressions: readonly Suppression[],
): SyntaxCheck['findings'] {
  return (errorIn) => {
    const said = [...ofComment];
    for (const one of statements) addFindings(said, one, errorIn);
    return said.filter((finding) => !suppressions.some((one) => silences(one, finding)));
  };
}

/** Of all statements after every edit: it makes nothing where nothing is to be said. */
function addFindings(said: Finding[], { offset, syntax }: JudgedStatement, errorIn: ErrorIn): void {
  if (syntax.finding !== undefined) said.push(shiftFinding(syntax.finding, offset));
  for (const { text, findingOf } of syntax.questions) {
    const error = errorIn(text);
    const finding = error && findingOf(error);
    if (finding !== undefined) said.push(shiftFinding(finding, offset));
  }
}

/** The first comment that is never closed, and the statement behind which it stands. What follows is read as if it were. */
function unclosedComment(text: string, dialect: SqlDialect, statements: readonly JudgedStatement[]) {
  if (!text.includes('/*')) return undefined;
  for (let index = -1; index < statements.length; index++) {
    const behind = statements[index];
    // Behind COPY stand data.
    if (isWord(behind?.statement.tokens[0], 'copy')) continue;
    const start = behind === undefined ? 0 : endOf(behind);
    const comment = unclosedCommentIn(text, { start, end: statements[index + 1]?.offset ?? text.length }, dialect);
    if (comment === undefined) continue;
    const error = unclosedCommentError(comment.sign);
    const finding = dialect === 'mysql' ? lexicalFinding(error) : unclosedCommentFinding(error);
    return { behind, isInside: comment.isInside, finding };
  }
  return undefined;
}

/** What begins a statement that stands in no body, whatever stands before it. */
const outsideBodies = new Set(['alter', 'comment', 'create', 'drop', 'grant', 'revoke']);

/**
 * Whether each statement is certainly one. In PostgreSQL what stands behind a dollar quote that nothing closes is a piece
 * of its body, and what stands behind COPY without an end of its data is data.
 */
function certainStatements(text: string, dialect: SqlDialect, statements: readonly JudgedStatement[]) {
  if (dialect === 'mysql') return statements.map(() => true);
  let isInBody = false;
  let isData = false;
  return statements.map((one) => {
    const { statement, syntax } = one;
    const first = statement.tokens[0];
    if (first?.kind === 'word' && outsideBodies.has(first.text)) isInBody = false;
    const isCertain = !isInBody && !isData;
    isInBody ||= syntax.opensBody === true;
    isData ||= syntax.takesData === true && !text.includes('\n\\.', endOf(one));
    return isCertain;
  });
}

function endOf({ offset, text }: StatementAnalysis): number {
  return offset + text.length;
}
