import type { Design } from '../design/design.ts';
import { distinctCases } from '../design/readers/template/distinct-cases.ts';
import type { TemplateDesign } from '../design/readers/template/template-design.ts';
import type { Finding } from '../rules/finding.ts';
import { mergeCases } from '../rules/merge-cases.ts';
import { ruleFailed } from '../rules/not-checked.ts';
import type { Range } from '../text/range.ts';
import type { SqlFileSubject, SqlReport, SqlRule, SqlSubject, SqlSurroundings } from './sql-rule.ts';

/** The cases of the conditions under which a cluster governs a file; undefined where there is one alone. */
export type Cases = readonly TemplateDesign[] | undefined;

/** What the rules say on one statement, in the order of the text; places count from its beginning. */
export function checkStatement(subject: SqlSubject, rules: readonly SqlRule[], cases?: Cases): readonly Finding[] {
  const said: Finding[] = [];
  for (const rule of rules) {
    const { check } = rule;
    if (check !== undefined) said.push(...inCases(rule, subject, subject.statement.range, cases, check));
  }
  return said.length > 1 ? said.sort(inOrder) : said;
}

/** What the rules over whole files say on one. */
export function checkFile(subject: SqlFileSubject, rules: readonly SqlRule[], cases?: Cases): readonly Finding[] {
  return rules.flatMap((rule) => {
    const { checkFile: check } = rule;
    return check === undefined ? [] : inCases(rule, subject, { start: 0, end: 0 }, cases, check);
  });
}

/** Whether a rule speaks on files of this dialect that a design of this format governs. */
export function speaks({ dialects, formats }: SqlRule, { dialect, design, logicalId }: SqlSurroundings): boolean {
  if (!dialects.includes(dialect)) return false;
  if (formats === undefined) return true;
  return design !== undefined && formats.includes(logicalId === undefined ? 'blueprint' : 'cloudformation');
}

/**
 * What a rule says. It runs once for all cases that do not differ in what it sees of the design; what it does not say in
 * all of them is at most a warning and names its conditions.
 */
function inCases<Subject extends SqlSurroundings>(
  rule: SqlRule,
  subject: Subject,
  whole: Range,
  cases: Cases,
  check: (subject: Subject, report: SqlReport) => void,
): readonly Finding[] {
  if (cases === undefined) return run(rule, whole, (report) => check(subject, report));
  const inCase = (design: Design) => run(rule, whole, (report) => check({ ...subject, design }, report));
  const said = distinctCases(cases, (one) => one.look(inCase)).flatMap(({ value, cases: same }) =>
    value.map(({ fixes, ...finding }) => {
      const place = `${finding.range.start} ${finding.range.end}`;
      return { ...finding, path: place, writeFixes: () => fixes, in: same, of: cases };
    }),
  );
  return mergeCases(said).map((finding) => ({ ...finding, path: '' }));
}

/** A rule that throws is a finding, and the others stand. */
function run(rule: SqlRule, whole: Range, check: (report: SqlReport) => void): readonly Finding[] {
  const said: Finding[] = [];
  try {
    check((range, message, { severity = rule.severity, fixes = [] } = {}) => {
      said.push({ rule: rule.id, severity, message, path: '', range, fixes });
    });
  } catch (error) {
    said.push({ ...ruleFailed(rule.id, error), range: whole });
  }
  return said;
}

/** Orders findings by their place, those of one place by the rule. */
export function inOrder(a: Finding, b: Finding): number {
  return (
    a.range.start - b.range.start || a.range.end - b.range.end || (a.rule < b.rule ? -1 : a.rule === b.rule ? 0 : 1)
  );
}
