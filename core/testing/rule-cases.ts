import { describe, expect, test } from 'vitest';
import { readBlueprint } from '../design/readers/blueprint.ts';
import { checkBlueprint } from '../rules/check-blueprint.ts';
import { applyEdits } from '../text/range.ts';
import { mismatches, readFixture } from './markers.ts';
import { recordFindings } from './rule-record.ts';

/** Texts by the rule they are about, with every finding of any rule marked; where nothing is marked, nothing is found. */
export type RuleCases = Readonly<Record<string, readonly (readonly [name: string, marked: string])[]>>;

/** Makes a test of each case, and one that compares the words and fixes of each rule with those recorded. */
export function describeRuleCases(cases: RuleCases): void {
  describe.each(Object.entries(cases))('%s', (rule, list) => {
    test.each(list)('%s', (_name, marked) => {
      const fixture = readFixture(marked);
      expect(mismatches(fixture, checkBlueprint(readBlueprint(fixture.text)))).toEqual([]);
    });

    const record = (marked: string) => recordFindings(rule, readFixture(marked).text);
    const speaking = list.filter(([, marked]) => record(marked) !== '');
    if (speaking.length === 0) return;
    test('as recorded', async () => {
      const file = expect
        .getState()
        .testPath?.replace(/\/rules\/.*?([\w-]+)\.test\.ts$/, `/rules/records/$1/${rule}.txt`);
      await expect(speaking.map(([name, marked]) => `${name}\n\n${record(marked)}`).join('\n')).toMatchFileSnapshot(
        String(file),
      );
    });
  });
}

/** The text with the first fix of the first finding of a rule, or with the fix of this title. */
export function mend(text: string, rule: string, title?: string): string {
  const finding = checkBlueprint(readBlueprint(text)).find((candidate) => candidate.rule === rule);
  const fix = finding?.fixes.find((candidate) => title === undefined || candidate.title === title);
  if (fix === undefined) throw new Error(`${rule} offers no such fix for:\n${text}`);
  return applyEdits(text, fix.edits);
}
