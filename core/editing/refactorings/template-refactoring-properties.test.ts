import fc from 'fast-check';
import { expect, test } from 'vitest';
import { clustersOf } from '../../design/design.ts';
import { writerOf } from '../../design/promotion.ts';
import { readBlueprint } from '../../design/readers/blueprint.ts';
import { readTemplate, type Template } from '../../design/readers/template.ts';
import { exportCloudFormation } from '../../design/writers/cloudformation.ts';
import { checkTemplate } from '../../rules/check-template.ts';
import { templateRulePages } from '../../rules/template-rule-pages.ts';
import { exampleBlueprints } from '../../testing/examples.ts';
import { readFixture } from '../../testing/markers.ts';
import { templateForms } from '../../testing/template-forms.ts';
import { instance, template } from '../../testing/template-texts.ts';
import { tear, tears } from '../../testing/yaml-edits.ts';
import { applyEdits } from '../../text/range.ts';
import { templateRefactorings } from './template-refactorings.ts';

const pages = Object.values(templateRulePages).flatMap(({ bad, good }) =>
  [bad, good].map((text) => readFixture(text).text),
);
const exported = exampleBlueprints
  .flatMap(([, text]) => readBlueprint(text).documents)
  .flatMap(({ design }) => exportCloudFormation(design).templates.map(({ text }) => text));

/** Clusters of some instances, as people write them. */
const written = fc
  .uniqueArray(
    fc.record({
      id: fc.constantFrom('Writer', 'Reader', 'Instance1', 'Instance2', 'DbA', 'DbB', 'Replica'),
      zone: fc.constantFrom(
        '',
        'us-east-1a',
        'us-east-1b',
        '!Select [0, !GetAZs ""]',
        '!Select ["1", !GetAZs ""]',
        '!Ref Zone',
      ),
      identifier: fc.constantFrom('', 'orders-1', 'orders-2', 'orders-3', '!Sub "orders-x"'),
      tier: fc.constantFrom('', '0', '1', '15'),
      comment: fc.constantFrom('', ' # by hand'),
    }),
    { minLength: 1, maxLength: 4, selector: ({ id }) => id },
  )
  .map((instances) => {
    const line = (name: string, value: string, comment = '') =>
      value === '' ? '' : `      ${name}: ${value}${comment}\n`;
    const resources = instances.map(({ id, zone, identifier, tier, comment }) =>
      instance(
        id,
        line('AvailabilityZone', zone) +
          line('DBInstanceIdentifier', identifier, comment) +
          line('PromotionTier', tier),
      ),
    );
    return template('', { sections: 'Parameters:\n  Zone:\n    Type: String\n', resources: resources.join('') });
  });

const templateText = fc
  .tuple(
    fc.oneof({ weight: 2, arbitrary: written }, { weight: 1, arbitrary: fc.constantFrom(...pages, ...exported) }),
    fc.constantFrom(...templateForms),
  )
  .map(([text, [, form]]) => form(text));

function read(text: string): Template {
  const found = readTemplate(text);
  if (found === undefined) throw new Error(`no template in\n${text}`);
  return found;
}

/** The instances of each cluster that is the same in all cases, and the writer, by their logical ids. */
function clustersIn(found: Template) {
  return found.clusters.flatMap(({ designs: [only, ...others] }) => {
    if (only === undefined || others.length > 0) return [];
    return clustersOf(only.design).map((cluster) => {
      const idOf = ({ path }: { readonly path: typeof cluster.path }) => only.originOf(path).path[1];
      const writer = writerOf(only.design, cluster);
      return { writer: writer && idOf(writer), instances: cluster.instances.items.map(idOf) };
    });
  });
}

function errorsOf(found: Template): readonly string[] {
  return checkTemplate(found).flatMap(({ rule, severity }) => (severity === 'error' ? [rule] : []));
}

test('a reader is added to a template: one instance more, the same writer, no comment lost, no error', () => {
  fc.assert(
    fc.property(templateText, fc.nat(), (text, pick) => {
      const before = readTemplate(text);
      const offsets = [...(before?.syntax.resources.values() ?? [])].map(({ key }) => key.start);
      const start = offsets[pick % offsets.length] ?? 0;
      fc.pre(before !== undefined);
      const [only] = templateRefactorings(
        before,
        () => checkTemplate(before),
        { start, end: start },
        () => true,
      );
      fc.pre(only !== undefined);
      const [, id] = /^Add the reader (\w+)/.exec(only.title) ?? [];
      const result = applyEdits(text, only.edits());
      const after = read(result);
      const [was, is] = [clustersIn(before), clustersIn(after)];
      expect(
        is.map(({ writer }) => writer),
        result,
      ).toEqual(was.map(({ writer }) => writer));
      const added = is.flatMap(({ instances }, index) =>
        instances.filter((one) => !was[index]?.instances.includes(one)),
      );
      expect(added, result).toEqual([id]);
      const errors = errorsOf(before);
      expect(
        errorsOf(after).filter((rule) => !errors.includes(rule)),
        result,
      ).toEqual([]);
      // All that was written stands there still, around what is new.
      const [{ range, newText } = { range: { start: 0, end: 0 }, newText: '' }, ...others] = only.edits();
      expect(others).toEqual([]);
      expect(range.end).toBe(range.start);
      expect(result.length).toBe(text.length + newText.length);
    }),
    { numRuns: 100 },
  );
}, 300_000);

test('whatever is torn out of a template, nothing throws', () => {
  fc.assert(
    fc.property(fc.constantFrom(...pages, ...exported), tears(), fc.nat(), (source, torn, at) => {
      const found = readTemplate(tear(source, torn));
      fc.pre(found !== undefined);
      const start = at % (found.text.length + 1);
      for (const { edits } of templateRefactorings(
        found,
        () => [],
        { start, end: start },
        () => true,
      ))
        edits();
    }),
    { numRuns: 100 },
  );
}, 300_000);
