import type { Finding } from '../rules/finding.ts';
import { ruleFailed } from '../rules/not-checked.ts';
import type { Range } from '../text/range.ts';
import type { SqlFileSubject, SqlReport, SqlRule, SqlSubject } from './sql-rule.ts';

/** What the rules say on one statement, in the order of the text; places count from its beginning. */
export function checkStatement(subject: SqlSubject, rules: readonly SqlRule[]): readonly Finding[] {
  const said: Finding[] = [];
  for (const rule of rules) {
    const { check } = rule;
    if (check !== undefined) {
      run(rule, said, subject.statement.range, (report) => check(subject, report));
    }
  }
  return said.length > 1 ? said.sort(inOrder) : said;
}

/** What the rules over whole files say on one. */
export function checkFile(subject: SqlFileSubject, rules: readonly SqlRule[]): readonly Finding[] {
  const said: Finding[] = [];
  for (const rule of rules) {
    run(rule, said, { start: 0, end: 0 }, (report) => rule.checkFile?.(subject, report));
  }
  return said;
}

/** A rule that throws is a finding, and the others stand. */
function run(rule: SqlRule, said: Finding[], whole: Range, check: (report: SqlReport) => void): void {
  try {
    check((range, message, { severity = rule.severity, fixes = [] } = {}) => {
      said.push({ rule: rule.id, severity, message, path: '', range, fixes });
    });
  } catch (error) {
    said.push({ ...ruleFailed(rule.id, error), range: whole });
  }
}

/** Orders findings by their place, those of one place by the rule. */
export function inOrder(a: Finding, b: Finding): number {
  return (
    a.range.start - b.range.start || a.range.end - b.range.end || (a.rule < b.rule ? -1 : a.rule === b.rule ? 0 : 1)
  );
}
