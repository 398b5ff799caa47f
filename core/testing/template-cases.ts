import { describe, expect, test } from 'vitest';
import { readTemplate } from '../design/readers/template.ts';
import { checkTemplate } from '../rules/check-template.ts';
import type { Finding } from '../rules/finding.ts';
import type { Profile } from '../rules/profile.ts';
import { applyEdits } from '../text/range.ts';
import { allChecked } from './all-checked.ts';
import { mismatches, readFixture } from './markers.ts';

/** What the rules say of a template; nothing for a text that is none. It throws when one of them failed. */
export function findingsOn(text: string, profile?: Profile): readonly Finding[] {
  const template = readTemplate(text);
  return template === undefined ? [] : allChecked(checkTemplate(template, profile === undefined ? {} : { profile }));
}

/**
 * Makes a test of each template, in which the findings of one rule are marked; where nothing is marked, it says
 * nothing. What other rules say is left out.
 */
export function describeTemplateCases(
  rule: string,
  cases: readonly (readonly [name: string, marked: string])[],
  profile?: Profile,
): void {
  describe(rule, () => {
    test.each(cases)('%s', (_name, marked) => {
      const fixture = readFixture(marked);
      const own = findingsOn(fixture.text, profile).filter((finding) => finding.rule === rule);
      expect(mismatches(fixture, own)).toEqual([]);
    });
  });
}

/** The template with a fix of the first finding of a rule that has this title; the first fix when no title is given. */
export function mendTemplate(text: string, rule: string, title?: string): string {
  const finding = findingsOn(text, 'production').find((candidate) => candidate.rule === rule);
  const fix = finding?.fixes.find((candidate) => title === undefined || candidate.title === title);
  if (fix === undefined) throw new Error(`${rule} offers no such fix for:\n${text}`);
  return applyEdits(text, fix.edits);
}
