import fc from 'fast-check';
import { expect, test } from 'vitest';
import { checkBlueprint } from '../rules/check-blueprint.ts';
import { checkTemplate } from '../rules/check-template.ts';
import { blueprintForms } from '../testing/blueprint-forms.ts';
import { exampleBlueprints } from '../testing/examples.ts';
import { instance, template } from '../testing/template-texts.ts';
import { type Tear, tear, tears, yamlSoup } from '../testing/yaml-edits.ts';
import { type Blueprint, nothingRead, readBlueprint } from './readers/blueprint.ts';
import { readTemplate, type Template } from './readers/template.ts';

/** Mostly what somebody types into a design that can be read. */
const typed = fc.constantFrom(
  '',
  ' ',
  '\n',
  '  ',
  'a',
  '1',
  '# c\n',
  'x: 1\n',
  '- x\n',
  ': ',
  '"',
  ', ',
  '\n  port: 99999',
  '\n  backupRet',
  '\n    crash',
  '\nobjec',
  '\n  - ',
  "'",
  '[',
  '{ ',
  '\n      - { at: 1m, fail',
  '\n  enableCloudwatchLogsExports: [post',
);
const edits = fc.array(
  tears(fc.oneof({ weight: 4, arbitrary: typed }, yamlSoup)).map((edit) => ({ ...edit, length: edit.length % 3 })),
  { maxLength: 5 },
);

/** The texts through which a text goes while somebody edits it. */
function versions(text: string, made: readonly Tear[]): readonly string[] {
  const texts = [text];
  for (const edit of made) texts.push(tear(texts.at(-1) ?? '', edit));
  return texts;
}

const scenarios = Array.from(
  { length: 20 },
  (_, index) => `  - name: crash ${index}\n    events:\n      - at: 1m # soon\n        crash: writer\n`,
);
const blueprintTexts = exampleBlueprints.flatMap(([, text]) => {
  const key = text.includes('\nscenarios:') ? '' : 'scenarios:\n';
  return [text, `${text}${key}${scenarios.join('')}`];
});

function seenInBlueprint(blueprint: Blueprint): unknown {
  const offsets = Array.from({ length: 40 }, (_, index) => Math.floor((index * blueprint.text.length) / 40));
  const documents = blueprint.documents.map(({ design, locator }) => {
    const places = [...locator.places()];
    expect(places.map(({ path }) => locator.placeOf(path))).toEqual(places);
    return { design, places, paths: offsets.map((offset) => locator.pathAt(offset)) };
  });
  return { documents, findings: checkBlueprint(blueprint) };
}

test('a blueprint that is read from edit to edit is the one that is read as a whole', () => {
  const start = fc
    .tuple(fc.constantFrom(...blueprintTexts), fc.constantFrom(...blueprintForms))
    .map(([text, [, form]]) => form(text));
  fc.assert(
    fc.property(start, edits, (text, made) => {
      let before: Blueprint | undefined;
      for (const version of versions(text, made)) {
        before = readBlueprint(version, before);
        expect(seenInBlueprint(before)).toEqual(seenInBlueprint(readBlueprint(version)));
      }
    }),
  );
});

test('what an edit does not touch is not read again, though the text is no YAML while somebody types', () => {
  const text = `aurora: 1\nname: orders\nprimary:\n  region: us-east-1\nscenarios:\n${scenarios.join('')}`;
  const before = readBlueprint(text, nothingRead);
  const after = readBlueprint(text.replace('us-east-1', 'us-east-1\n  backupRet'), before);
  expect(after.findings.map(({ rule }) => rule)).toContain('FMT001');
  const [known, read] = [before, after].map(({ documents }) => documents[0]?.design.scenarios.items ?? []);
  expect(read).toHaveLength(scenarios.length);
  for (const [index, scenario] of (read ?? []).entries()) expect(scenario).toBe(known?.[index]);
});

const templateText = template('      BackupRetentionPeriod: !If [IsProduction, 14, 40]\n      Port: !Ref Port\n', {
  sections: `Parameters:
  Port: { Type: Number, Default: 3306 }
  Environment: { Type: String, Default: dev, AllowedValues: [dev, prod] }
Conditions:
  IsProduction: !Equals [!Ref Environment, prod]
`,
  resources: Array.from({ length: 12 }, (_, index) =>
    instance(`Instance${index}`, `      PromotionTier: ${index + 5}\n`, index % 2 === 0 ? '' : 'IsProduction'),
  ).join(''),
});

function seenInTemplate(read: Template | undefined): unknown {
  if (read === undefined) return undefined;
  const findings = checkTemplate(read);
  const places = read.clusters.flatMap(({ designs }) => designs.map(({ locator }) => [...locator.places()]));
  return { root: read.syntax.root, places, findings };
}

test('a template that is read from edit to edit is the one that is read as a whole', () => {
  fc.assert(
    fc.property(edits, (made) => {
      let before: Template | undefined;
      for (const version of versions(templateText, made)) {
        before = readTemplate(version, undefined, before);
        expect(seenInTemplate(before)).toEqual(seenInTemplate(readTemplate(version)));
      }
    }),
  );
});
