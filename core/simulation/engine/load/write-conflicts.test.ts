import { expect, test } from 'vitest';
import { clusterAt, momentOf, multiMaster, played, threeZones } from '../../testing/example.ts';
import type { Timeline } from '../../timeline.ts';

const loaded = (clusters: string) => `${clusters}\nworkload: { readsPerSecond: 3000, writesPerSecond: 6000 }`;
const quiet = '{ at: 1m, load: { connections: 10 } }';
const rateAt = (timeline: Timeline, instant: number) => clusterAt(timeline, instant).conflictsPerSecond;

test('of the writes that meet, those on two of three writers conflict, and one of two is rolled back', () => {
  const timeline = played(loaded(multiMaster), quiet, ', duration: 10m, assumptions: { contendedWrites: 100 }');
  expect(rateAt(timeline, 0)).toBe((6000 / 100) * (2 / 3) * (1 / 2));
  expect(timeline.verdict.writeConflicts).toBe(20 * 600);
  expect(timeline.summary.detail).toContain('12,000 writes were rolled back in conflicts.');
  expect(momentOf(timeline, 'start').explanation.detail).toContain('20 writes/s change a page too late');
});

test('fewer writers conflict less, and one alone with nobody', () => {
  const timeline = played(
    loaded(multiMaster),
    '{ at: 1m, fail: instance, target: orders-a }, { at: 2m, fail: instance, target: orders-b }',
  );
  expect([0, 60_000, 120_000].map((instant) => rateAt(timeline, instant))).toEqual([20, 15, 0]);
  expect(timeline.verdict.writeConflicts).toBe((20 + 15) * 60);
});

test('a single writer has no conflicts, whatever meets: the later write waits for a lock', () => {
  const timeline = played(loaded(threeZones), quiet, ', assumptions: { contendedWrites: 10000 }');
  expect(rateAt(timeline, 0)).toBeUndefined();
  expect(timeline.verdict.writeConflicts).toBe(0);
});

test('an application that divides its data has none', () => {
  const timeline = played(loaded(multiMaster), quiet, ', assumptions: { contendedWrites: 0 }');
  expect(timeline.verdict.writeConflicts).toBe(0);
  expect(momentOf(timeline, 'start').explanation.detail).toContain('No two of them change one page');
});

test('without known writes nobody can say how many conflict', () => {
  const timeline = played(multiMaster, quiet, ', expect: { writeConflicts: "< 10" }');
  expect(timeline.verdict.writeConflicts).toBeNull();
  expect(timeline.expectations.map(({ outcome }) => outcome)).toEqual(['inconclusive']);
});

test.each([
  ['< 12001', 'pass'],
  ['< 12000', 'fail'],
])('conflicts can be expected to be %s: %s', (expected, outcome) => {
  const timeline = played(loaded(multiMaster), quiet, `, duration: 10m, expect: { writeConflicts: "${expected}" }`);
  expect(timeline.expectations).toMatchObject([{ outcome, detail: '12,000.' }]);
});

test('writes spread evenly over the writers, reads over whoever runs', () => {
  const timeline = played(loaded(multiMaster), '{ at: 1m, fail: instance, target: orders-c }');
  const loads = (instant: number) => clusterAt(timeline, instant).instances.map(({ load }) => load);
  expect(loads(0)).toEqual([15, 15, 30]);
  expect(loads(60_000)).toEqual([23, 23, undefined]);
});
