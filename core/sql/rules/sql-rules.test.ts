import { describe, expect, test } from 'vitest';
import { mismatches, readFixture } from '../../testing/markers.ts';
import { applyEdits } from '../../text/range.ts';
import { analyzeSql } from '../analyze.ts';
import { exampleContext } from '../testing/example-context.ts';
import { rule as secondOpinion } from './mym900-second-opinion.ts';
import { sqlRulePages } from './sql-rule-pages.ts';
import { sqlRules } from './sql-rules.ts';

test('every rule has a page and stands in the table once, in order', () => {
  const ids = sqlRules.map((rule) => rule.id);
  expect(ids).toEqual([...new Set(ids)].sort());
  expect(Object.keys(sqlRulePages)).toEqual([...ids, secondOpinion.id].sort());
});

describe.each(sqlRules)('$id $title', (rule) => {
  const { id, facts } = rule;
  const analyze = (text: string) => analyzeSql(text, exampleContext(rule, text)).findings;
  const page = sqlRulePages[id];
  const bad = readFixture(page?.bad ?? '');

  test('rests on facts', () => {
    expect(facts).not.toHaveLength(0);
  });

  test('speaks on the bad example as marked', () => {
    expect(bad.markers.map((marker) => marker.rule)).toContain(id);
    expect(mismatches(bad, analyze(bad.text))).toEqual([]);
  });

  test('is silent on the good example', () => {
    expect(analyze(page?.good ?? '')).toEqual([]);
  });

  test('every fix mends its finding and makes no other', () => {
    const before = analyze(bad.text);
    for (const fix of before.flatMap((finding) => finding.fixes)) {
      expect(analyze(applyEdits(bad.text, fix.edits)), fix.title).toHaveLength(before.length - 1);
    }
  });
});
