import { expect, test } from 'vitest';
import { readFixture } from '../testing/markers.ts';
import { recordDependence, recordFindings } from '../testing/rule-record.ts';
import { designRulePages } from './design-rule-pages.ts';
import { designRules } from './table.ts';

/** The words and fixes of every rule lie in records/, so that whoever changes a rule sees in the diff what it says now. */
test.each(designRules.map((rule) => [rule.id, rule] as const))('%s is as recorded', async (id, rule) => {
  const { text } = readFixture(designRulePages[id]?.bad ?? '');
  const record = `${recordFindings(id, text)}\n${recordDependence(rule, text)}`;
  await expect(record).toMatchFileSnapshot(`records/${id}.txt`);
});
