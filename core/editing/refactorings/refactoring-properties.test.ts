import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Lexer } from 'yaml';
import { type Content, contentOf, groupAt, groupsAt } from '../../design/content/design-content.ts';
import { clustersOf, type Design } from '../../design/design.ts';
import { known } from '../../design/node.ts';
import { writerOf } from '../../design/promotion.ts';
import { readBlueprint } from '../../design/readers/blueprint.ts';
import { newBlueprint } from '../../design/writers/new-blueprint.ts';
import { checkBlueprint } from '../../rules/check-blueprint.ts';
import { designRulePages } from '../../rules/design-rule-pages.ts';
import { anyContent } from '../../testing/arbitrary-content.ts';
import { blueprintForms } from '../../testing/blueprint-forms.ts';
import { exampleBlueprints } from '../../testing/examples.ts';
import { readFixture } from '../../testing/markers.ts';
import { refactoringsAt } from '../../testing/refactor.ts';
import { surround, surroundings } from '../../testing/surroundings.ts';
import { tear, tears } from '../../testing/yaml-edits.ts';
import { applyEdits } from '../../text/range.ts';
import { blueprintNames } from '../names/blueprint-names.ts';
import { blueprintRefactorings } from './blueprint-refactorings.ts';
import type { Refactoring } from './refactoring.ts';
import { byAvailabilityZone } from './sort-instances.ts';

const sources = [
  ...exampleBlueprints.map(([, text]) => text),
  ...Object.values(designRulePages).flatMap(({ bad, good }) => [bad, good].map((text) => readFixture(text).text)),
];

/** Instances of several AZs and classes, in any order. */
const clusterOf = (region: string, prefix: string) =>
  fc.record({
    region: fc.constant(region),
    instances: fc
      .uniqueArray(
        fc.record(
          {
            id: fc.constantFrom('a', 'b', 'c', 'd', 'e', '1', '2').map((end) => `${prefix}-${end}`),
            class: fc.constantFrom('db.r7g.large', 'db.r7g.xlarge'),
            availabilityZone: fc.constantFrom('a', 'b', 'c').map((letter) => region + letter),
            promotionTier: fc.constantFrom(0, 1, 2),
          },
          { requiredKeys: ['id', 'class'] },
        ),
        { minLength: 1, maxLength: 5, selector: ({ id }) => id },
      )
      .filter((instances) => instances.length > 0),
    preferredBackupWindow: fc.constantFrom('03:00-03:30', '04:00-04:30'),
  });
const clusters = fc
  .record({ primary: clusterOf('us-east-1', 'orders'), secondary: fc.option(clusterOf('eu-west-1', 'europe')) })
  .map(({ primary, secondary }) =>
    newBlueprint({
      aurora: 1,
      name: 'orders',
      engine: 'aurora-postgresql',
      engineVersion: '16.13',
      primary,
      ...(secondary === null ? {} : { secondaries: [{ clusterIdentifier: 'orders-europe', ...secondary }] }),
    }),
  );

const blueprint = fc
  .tuple(
    fc.oneof(
      { weight: 3, arbitrary: clusters },
      { weight: 2, arbitrary: fc.constantFrom(...sources) },
      { weight: 1, arbitrary: anyContent.map((content) => newBlueprint(content)) },
    ),
    fc.option(surroundings),
    fc.constantFrom(...blueprintForms),
  )
  .map(([text, around, [, form]]) => form(around === null ? text : surround(text, around)));

/** Looks at every place of a text, from one of them on, for what is offered there. */
function* refactoringsFrom(text: string, pick: number): Generator<readonly Refactoring[]> {
  const blueprint = readBlueprint(text);
  const known = { findings: lazily(() => checkBlueprint(blueprint)), names: lazily(() => blueprintNames(blueprint)) };
  const offsets = blueprint.documents.flatMap(({ locator }) => {
    return [...locator.places()].flatMap(({ key, value }) => [key?.start ?? value.start, value.start]);
  });
  for (const index of offsets.keys()) {
    const start = offsets[(index + pick) % offsets.length] ?? 0;
    yield blueprintRefactorings(blueprint, known, { start, end: start }, () => true);
  }
}

function firstOf(offered: Iterable<readonly Refactoring[]>): readonly Refactoring[] {
  for (const refactorings of offered) if (refactorings.length > 0) return refactorings;
  return [];
}

function lazily<T>(compute: () => T): () => T {
  let computed: { readonly value: T } | undefined;
  return () => {
    computed ??= { value: compute() };
    return computed.value;
  };
}

function errorsByRule(text: string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { rule, severity } of checkBlueprint(readBlueprint(text))) {
    if (severity === 'error') counts.set(rule, (counts.get(rule) ?? 0) + 1);
  }
  return counts;
}

/** Every comment, in order of its words. */
function commentsOf(text: string): readonly string[] {
  return [...new Lexer().lex(text)].filter((token) => token.startsWith('#')).toSorted();
}

