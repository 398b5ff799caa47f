import { templateSuppressions } from '../design/readers/template/suppressions.ts';
import type { Template } from '../design/readers/template.ts';
import { changeCases } from '../design/readers/template-change.ts';
import { engineVersionsAsOf } from '../facts/engine-versions.ts';
import { changeRules } from './change-rules.ts';
import type { CheckOptions } from './check-blueprint.ts';
import { applySuppressions } from './control/apply-suppressions.ts';
import { applySeverities } from './control/severity-overrides.ts';
import type { Finding } from './finding.ts';
import { reportUnusedRoles, rule as unusedRole } from './machine-learning/aur1120-unused-role.ts';
import { type CaseFinding, mergeCases } from './merge-cases.ts';
import type { RuleIdentity } from './rule.ts';
import { onChanges, onDesigns, onGraphs } from './run-on-template.ts';
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
    if (said.length === 0) return;
    for (const finding of mergeCases(said)) {
      findings.set(JSON.stringify([finding.rule, finding.path, finding.message]), finding);
    }
  };
  const ofDesigns = designRules.filter(speaks);
  for (const [index, { designs }] of template.clusters.entries()) {
    const cases = onDesigns(template, designs, earlier);
    for (const rule of ofDesigns) add(cases.run(rule, (design, report) => rule.check(design, report, context)));
    const called = options.calledServices?.(index);
    if (called !== undefined) add(cases.run(unusedRole, (design, report) => reportUnusedRoles(design, called, report)));
  }
  const graphs = onGraphs(template);
  for (const rule of templateRules.filter(speaks)) {
    add(graphs.run(rule, (graph, report) => rule.check(graph, report, context)));
  }
  for (const { checkTemplate, ...rule } of ofDesigns) {
    if (checkTemplate !== undefined) add(graphs.run(rule, (graph, report) => checkTemplate(graph, report, context)));
  }
  if (earlier !== undefined) {
    const changes = onChanges(template, changeCases(earlier, template));
    for (const { checkTemplate, ...rule } of changeRules) {
      if (checkTemplate !== undefined) add(changes.run(rule, checkTemplate));
    }
  }
  const suppressions = templateSuppressions(template.text, template.syntax);
  const left = applySeverities(applySuppressions([...findings.values()], suppressions), options.severities ?? {});
  return left.toSorted((a, b) => a.range.start - b.range.start || a.range.end - b.range.end);
}
