import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ScenarioEvent } from '../../scenario.ts';
import { simulate } from '../../simulate.ts';
import { arbitraryClusters, copyEvent, passingEvent, scenarioOf } from '../../testing/arbitrary.ts';
import { designOf } from '../../testing/example.ts';
import type { Timeline } from '../../timeline.ts';

const workload = 'workload: { readsPerSecond: 4000, writesPerSecond: 900, connections: 50 }\n';

function tryPlay(clusters: string, events: readonly ScenarioEvent[], seed: number): Timeline | undefined {
  const result = simulate(designOf(workload + clusters), { scenario: scenarioOf(events, seed) });
  return 'problem' in result ? undefined : result.timeline;
}

const copyKinds = ['copy-begun', 'copy-available', 'copy-answers', 'copy-removed'];
const isOfCopy = (headline: string) => /(staging|test|before|after|restore-\d)/.test(headline);

/** What happens to the source: every moment that is not about a copy, without what branches off. */
function sourceOf({ moments, verdict }: Timeline): string {
  const told = moments.filter(
    ({ kind, explanation }) => !copyKinds.includes(kind) && !isCopyRefusal(kind, explanation),
  );
  const withoutBranches = told.map(({ clusters, ...moment }) => ({
    ...moment,
    clusters: clusters.map(({ branches: _branches, ...cluster }) => cluster),
  }));
  return JSON.stringify([withoutBranches, { ...verdict, costUsd: null }]);
}

function isCopyRefusal(kind: string, { headline, detail }: { readonly headline: string; readonly detail: string }) {
  return kind === 'refused' && (/a (snapshot|clone|restore) here/.test(detail) || isOfCopy(headline));
}

test('the source does the same with copies and without', () => {
  fc.assert(
    fc.property(
      arbitraryClusters,
      fc.array(passingEvent, { maxLength: 5 }),
      fc.array(copyEvent, { minLength: 1, maxLength: 6 }),
      fc.nat(),
      (clusters, events, copying, seed) => {
        const without = tryPlay(clusters, events, seed);
        const copied = tryPlay(clusters, [...events, ...copying], seed);
        fc.pre(without !== undefined && copied !== undefined);
        expect(sourceOf(copied)).toBe(sourceOf(without));
      },
    ),
    { numRuns: 100 },
  );
});

/** Clones that write, some of which are deleted, and perhaps their source as well. */
const cloning = fc.array(
  fc.record({
    at: fc.integer({ min: 0, max: 40 }),
    writes: fc.nat(20_000),
    for: fc.option(fc.integer({ min: 30, max: 50 }), { nil: undefined }),
  }),
  { minLength: 1, maxLength: 18 },
);

test('own, kept and shared bytes are all that a clone sees, and nothing is billed twice', () => {
  fc.assert(
    fc.property(cloning, fc.boolean(), fc.nat(20_000), (clones, isDeleted, writes) => {
      const minute = 60_000;
      const events = clones.flatMap(({ at, writes: own, for: length }, index): ScenarioEvent[] => {
        const name = `clone-${index}`;
        return [
          { at: at * minute, clone: name, class: 'db.r7g.large' },
          { at: (at + 20) * minute, load: { writesPerSecond: own }, target: name },
          ...(length === undefined ? [] : [{ at: (at + length) * minute, remove: name }]),
        ];
      });
      const all = isDeleted ? [...events, { at: 45 * minute, remove: 'orders' }] : events;
      const load = { at: 0, load: { writesPerSecond: writes } };
      const timeline = tryPlay(
        'primary: { region: us-east-1, volume: { size: 20 GiB, growthPerDay: 500 GiB }, instances: [{ id: a, class: db.r7g.large }] }',
        [load, ...all],
        1,
      );
      for (const { clusters } of timeline?.moments ?? []) {
        const branches = clusters[0]?.branches ?? [];
        for (const { bytes, ownBytes, keptBytes, sharedBytes, billedBytes } of branches) {
          expect(ownBytes + keptBytes + sharedBytes).toBe(bytes);
          expect(Math.min(ownBytes, keptBytes, sharedBytes)).toBeGreaterThanOrEqual(0);
          expect(billedBytes).toBeLessThanOrEqual(ownBytes + keptBytes);
        }
      }
      for (const { billedGibHours, sourceGibHours } of timeline?.copies ?? []) {
        expect(Math.min(billedGibHours, sourceGibHours)).toBeGreaterThanOrEqual(0);
      }
      expect(timeline?.copies.length).toBeGreaterThan(0);
    }),
    { numRuns: 40 },
  );
});
