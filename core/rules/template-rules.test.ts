import { describe, expect, test } from 'vitest';
import { parseDocument } from 'yaml';
import { mismatches, readFixture } from '../testing/markers.ts';
import { findingsOn } from '../testing/template-cases.ts';
import { templateForms } from '../testing/template-forms.ts';
import { applyEdits } from '../text/range.ts';
import type { Profile } from './profile.ts';
import { templateRulePages } from './template-rule-pages.ts';
import { templateRules } from './template-rules.ts';

/** How often each rule speaks. */
const tally = (text: string, profile: Profile | undefined) => {
  const counts = new Map<string, number>();
  for (const { rule } of findingsOn(text, profile)) counts.set(rule, (counts.get(rule) ?? 0) + 1);
  return counts;
};

/** What only YAML can have: JSON has no words without quotes. */
const onlyInYaml = ['AUR526'];

/** What another writer of JSON would spell in another way: a number keeps its zeros only as it was typed. */
const onlyAsTyped = ['AUR525'];

test('rules stand in order of their ids, each once, each with a page', () => {
  const ids = templateRules.map(({ id }) => id);
  const sortable = (id: string) => id.slice(0, 3) + id.slice(3).padStart(5, '0');
  expect(ids.map(sortable)).toEqual([...new Set(ids.map(sortable))].sort());
  expect(Object.keys(templateRulePages)).toEqual(ids);
});

test('no error rests on a fact that is not certain', () => {
  const doubtful = templateRules.filter(
    ({ severity, facts }) => severity === 'error' && facts.some(({ confidence }) => confidence !== 'high'),
  );
  expect(doubtful).toEqual([]);
});

describe.each(templateRules)('$id $title', ({ id, severity, profile }) => {
  const page = templateRulePages[id];
  if (page === undefined) throw new Error(`${id} has no page`);
  const bad = readFixture(page.bad);

  test('speaks on the bad example exactly where it is marked', () => {
    const findings = findingsOn(bad.text, profile);
    expect(mismatches(bad, findings)).toEqual([]);
    const own = findings.filter(({ rule }) => rule === id);
    expect(own.map((finding) => finding.severity)).toContain(severity);
  });

  test('is silent on the good example, and so is every other rule', () => {
    expect(findingsOn(page.good, profile)).toEqual([]);
  });

  test('does not speak of a value that cannot be resolved', () => {
    for (const { path, range } of findingsOn(bad.text, profile)) {
      const isKey = /^['"]?:/.test(bad.text.slice(range.end));
      if (isKey) continue;
      const unknown = applyEdits(bad.text, [{ range, newText: '{ "Fn::Transform": { "Name": "Elsewhere" } }' }]);
      const own = findingsOn(unknown, profile).filter((finding) => finding.path === path && finding.rule === id);
      expect(own, unknown).toEqual([]);
    }
  });

  const forms = templateForms.filter(([name]) => name !== 'as JSON' || !onlyAsTyped.includes(id));
  describe.each(forms)('%s', (name, form) => {
    const text = form(bad.text);
    const findings = findingsOn(text, profile);

    test('it says the same as in the example', () => {
      const said = (of: string) =>
        findingsOn(of, profile)
          .map(({ rule, path, message }) => `${rule} ${path} ${message}`)
          .sort();
      const expected = name === 'as JSON' && onlyInYaml.includes(id) ? [] : said(bad.text);
      expect(said(text)).toEqual(expected);
    });

    test('each fix mends its finding, adds none, and keeps every comment whose line stays', () => {
      const before = tally(text, profile);
      for (const fix of findings.flatMap((finding) => finding.fixes)) {
        const mended = applyEdits(text, fix.edits);
        const after = tally(mended, profile);
        expect(after.get(id) ?? 0, mended).toBeLessThan(before.get(id) ?? 0);
        for (const [rule, count] of after) expect(count, mended).toBeLessThanOrEqual(before.get(rule) ?? 0);
        expect(parseDocument(mended, { logLevel: 'silent' }).errors, mended).toEqual([]);
        if (name === 'as JSON') expect(() => JSON.parse(mended), mended).not.toThrow();
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
        const fix = findingsOn(mended, profile).find(({ rule }) => rule === id)?.fixes[0];
        if (fix !== undefined) mended = applyEdits(mended, fix.edits);
      }
      const own = findingsOn(mended, profile).filter(({ rule }) => rule === id);
      expect(own.filter(({ fixes }) => fixes.length > 0)).toEqual([]);
    });
  });
});
