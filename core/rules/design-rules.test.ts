import { describe, expect, test } from 'vitest';
import { parsePath } from '../design/path.ts';
import { readBlueprint } from '../design/readers/blueprint.ts';
import { allChecked } from '../testing/all-checked.ts';
import { blueprintForms } from '../testing/blueprint-forms.ts';
import { exampleBlueprints } from '../testing/examples.ts';
import { mismatches, readFixture } from '../testing/markers.ts';
import { applyEdits } from '../text/range.ts';
import { checkBlueprint } from './check-blueprint.ts';
import { designRulePages } from './design-rule-pages.ts';
import { designRules } from './table.ts';

const check = (text: string) => checkBlueprint(readBlueprint(text));

/** How often each rule speaks. */
const tally = (text: string) => {
  const counts = new Map<string, number>();
  for (const { rule } of check(text)) counts.set(rule, (counts.get(rule) ?? 0) + 1);
  return counts;
};

test('rules stand in order of their ids, each once, each with a page', () => {
  const ids = designRules.map(({ id }) => id);
  const sortable = (id: string) => id.slice(0, 3) + id.slice(3).padStart(5, '0');
  expect(ids.map(sortable)).toEqual([...new Set(ids.map(sortable))].sort());
  expect(Object.keys(designRulePages)).toEqual(ids);
});

test('no error rests on a fact that is not certain', () => {
  const doubtful = designRules.filter(
    ({ severity, facts }) => severity === 'error' && facts.some(({ confidence }) => confidence !== 'high'),
  );
  expect(doubtful).toEqual([]);
});

describe.each(designRules)('$id $title', ({ id, severity }) => {
  const page = designRulePages[id];
  if (page === undefined) throw new Error(`${id} has no page`);
  const bad = readFixture(page.bad);

  test('speaks on the bad example exactly where it is marked', () => {
    const findings = check(bad.text);
    expect(mismatches(bad, findings)).toEqual([]);
    const own = findings.filter(({ rule }) => rule === id);
    expect(own.map((finding) => finding.severity)).toContain(severity);
  });

  test('is silent on the good example, and so is every other rule', () => {
    expect(check(page.good)).toEqual([]);
  });

  test('does not speak of a value that cannot be read', () => {
    for (const { path, range } of check(bad.text)) {
      const unread = applyEdits(bad.text, [{ range, newText: '{ "unknown": [] }' }]);
      const blueprint = readBlueprint(unread);
      const place = blueprint.documents[0]?.locator.placeOf(parsePath(path));
      if (place === undefined || place.value.start !== range.start) continue;
      const paths = allChecked(checkBlueprint(blueprint)).flatMap((finding) =>
        finding.rule === id ? finding.path : [],
      );
      expect(paths, unread).not.toContain(path);
    }
  });

  describe.each(blueprintForms)('%s', (_, form) => {
    const text = form(bad.text);
    const findings = check(text);

    test('it speaks as often as in the example', () => {
      expect(findings.map(({ rule }) => rule)).toEqual(bad.markers.map(({ rule }) => rule));
    });

    test('each fix mends its finding, adds none, and keeps every comment whose line stays', () => {
      const before = tally(text);
      for (const fix of findings.flatMap(({ fixes }) => fixes)) {
        const mended = applyEdits(text, fix.edits);
        const after = tally(mended);
        expect(after.get(id) ?? 0, mended).toBeLessThan(before.get(id) ?? 0);
        for (const [rule, count] of after) expect(count, mended).toBeLessThanOrEqual(before.get(rule) ?? 0);
        const lineEnds = (source: string) => source.split('\n').length - 1;
        const linesRemoved = fix.edits
          .map(({ range, newText }) => lineEnds(text.slice(range.start, range.end)) - lineEnds(newText))
          .reduce((sum, removed) => sum + Math.max(0, removed), 0);
        const comments = (source: string) => source.split('# kept').length - 1;
        expect(comments(mended), mended).toBeGreaterThanOrEqual(comments(text) - linesRemoved);
      }
    });

    test('the first fix of each finding, one after the other, comes to an end', () => {
      let mended = text;
      for (const _finding of findings) {
        const fix = check(mended).find(({ rule }) => rule === id)?.fixes[0];
        if (fix !== undefined) mended = applyEdits(mended, fix.edits);
      }
      expect(check(mended).filter(({ fixes }) => fixes.length > 0)).toEqual([]);
    });
  });
});

test('there are examples, and they have no findings', () => {
  expect(exampleBlueprints.length).toBeGreaterThan(1);
  expect(exampleBlueprints.flatMap(([, text]) => check(text))).toEqual([]);
});
