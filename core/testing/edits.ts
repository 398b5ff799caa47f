import { readBlueprint } from '../design/readers/blueprint.ts';
import { readTemplate } from '../design/readers/template.ts';
import { checkBlueprint } from '../rules/check-blueprint.ts';
import { checkTemplate } from '../rules/check-template.ts';
import type { Finding } from '../rules/finding.ts';
import { allChecked } from './all-checked.ts';

/**
 * Everything that is found in a text that was edited: a blueprint or a template, and before the edit, if it was there. It
 * throws when a rule failed.
 */
export function checkEdit(
  earlier: string | undefined,
  later: string,
  parameters: ReadonlyMap<string, string> = new Map(),
): readonly Finding[] {
  const template = readTemplate(later, parameters);
  const before = earlier ?? '';
  if (template === undefined) return allChecked(checkBlueprint(readBlueprint(later), {}, readBlueprint(before)));
  return allChecked(checkTemplate(template, {}, readTemplate(before, parameters)));
}

/** What the rules that compare say of an edit, with the severity. */
export function saidOfEdit(
  earlier: string,
  later: string,
  parameters?: ReadonlyMap<string, string>,
): readonly string[] {
  const without = new Set(checkEdit(undefined, later, parameters).map(({ rule, message }) => `${rule} ${message}`));
  const findings = checkEdit(earlier, later, parameters);
  return findings
    .filter(({ rule, message }) => !without.has(`${rule} ${message}`))
    .map(({ rule, severity, message }) => `${severity} ${rule} ${message}`);
}
