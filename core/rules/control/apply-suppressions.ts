import { syntaxRules } from '../../sql/rules/syntax-rules.ts';
import { contains } from '../../text/range.ts';
import { changeRules } from '../change-rules.ts';
import type { Finding } from '../finding.ts';
import { rule as unusedRole } from '../machine-learning/aur1120-unused-role.ts';
import type { RuleIdentity } from '../rule.ts';
import type { RulePage } from '../rule-page.ts';
import type { Suppression } from './suppression.ts';

/** What can be wrong with a suppression itself. */
export const suppressionRules = {
  incomplete: identity('FMT007', 'A suppression needs a rule and a reason'),
  unused: identity('FMT008', 'The suppression silences nothing'),
} as const;

function identity(id: string, title: string): RuleIdentity {
  return { id, title, group: 'Format', severity: 'warning', facts: [] };
}

/**
 * Takes away the findings that are suppressed, and reports suppressions without a reason and those that do nothing. What
 * rules that compare say depends on what a text is compared with, what parsers say comes later, and what SQL uses is known
 * only beside it: suppressions of these may do nothing.
 */
export function applySuppressions(
  findings: readonly Finding[],
  suppressions: readonly Suppression[],
): readonly Finding[] {
  const used = new Set<Suppression>();
  const left = findings.filter((finding) => {
    const by = suppressions.filter((suppression) => silences(suppression, finding));
    for (const suppression of by) used.add(suppression);
    return by.length === 0;
  });
  return [...left, ...suppressions.flatMap((suppression) => reportOn(suppression, used.has(suppression)))];
}

const comparing: ReadonlySet<string> = new Set(changeRules.map(({ id }) => id));

const ofParsers: ReadonlySet<string> = new Set(syntaxRules.map(({ id }) => id));

/** Whether a suppression takes a finding away. */
export function silences({ rules, reason, covers }: Suppression, finding: Finding): boolean {
  return reason !== '' && covers !== undefined && rules.includes(finding.rule) && contains(covers, finding.range.start);
}

function reportOn(suppression: Suppression, isUsed: boolean): readonly Finding[] {
  const { rules, reason, range, whole } = suppression;
  if (rules.length === 0 || reason === '') {
    const message = 'Say which rule is suppressed and why: aurora-ignore AUR103: single writer on purpose in dev.';
    return [{ ...place(suppressionRules.incomplete), message, range, fixes: [] }];
  }
  if (isUsed || rules.some((id) => comparing.has(id) || ofParsers.has(id) || id === unusedRole.id)) return [];
  const message = `${rules.join(', ')} says nothing here: take the suppression away.`;
  const edits = whole === undefined ? [] : [{ range: whole, newText: '' }];
  const fixes = edits.length === 0 ? [] : [{ title: 'Remove the suppression', edits }];
  return [{ ...place(suppressionRules.unused), message, range, fixes }];
}

function place({ id, severity }: RuleIdentity) {
  return { rule: id, severity, path: '' };
}

const head = 'aurora: 1\nname: shop\nengine: aurora-postgresql\nprimary:\n  region: us-east-1\n';

export const suppressionPages: Readonly<Record<keyof typeof suppressionRules, RulePage>> = {
  incomplete: {
    reason: 'Whoever reads the file later has to know why a finding was set aside; without a reason it is not.',
    bad: `${head}  instances: [{ id: shop-a, class: db.r7g.large }]\n  port: 5432 # aurora-ignore AUR103\n#              ^^^^^^^^^^^^^^^^^^^^ FMT007\n`,
    good: `${head}  instances: [{ id: shop-a, class: db.r7g.large }]\n  port: 5432\n`,
  },
  unused: {
    reason: 'A suppression that silences nothing would silence the next real finding without anybody noticing.',
    bad: `${head}  instances: [{ id: shop-a, class: db.r7g.large }]\n  port: 5432 # aurora-ignore AUR301: we keep backups elsewhere\n#              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FMT008\n`,
    good: `${head}  instances: [{ id: shop-a, class: db.r7g.large }]\n  port: 5432\n`,
  },
};
