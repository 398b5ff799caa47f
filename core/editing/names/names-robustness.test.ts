import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readBlueprint } from '../../design/readers/blueprint.ts';
import { readTemplate } from '../../design/readers/template.ts';
import { blueprintForms } from '../../testing/blueprint-forms.ts';
import { exampleBlueprints } from '../../testing/examples.ts';
import { surround, surroundings } from '../../testing/surroundings.ts';
import { templateForms } from '../../testing/template-forms.ts';
import { instance, template } from '../../testing/template-texts.ts';
import { tear, tears, yamlSoup } from '../../testing/yaml-edits.ts';
import { blueprintNames } from './blueprint-names.ts';
import type { NameIndex } from './name.ts';
import { isRefusal, rename } from './rename.ts';
import { templateNames } from './template-names.ts';

const blueprints = fc
  .tuple(fc.constantFrom(...exampleBlueprints), surroundings, fc.constantFrom(...blueprintForms), tears())
  .map(([[, text], around, [, form], edit]) => tear(form(surround(text, around)), edit));

const stack = template(
  `      DBClusterIdentifier: orders\n      DatabaseName: !Sub ["\${Name}\${Own}", { Own: !Ref Name }]\n`,
  {
    sections: `Parameters: { Name: { Type: String } }
Conditions: { IsProd: !Equals [!Ref Name, prod] }
Mappings: { Sizes: { small: { class: a } } }
Metadata: { AuroraBlueprint: { scenarios: [{ name: x, events: [{ at: 1m, crash: orders-a }] }] } }
`,
    resources: instance(
      'A',
      '      DBInstanceIdentifier: orders-a\n      PromotionTier: !FindInMap [Sizes, small, class]\n',
      'IsProd',
    ),
  },
);
const templates = fc
  .tuple(fc.constantFrom(...templateForms), tears())
  .map(([[, form], edit]) => tear(form(stack), edit));

/** Every mention lies in the text with the characters of its name, and every name is renamed or refused. */
function expectSound(text: string, index: NameIndex): void {
  for (const name of index.names) {
    expect(name.mentions.length).toBeGreaterThan(0);
    for (const { range, whole, writing } of name.mentions) {
      expect(whole.start <= range.start && range.end <= whole.end && whole.end <= text.length).toBe(true);
      const written = text.slice(range.start, range.end);
      if (/plain|part/.test(writing)) expect(written.toLowerCase()).toBe(name.text.toLowerCase());
    }
    const edits = rename(index, name, 'other');
    if (isRefusal(edits)) expect(edits.problem).toMatch(/\.$/);
  }
  for (let offset = 0; offset <= text.length; offset += 11) index.at(offset);
}

test('whatever is torn out of a blueprint or put in', () => {
  fc.assert(
    fc.property(fc.oneof(blueprints, yamlSoup), (text) => expectSound(text, blueprintNames(readBlueprint(text)))),
  );
});

test('whatever is torn out of a template or put in', () => {
  fc.assert(
    fc.property(templates, (text) => {
      const read = readTemplate(text);
      if (read !== undefined) expectSound(text, templateNames(read));
    }),
    { numRuns: 300 },
  );
});
