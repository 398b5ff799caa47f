import { expect, test } from 'vitest';
import { isCollection } from 'yaml';
import { readFixture } from '../testing/markers.ts';
import { hearOfBlueprint, hearOfTemplate, recordDependence, recordFindings } from '../testing/rule-record.ts';
import { findingsOn } from '../testing/template-cases.ts';
import { designRulePages } from './design-rule-pages.ts';
import { designRules } from './table.ts';
import { templateRulePages } from './template-rule-pages.ts';
import { templateRules } from './template-rules.ts';

/** The words and fixes of every rule lie in records/, so that whoever changes a rule sees in the diff what it says now. */
test.each(designRules.map((rule) => [rule.id, rule] as const))('%s is as recorded', async (id, rule) => {
  const { text } = readFixture(designRulePages[id]?.bad ?? '');
  const findings = recordFindings(id, text);
  const unread = (old: unknown) => (isCollection(old) ? '?' : { unknown: [] });
  const dependence = recordDependence(text, (other) => hearOfBlueprint(rule, other), unread);
  await expect(`${findings}\n${dependence}`).toMatchFileSnapshot(`records/${id}.txt`);
});

test.each(templateRules.map((rule) => [rule.id, rule] as const))('%s is as recorded', async (id, rule) => {
  const { text } = readFixture(templateRulePages[id]?.bad ?? '');
  const findings = recordFindings(id, text, findingsOn(text, rule.profile));
  const unread = () => ({ 'Fn::Transform': { Name: 'Elsewhere' } });
  const dependence = recordDependence(text, (other) => hearOfTemplate(rule, other), unread);
  await expect(`${findings}\n${dependence}`).toMatchFileSnapshot(`records/${id}.txt`);
});
