import fc from 'fast-check';
import { expect, test } from 'vitest';
import { chooseItem } from '../../testing/choose-item.ts';
import { editedTemplates } from '../../testing/edited-templates.ts';
import { templateFormFaults } from '../../testing/template-form-faults.ts';
import { templateForms } from '../../testing/template-forms.ts';
import { completeTemplate } from './complete-template.ts';

test('wherever an item of a valid template is chosen, the text still reads', () => {
  const source = fc.tuple(
    fc.constantFrom(...editedTemplates),
    fc.constantFrom(...templateForms),
    fc.double({ min: 0, max: 1, noNaN: true }),
    fc.nat(),
  );
  fc.assert(
    fc.property(source, ([written, [, form], at, choice]) => {
      const text = form(written);
      // A byte order mark is no place to write at.
      const cursor = Math.max(text.startsWith('\ufeff') ? 1 : 0, Math.floor(at * text.length));
      const items = completeTemplate(text, cursor);
      const item = items[choice % Math.max(items.length, 1)];
      if (item === undefined) return;
      expect(templateFormFaults(chooseItem(text, item))).toEqual(templateFormFaults(text));
    }),
    { numRuns: 300 },
  );
});

test('wherever the cursor stands in whatever text, items stay inside it', () => {
  const source = fc
    .tuple(fc.constantFrom(...editedTemplates), fc.constantFrom(...templateForms), fc.nat(), fc.nat(20), fc.nat())
    .map(([text, [, form], at, torn, cursor]) => {
      const whole = form(text);
      const from = at % (whole.length + 1);
      const left = whole.slice(0, from) + whole.slice(from + torn);
      return { text: left, cursor: cursor % (left.length + 1) };
    });
  fc.assert(
    fc.property(source, ({ text, cursor }) => {
      for (const { range } of completeTemplate(text, cursor)) {
        expect(0 <= range.start && range.start <= cursor && cursor <= range.end && range.end <= text.length).toBe(true);
      }
    }),
    { numRuns: 300 },
  );
});
