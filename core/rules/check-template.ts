import { formatPath } from '../design/path.ts';
import type { Template, TemplateDesign } from '../design/readers/template.ts';
import { engineVersionsAsOf } from '../facts/engine-versions.ts';
import type { CheckOptions } from './check-blueprint.ts';
import { applySeverities } from './control/severity-overrides.ts';
import type { Finding } from './finding.ts';
import { ruleFailed } from './not-checked.ts';
import type { DesignRule, Report, RuleContext } from './rule.ts';
import { designRules } from './table.ts';
import { type CaseFinding, mergeCases } from './template/merge-cases.ts';
import { inWordsOfTemplates } from './template/property-words.ts';

/**
 * Everything that is wrong with the Aurora clusters of a CloudFormation template, in order of the text. What is wrong
 * only under some outcomes of the conditions is at most a warning, and names them.
 */
export function checkTemplate(template: Template, options: CheckOptions = {}): readonly Finding[] {
  const context = { profile: options.profile, asOf: options.asOf ?? engineVersionsAsOf };
  const rules = designRules.filter(({ profile, formats }) => {
    return (profile === undefined || profile === options.profile) && (formats?.includes('cloudformation') ?? true);
  });
  const findings = new Map<string, Finding>();
  for (const { designs } of template.clusters) {
    const byCase = designs.map((design) => ({
      design,
      findings: rules.flatMap((rule) => runRule(rule, design, context)),
    }));
    for (const finding of mergeCases(byCase)) {
      findings.set(JSON.stringify([finding.rule, finding.path, finding.message]), finding);
    }
  }
  const left = applySeverities([...findings.values()], options.severities ?? {});
  return left.toSorted((a, b) => a.range.start - b.range.start || a.range.end - b.range.end);
}

/** What one rule says of one design of a template. A rule that fails becomes one finding, so that the others stand. */
function runRule(rule: DesignRule, { design, locator, originOf }: TemplateDesign, context: RuleContext) {
  const findings: CaseFinding[] = [];
  const report: Report = (path, text, { at = 'value', severity = rule.severity } = {}) => {
    const origin = originOf(path);
    const message = inWordsOfTemplates(text) + saysDefault(origin.defaults);
    const range = locator.rangeOf(path, at);
    const resource = String(origin.path[1] ?? '');
    findings.push({ rule: rule.id, severity, message, path: formatPath(origin.path), range, fixes: [], resource });
  };
  try {
    rule.check(design, report, context);
    return findings;
  } catch (error) {
    return [{ ...ruleFailed(rule.id, error), resource: '' }];
  }
}

/** Another value may be given when the stack is deployed. */
function saysDefault(parameters: readonly string[]): string {
  if (parameters.length === 0) return '';
  const names = parameters.join(' and ');
  return parameters.length === 1
    ? ` The value is the Default of the parameter ${names}.`
    : ` The value follows from the Defaults of the parameters ${names}.`;
}
