import type { Finding, Severity } from '../finding.ts';

/** Severities that a person sets for rules, by id; `off` silences a rule everywhere. */
export type SeverityOverrides = Readonly<Record<string, Severity | 'off'>>;

/** The findings with the severities a person set. */
export function applySeverities(findings: readonly Finding[], overrides: SeverityOverrides): readonly Finding[] {
  return findings.flatMap((finding) => {
    const severity = overrides[finding.rule];
    if (severity === 'off') return [];
    return [severity === undefined ? finding : { ...finding, severity }];
  });
}
