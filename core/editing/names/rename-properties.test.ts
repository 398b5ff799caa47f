import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readBlueprint } from '../../design/readers/blueprint.ts';
import { readTemplate } from '../../design/readers/template.ts';
import { exportCloudFormation } from '../../design/writers/cloudformation.ts';
import { checkBlueprint } from '../../rules/check-blueprint.ts';
import { checkTemplate } from '../../rules/check-template.ts';
import { designRulePages } from '../../rules/design-rule-pages.ts';
import type { Finding } from '../../rules/finding.ts';
import { templateRulePages } from '../../rules/template-rule-pages.ts';
import { blueprintForms } from '../../testing/blueprint-forms.ts';
import { exampleBlueprints } from '../../testing/examples.ts';
import { readFixture } from '../../testing/markers.ts';
import { surround, surroundings } from '../../testing/surroundings.ts';
import { templateForms } from '../../testing/template-forms.ts';
import { applyEdits } from '../../text/range.ts';
import { blueprintNames } from './blueprint-names.ts';
import { declarationsOf, type Name, type NameIndex } from './name.ts';
import { newNameFault } from './new-name-fault.ts';
import { isRefusal, rename } from './rename.ts';
import { templateNames } from './template-names.ts';

const textsOf = (pages: typeof designRulePages) =>
  Object.values(pages).flatMap(({ bad, good }) => [bad, good].map((text) => readFixture(text).text));

const blueprintSources = [...exampleBlueprints.map(([, text]) => text), ...textsOf(designRulePages)];
const exampleTemplates = exampleBlueprints
  .flatMap(([, text]) => readBlueprint(text).documents)
  .flatMap(({ design }) => exportCloudFormation(design).templates.map(({ text }) => text));
const templateSources = [
  ...textsOf(templateRulePages).filter((text) => readTemplate(text) !== undefined),
  ...exampleTemplates,
];

interface Checked {
  readonly names: NameIndex;
  readonly findings: readonly Finding[];
}

function check(text: string): Checked {
  const template = readTemplate(text);
  if (template !== undefined) return { names: templateNames(template), findings: checkTemplate(template) };
  const blueprint = readBlueprint(text);
  return { names: blueprintNames(blueprint), findings: checkBlueprint(blueprint) };
}

/** A name like another one, that nobody has. */
function freshName({ kind, text }: Name): string {
  const isWord = ['parameter', 'resource', 'condition', 'mapping', 'substitution', 'loopVariable'].includes(kind);
  const stem = text.slice(0, 50).replace(/-$/, '');
  return isWord ? `${text}Renamed` : `${stem}-renamed`;
}

/** Rules that speak of a name because another one is like it, or the same: any new name silences them. */
const onLikeness = ['AUR017', 'AUR116'];

/** What is said of a text, whatever the name is. */
function said(all: readonly Finding[], names: readonly string[]): readonly string[] {
  const findings = all.filter(({ rule }) => !onLikeness.includes(rule));
  const anyName = (text: string) => names.reduce((result, name) => result.replaceAll(name, '…'), text);
  return findings.map(({ rule, severity, path }) => `${rule} ${severity} ${anyName(path)}`).sort();
}

/** Whether a name could be given again: of two that are the same, the second could not. */
function isOnlyOne({ names }: NameIndex, { kind, text }: Name): boolean {
  return names.filter((other) => other.kind === kind && other.text.toLowerCase() === text.toLowerCase()).length === 1;
}

/** Gives a name another one, and its own back. */
function expectSoundRename(text: string, pick: number): void {
  const { names, findings } = check(text);
  const candidates = names.names.filter(
    (name) => newNameFault(name.kind, name.text) === undefined && isOnlyOne(names, name),
  );
  fc.pre(candidates.length > 0);
  const name = candidates[pick % candidates.length] as Name;
  const newName = freshName(name);
  const edits = rename(names, name, newName);
  fc.pre(!isRefusal(edits));
  const renamed = applyEdits(text, edits);
  const after = check(renamed);
  const both = [newName, name.text];
  expect(said(after.findings, both), renamed).toEqual(said(findings, both));
  expect(renamed.split('#').length).toBe(text.split('#').length);

  const [declaration] = declarationsOf(name);
  const moved = edits.filter(({ range }) => range.start < (declaration?.range.start ?? 0));
  const at = (declaration?.range.start ?? 0) + moved.length * (newName.length - name.text.length);
  const again = after.names.at(at)?.name;
  expect(again?.text).toBe(newName);
  expect(again?.mentions.length).toBe(name.mentions.length);
  const back = again === undefined ? [] : rename(after.names, again, name.text);
  expect(isRefusal(back) ? back.problem : applyEdits(renamed, back)).toBe(text);
}

const blueprintText = fc
  .tuple(fc.constantFrom(...blueprintSources), fc.option(surroundings), fc.constantFrom(...blueprintForms))
  .map(([text, around, [, form]]) => form(around === null ? text : surround(text, around)));
const templateText = fc
  .tuple(fc.constantFrom(...templateSources), fc.constantFrom(...templateForms))
  .map(([text, [, form]]) => form(text));

test('a rename in a blueprint makes no finding appear or disappear, and back again gives the same bytes', () => {
  fc.assert(fc.property(blueprintText, fc.nat(), expectSoundRename), { numRuns: 200 });
});

test('a rename in a template does neither', () => {
  fc.assert(fc.property(templateText, fc.nat(), expectSoundRename), { numRuns: 100 });
});

test('every name of every example', () => {
  for (const text of [...exampleBlueprints.map(([, example]) => example), ...exampleTemplates]) {
    const count = check(text).names.names.length;
    for (let pick = 0; pick < count; pick += 1) {
      try {
        expectSoundRename(text, pick);
      } catch (error) {
        if (!fc.PreconditionFailure.isFailure(error)) throw error;
      }
    }
  }
});
