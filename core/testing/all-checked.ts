import type { Finding } from '../rules/finding.ts';
import { rule as notChecked } from '../rules/not-checked.ts';

/** The findings as they are; a rule that failed throws, so that no test takes its silence for an answer. */
export function allChecked(findings: readonly Finding[]): readonly Finding[] {
  const failed = findings.find(({ rule }) => rule === notChecked.id);
  if (failed !== undefined) throw new Error(failed.message);
  return findings;
}
