import { describe, expect, test } from 'vitest';
import { readBlueprint } from '../../design/readers/blueprint.ts';
import type { GovernedPage, RulePage } from '../../rules/rule-page.ts';
import { mismatches, readFixture } from '../../testing/markers.ts';
import { applyEdits } from '../../text/range.ts';
import { analyzeSql } from '../analyze.ts';
import type { SqlRule } from '../sql-rule.ts';
import { exampleContext } from '../testing/example-context.ts';
import { sqlRulePages } from './sql-rule-pages.ts';
import { sqlRules } from './sql-rules.ts';
import { syntaxRules } from './syntax-rules.ts';

/** Rules that speak on what is not there. */
const aboutWholeFiles = ['MYM012'];

function contextOf(rule: SqlRule, text: string, page: RulePage | GovernedPage | undefined, example: 'bad' | 'good') {
  const context = exampleContext(rule, text);
  if (page === undefined || !('governedBy' in page)) return context;
  return { ...context, design: readBlueprint(page.governedBy[example]).documents[0]?.design };
}

test('every rule has a page and stands in the table once, in order', () => {
  const ids = sqlRules.map((rule) => rule.id);
  expect(ids).toEqual([...new Set(ids)].sort());
  expect(Object.keys(sqlRulePages)).toEqual([...ids, ...syntaxRules.map(({ id }) => id)].sort());
});

describe.each(sqlRules)('$id $title', (rule) => {
  const { id, facts } = rule;
  const page = sqlRulePages[id];
  // An example is a piece of a file: what a whole file lacks is asked of the example of the rule that is about that.
  const rules = sqlRules.filter((one) => one === rule || !aboutWholeFiles.includes(one.id));
  const analyze = (text: string, example: 'bad' | 'good' = 'bad') =>
    analyzeSql(text, contextOf(rule, text, page, example), undefined, rules).findings;
  const bad = readFixture(page?.bad ?? '');

  test('rests on facts', () => {
    expect(facts).not.toHaveLength(0);
  });

  test('speaks on the bad example as marked', () => {
    expect(bad.markers.map((marker) => marker.rule)).toContain(id);
    expect(mismatches(bad, analyze(bad.text))).toEqual([]);
  });

  test('is silent on the good example', () => {
    expect(analyze(page?.good ?? '', 'good')).toEqual([]);
  });

  test('every fix mends its finding and makes no other', () => {
    const before = analyze(bad.text);
    for (const fix of before.flatMap((finding) => finding.fixes)) {
      expect(analyze(applyEdits(bad.text, fix.edits)), fix.title).toHaveLength(before.length - 1);
    }
  });
});
