import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readBlueprint } from '../design/readers/blueprint.ts';
import { readFixture } from '../testing/markers.ts';
import { surround, surroundings } from '../testing/surroundings.ts';
import { applyEdits } from '../text/range.ts';
import { checkBlueprint } from './check-blueprint.ts';
import { designRulePages } from './design-rule-pages.ts';
import { designRules } from './table.ts';

const check = (text: string) => checkBlueprint(readBlueprint(text));

/** How often each rule speaks. */
function tally(text: string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { rule } of check(text)) counts.set(rule, (counts.get(rule) ?? 0) + 1);
  return counts;
}

const examples = designRules.flatMap(({ id }) => {
  const { text } = readFixture(designRulePages[id]?.bad ?? '');
  return check(text).some(({ rule, fixes }) => rule === id && fixes.length > 0) ? ([[id, text]] as const) : [];
});

test('many rules have fixes', () => {
  expect(examples.length).toBeGreaterThanOrEqual(120);
});

test.each(examples)('%s is mended also where its instances are named elsewhere', (id, text) => {
  let proven = 0;
  fc.assert(
    fc.property(surroundings, (surrounding) => {
      const around = surround(text, surrounding);
      const before = tally(around);
      for (const { rule, fixes } of check(around)) {
        if (rule !== id) continue;
        for (const fix of fixes) {
          const mended = applyEdits(around, fix.edits);
          const after = tally(mended);
          expect(after.get(id) ?? 0, mended).toBeLessThan(before.get(id) ?? 0);
          for (const [other, count] of after)
            expect(count, `${other}: ${fix.title}\n${mended}`).toBeLessThanOrEqual(before.get(other) ?? 0);
          proven += 1;
        }
      }
    }),
    {
      numRuns: 4,
      seed: 7,
      examples: [[{ members: 'staticMembers', events: ['crash'], expectations: ['promoted'], shared: undefined }]],
    },
  );
  expect(proven).toBeGreaterThan(0);
});
