import { templateSuppressions } from '../design/readers/template/suppressions.ts';
import type { Template } from '../design/readers/template.ts';
import { changeCases } from '../design/readers/template-change.ts';
import { engineVersionsAsOf } from '../facts/engine-versions.ts';
import { changeRules } from './change-rules.ts';
import type { CheckOptions } from './check-blueprint.ts';
import { applySuppressions } from './control/apply-suppressions.ts';
import { applySeverities } from './control/severity-overrides.ts';
import type { Finding } from './finding.ts';
import { type CaseFinding, mergeCases } from './merge-cases.ts';
import type { RuleIdentity } from './rule.ts';
import { runChangeRule, runDesignRule, runTemplateRule } from './run-on-template.ts';
import { designRules } from './table.ts';
import { templateRules } from './template-rules.ts';

/**
 * Everything that is wrong with what a CloudFormation template has of Aurora, in order of the text: what the rules say
 * of the designs of its clusters, and of its resources. What is wrong only under some outcomes of the conditions is at
 * most a warning, and names them. With what the template said `earlier` it is also judged what the edit does. What the
 * text suppresses is left out.
 */
export function checkTemplate(template: Template, options: CheckOptions = {}, earlier?: Template): readonly Finding[] {
  const context = { profile: options.profile, asOf: options.asOf ?? engineVersionsAsOf };
  const speaks = ({ profile, formats }: RuleIdentity) => {
    return (profile === undefined || profile === options.profile) && (formats?.includes('cloudformation') ?? true);
  };
  const findings = new Map<string, Finding>();
  const add = (said: readonly CaseFinding[]) => {
    for (const finding of mergeCases(said)) {
      findings.set(JSON.stringify([finding.rule, finding.path, finding.message]), finding);
    }
  };
  const ofDesigns = designRules.filter(speaks);
  for (const { designs } of template.clusters) {
    add(ofDesigns.flatMap((rule) => runDesignRule(rule, template, designs, context, earlier)));
  }
  const betweenClusters = ofDesigns.flatMap(({ checkTemplate, ...rule }) =>
    checkTemplate === undefined ? [] : [{ ...rule, check: checkTemplate }],
  );
  const ofTemplates = [...templateRules.filter(speaks), ...betweenClusters];
  add(ofTemplates.flatMap((rule) => runTemplateRule(rule, template, context)));
  if (earlier !== undefined) {
    const changes = changeCases(earlier, template);
    add(changeRules.flatMap((rule) => runChangeRule(rule, template, changes)));
  }
  const suppressions = templateSuppressions(template.text, template.syntax);
  const left = applySeverities(applySuppressions([...findings.values()], suppressions), options.severities ?? {});
  return left.toSorted((a, b) => a.range.start - b.range.start || a.range.end - b.range.end);
}
