import { formatPath } from '../design/path.ts';
import { templateSuppressions } from '../design/readers/template/suppressions.ts';
import type { TemplateDesign } from '../design/readers/template/template-design.ts';
import type { Template, TemplateCluster } from '../design/readers/template.ts';
import { writeTemplate } from '../design/writers/template.ts';
import { engineVersionsAsOf } from '../facts/engine-versions.ts';
import type { CheckOptions } from './check-blueprint.ts';
import { applySuppressions } from './control/apply-suppressions.ts';
import { applySeverities } from './control/severity-overrides.ts';
import type { Finding, Fix } from './finding.ts';
import { type CaseFinding, mergeCases } from './merge-cases.ts';
import { ruleFailed } from './not-checked.ts';
import { inWordsOfTemplates } from './property-words.ts';
import type { DesignFix, DesignRule, Report, RuleContext } from './rule.ts';
import { designRules } from './table.ts';

/**
 * Everything that is wrong with the Aurora clusters of a CloudFormation template, in order of the text. What is wrong
 * only under some outcomes of the conditions is at most a warning, and names them. What the text suppresses is left out.
 */
export function checkTemplate(template: Template, options: CheckOptions = {}): readonly Finding[] {
  const context = { profile: options.profile, asOf: options.asOf ?? engineVersionsAsOf };
  const rules = designRules.filter(({ profile, formats }) => {
    return (profile === undefined || profile === options.profile) && (formats?.includes('cloudformation') ?? true);
  });
  const findings = new Map<string, Finding>();
  for (const cluster of template.clusters) {
    for (const finding of mergeCases(rules.flatMap((rule) => runRule(rule, template, cluster, context)))) {
      findings.set(JSON.stringify([finding.rule, finding.path, finding.message]), finding);
    }
  }
  const suppressions = templateSuppressions(template.text, template.syntax);
  const left = applySeverities(applySuppressions([...findings.values()], suppressions), options.severities ?? {});
  return left.toSorted((a, b) => a.range.start - b.range.start || a.range.end - b.range.end);
}

/** What one rule says of a cluster: it runs once for all cases that do not differ in what it looks at. */
function runRule(rule: DesignRule, template: Template, { designs }: TemplateCluster, context: RuleContext) {
  const findings: CaseFinding[] = [];
  for (let left = designs; left[0] !== undefined; ) {
    const [design] = left;
    const { value, holdsFor } = design.look(() => runOnce(rule, template, design, context));
    const same = left.filter(holdsFor);
    left = left.filter((other) => !holdsFor(other));
    findings.push(
      ...value.map((finding) => ({ ...finding, in: same, of: designsWith(finding.resource, template, designs) })),
    );
  }
  return findings;
}

/** The designs of a cluster in which a resource exists. */
function designsWith(logicalId: string, { syntax }: Template, designs: readonly TemplateDesign[]) {
  const condition = syntax.resources.get(logicalId)?.condition;
  return condition === undefined ? designs : designs.filter(({ outcomes }) => outcomes.get(condition) !== false);
}

type FindingOfDesign = Omit<CaseFinding, 'in' | 'of'> & { readonly resource: string };

/** What one rule says of one design. A rule that fails becomes one finding, so that the others stand. */
function runOnce(rule: DesignRule, template: Template, design: TemplateDesign, context: RuleContext) {
  const findings: FindingOfDesign[] = [];
  const report: Report = (path, text, { at = 'value', severity = rule.severity, fixes = [] } = {}) => {
    const origin = design.originOf(path);
    const message = inWordsOfTemplates(text) + saysDefault(origin.defaults);
    const range = design.locator.rangeOf(path, at);
    const writeFixes = () => fixes.flatMap((fix) => writeFix(template, design, fix));
    const resource = String(origin.path[1] ?? '');
    findings.push({ rule: rule.id, severity, message, path: formatPath(origin.path), range, writeFixes, resource });
  };
  try {
    rule.check(design.design, report, context);
    return findings;
  } catch (error) {
    return [{ ...ruleFailed(rule.id, error), writeFixes: () => [], resource: '' }];
  }
}

function writeFix(template: Template, design: TemplateDesign, fix: DesignFix): readonly Fix[] {
  const edits = writeTemplate(template, design, fix.edits);
  return edits === undefined ? [] : [{ ...fix, title: inWordsOfTemplates(fix.title), edits }];
}

/** Another value may be given when the stack is deployed. */
function saysDefault(parameters: readonly string[]): string {
  const [only, ...others] = parameters;
  if (only === undefined) return '';
  if (others.length === 0) return ` The value is the Default of the parameter ${only}.`;
  return ` The value follows from the Defaults of the parameters ${parameters.join(' and ')}.`;
}