function designOf(text: string): Design {
  const [document] = readBlueprint(text).documents;
  if (document === undefined) throw new Error(`no design in\n${text}`);
  return document.design;
}

/** The design without the order of its instances. */
function unordered(content: Content): Content {
  const sorted = (cluster: Content): Content => {
    const instances = groupsAt(cluster, 'instances').toSorted((a, b) =>
      JSON.stringify(a) < JSON.stringify(b) ? -1 : 1,
    );
    return { ...cluster, instances };
  };
  return {
    ...content,
    primary: sorted(groupAt(content, 'primary')),
    secondaries: groupsAt(content, 'secondaries').map(sorted),
  };
}

function expectPromise(title: string, before: Design, after: Design): void {
  const [was, is] = [contentOf(before), contentOf(after)];
  if (title.startsWith('Extract')) expect(is).toEqual(was);
  else if (title.startsWith('Sort')) {
    expect(unordered(is)).toEqual(unordered(was));
    const isSorted = clustersOf(after).map((cluster) =>
      byAvailabilityZone(after, cluster).every((instance, index) => instance === cluster.instances.items[index]),
    );
    expect(isSorted).toContain(true);
    expect(known(writerOf(after, after.primary)?.id ?? after.name)).toBe(
      known(writerOf(before, before.primary)?.id ?? before.name),
    );
  } else if (/^(Make \S+ the writer|Promote|Change)/.test(title)) {
    const [, id = '', value = ''] = /^\w+ (\S+) (?:to |first, with tier )?(.*)$/.exec(title) ?? [];
    const [changed] = clustersOf(after).flatMap((cluster) =>
      cluster.instances.items.filter((one) => known(one.id) === id).map((instance) => ({ cluster, instance })),
    );
    if (changed === undefined) throw new Error(`${id} is gone`);
    const { cluster, instance } = changed;
    if (title.startsWith('Make')) expect(writerOf(after, cluster)).toBe(instance);
    else if (title.startsWith('Change')) expect(known(instance.class)).toBe(value);
    else expect(known(instance.promotionTier)).toBe(Number(value));
  } else if (title.startsWith('Add the reader')) {
    const [, id, zone] = /^Add the reader (\S+) in (\S+)$/.exec(title) ?? [];
    const instances = (design: Design) => clustersOf(design).flatMap((cluster) => cluster.instances.items);
    const standing = (design: Design) => {
      return instances(design).filter(({ availabilityZone }) => known(availabilityZone) === zone).length;
    };
    expect(standing(after)).toBe(standing(before) + 1);
    expect(instances(after).filter((one) => known(one.id) === id)).toHaveLength(1);
  } else {
    const { secondaries, ...rest } = is;
    const { secondaries: others, ...unchanged } = was;
    expect(rest).toEqual(unchanged);
    expect(groupsAt(is, 'secondaries').slice(0, -1)).toEqual(groupsAt(was, 'secondaries'));
    expect(secondaries).not.toEqual(others);
  }
}

/** Does what a refactoring says, and looks at what has become of the text. */
function expectSound(text: string, { title, edits }: Refactoring): void {
  const after = applyEdits(text, edits());
  expect(after).not.toBe(text);
  expect(commentsOf(after), title).toEqual(commentsOf(text));
  const [was, is] = [errorsByRule(text), errorsByRule(after)];
  const added = [...is].filter(([rule, count]) => count > (was.get(rule) ?? 0));
  expect(added, `${title}\n${text}\n${after}`).toEqual([]);
  expectPromise(title, designOf(text), designOf(after));
}

test('every refactoring does what it says, keeps comments and adds no error', () => {
  fc.assert(
    fc.property(blueprint, fc.nat(), (text, pick) => {
      fc.pre(readBlueprint(text).documents.length === 1);
      const found = firstOf(refactoringsFrom(text, pick));
      fc.pre(found.length > 0);
      expectSound(text, found[pick % found.length] as Refactoring);
    }),
    { numRuns: 100 },
  );
}, 300_000);

test.each(exampleBlueprints)('all that is offered in %s', (_, text) => {
  const refactorings = new Map([...refactoringsFrom(text, 0)].flat().map((one) => [one.title, one]));
  expect(refactorings.size).toBeGreaterThan(0);
  for (const refactoring of refactorings.values()) expectSound(text, refactoring);
});

test('whatever is torn out of a text, nothing throws', () => {
  fc.assert(
    fc.property(fc.constantFrom(...sources), tears(), fc.nat(), (source, torn, at) => {
      const text = tear(source, torn);
      const start = at % (text.length + 1);
      for (const { edits } of refactoringsAt(text, start)) {
        for (const { range } of edits()) expect(range.end).toBeLessThanOrEqual(text.length);
      }
    }),
    { numRuns: 300 },
  );
});
