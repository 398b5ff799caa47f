import { describe, expect, test } from 'vitest';
import { blueprintForms } from '../testing/blueprint-forms.ts';
import { checkEdit } from '../testing/edits.ts';
import { mismatches, readFixture } from '../testing/markers.ts';
import { asJson } from '../testing/template-texts.ts';
import { applyEdits } from '../text/range.ts';
import { changeRulePages } from './change-rule-pages.ts';
import { changeRules } from './change-rules.ts';

test('rules that compare stand in order of their ids, each with a page', () => {
  const ids = changeRules.map(({ id }) => id);
  expect(ids).toEqual(ids.toSorted());
  expect(Object.keys(changeRulePages).sort()).toEqual(ids);
});

test('none of them is an error: nobody knows what is deployed', () => {
  expect(changeRules.map(({ severity }) => severity)).not.toContain('error');
});

const templateForms = [
  ['as written', (text: string) => text],
  ['with CRLF', (text: string) => text.replaceAll('\n', '\r\n')],
  ['as JSON', asJson],
] as const;

describe.each(changeRules)('$id $title', ({ id, severity }) => {
  const page = changeRulePages[id];
  if (page === undefined) throw new Error(`${id} has no page`);
  const { earlier, good } = page;
  const bad = readFixture(page.bad);

  test('speaks on the edit exactly where it is marked', () => {
    const findings = checkEdit(earlier, bad.text);
    expect(mismatches(bad, findings)).toEqual([]);
    expect(findings.map((finding) => finding.severity)).toContain(severity);
  });

  test('is silent on the good edit, and so is every other rule', () => {
    expect(checkEdit(earlier, good)).toEqual([]);
  });

  test('is silent without an earlier text', () => {
    expect(checkEdit(undefined, bad.text).map(({ rule }) => rule)).not.toContain(id);
  });

  const forms = bad.text.startsWith('aurora:') ? blueprintForms : templateForms;
  describe.each(forms)('%s', (_, form) => {
    const [before, after] = [form(earlier), form(bad.text)];

    test('it says the same, whatever form the earlier text has', () => {
      const said = bad.markers.map(({ rule, message }) => [rule, message]);
      for (const text of [before, earlier]) {
        const findings = checkEdit(text, after);
        expect(findings.map(({ rule }) => rule)).toEqual(said.map(([rule]) => rule));
        for (const [index, { message }] of findings.entries()) expect(message).toContain(said[index]?.[1]);
      }
    });

    test('a fix puts the edit back', () => {
      for (const fix of checkEdit(before, after).flatMap(({ fixes }) => fixes)) {
        const mended = applyEdits(after, fix.edits);
        expect(checkEdit(before, mended), mended).toEqual([]);
      }
    });
  });
});
