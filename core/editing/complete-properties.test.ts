import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readBlueprint } from '../design/readers/blueprint.ts';
import { newBlueprint } from '../design/writers/new-blueprint.ts';
import { anyContent } from '../testing/arbitrary-content.ts';
import { blueprintForms } from '../testing/blueprint-forms.ts';
import { chooseItem } from '../testing/choose-item.ts';
import { exampleBlueprints } from '../testing/examples.ts';
import { completeBlueprint } from './complete-blueprint.ts';

test('wherever an item of a valid blueprint is chosen, the text still reads', () => {
  const source = fc.tuple(
    fc.oneof(
      fc.constantFrom(...exampleBlueprints.map(([, text]) => text)),
      anyContent.map((content) => newBlueprint(content)),
    ),
    fc.constantFrom(...blueprintForms),
    fc.double({ min: 0, max: 1, noNaN: true }),
    fc.nat(),
  );
  const formFindings = (text: string) => readBlueprint(text).findings.filter(({ rule }) => /^FMT00[1-356]$/.test(rule));
  fc.assert(
    fc.property(source, ([written, [, form], at, choice]) => {
      const text = form(written);
      fc.pre(formFindings(text).length === 0);
      // A byte order mark is no place to write at.
      const cursor = Math.max(text.startsWith('\ufeff') ? 1 : 0, Math.floor(at * text.length));
      const items = completeBlueprint(text, cursor);
      const item = items[choice % Math.max(items.length, 1)];
      if (item === undefined) return;
      expect(formFindings(chooseItem(text, item)).map(({ message }) => message)).toEqual([]);
    }),
    { numRuns: 100 },
  );
});

test('wherever the cursor stands in whatever text, items stay inside it', () => {
  const source = fc
    .tuple(fc.constantFrom(...exampleBlueprints), fc.constantFrom(...blueprintForms), fc.nat(), fc.nat(20), fc.nat())
    .map(([[, text], [, form], at, torn, cursor]) => {
      const whole = form(text);
      const from = at % (whole.length + 1);
      const left = whole.slice(0, from) + whole.slice(from + torn);
      return { text: left, cursor: cursor % (left.length + 1) };
    });
  fc.assert(
    fc.property(source, ({ text, cursor }) => {
      for (const { range } of completeBlueprint(text, cursor)) {
        expect(0 <= range.start && range.start <= cursor && cursor <= range.end && range.end <= text.length).toBe(true);
      }
    }),
    { numRuns: 200 },
  );
});
