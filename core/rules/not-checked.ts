import type { Finding } from './finding.ts';
import type { RuleIdentity } from './rule.ts';
import type { RulePage } from './rule-page.ts';

/** Not a check: says that something could not be checked, so that silence is never taken for approval. */
export const rule: RuleIdentity = {
  id: 'AUR000',
  title: 'Something was not checked',
  group: 'Format',
  severity: 'warning',
  facts: [],
};

/** The finding that stands for a rule that failed. */
export function ruleFailed(id: string, error: unknown): Finding {
  const reason = error instanceof Error ? error.message : String(error);
  return notChecked(`Rule ${id} failed on this file and said nothing: ${reason}. Please report it with the file.`);
}

/** The finding on a text that is longer than what is read. */
export function tooLong(length: number, limit: number): Finding {
  const inKib = (size: number) => `${Math.round(size / 1024)} KiB`;
  return notChecked(
    `This file has ${inKib(length)} and is not checked: up to ${inKib(limit)} are read. Split the file.`,
  );
}

function notChecked(message: string): Finding {
  return { rule: rule.id, severity: rule.severity, message, path: '', range: { start: 0, end: 0 }, fixes: [] };
}

export const page: RulePage = {
  reason:
    'A rule that fails, or a file too long to be read while a person types, must not look like a clean file: this finding says what was left out.',
  bad: '-- A dump of 5 MiB that happens to call aws_comprehend.detect_sentiment\n',
  good: "SELECT aws_comprehend.detect_sentiment('fine', 'en');\n",
};
