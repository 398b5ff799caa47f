import type { Finding } from '../rules/finding.ts';
import { ruleFailed } from '../rules/not-checked.ts';
import type { SqlRule, SqlSubject } from './sql-rule.ts';

/** Checks statements one after the other and collects what the rules say. */
export interface SqlRuleRun {
  readonly check: (subject: SqlSubject) => void;
  readonly findings: readonly Finding[];
}

/** Begins a run. A rule that throws is one finding, at the first statement on which it did; the others stand. */
export function runSqlRules(rules: readonly SqlRule[]): SqlRuleRun {
  const findings: Finding[] = [];
  const failed = new Set<string>();
  const checkRule = (subject: SqlSubject, rule: SqlRule) => {
    try {
      rule.check(subject, (range, message, { severity = rule.severity, fixes = [] } = {}) => {
        findings.push({ rule: rule.id, severity, message, path: '', range, fixes });
      });
    } catch (error) {
      if (!failed.has(rule.id)) findings.push({ ...ruleFailed(rule.id, error), range: subject.statement.range });
      failed.add(rule.id);
    }
  };
  return {
    findings,
    check: (subject) => {
      for (const rule of rules) checkRule(subject, rule);
    },
  };
}
