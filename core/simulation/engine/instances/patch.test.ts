import { expect, test } from 'vitest';
import { clusterAt, momentOf, played, threeZones, twoRegions } from '../../testing/example.ts';

test('a patch takes every instance away at once, and nobody is promoted', () => {
  const timeline = played(threeZones, '{ at: 1m, patch: engine }');
  const states = clusterAt(timeline, 60_000).instances.map(({ state }) => state);
  expect(states).toEqual(['upgrading', 'upgrading', 'upgrading']);
  expect(timeline.verdict.promoted).toBe('nobody');
  expect(timeline.verdict.writerRecoverySeconds).toBeGreaterThanOrEqual(20);
  expect(timeline.summary.recovery.map(({ part }) => part)).toEqual(['patch']);
  expect(clusterAt(timeline, 1_800_000)).toMatchObject({ writes: 'up', reads: 'up' });
});

test('without downtime connections stay open, and requests wait for at most a minute', () => {
  const timeline = played(threeZones, '{ at: 1m, patch: engine, zeroDowntime: true }');
  expect(momentOf(timeline, 'patch').explanation.headline).toContain('connections stay open');
  expect(timeline.verdict.writerRecoverySeconds).toBeLessThanOrEqual(60);
});

test('a global database is patched with downtime, whatever was asked', () => {
  const timeline = played(twoRegions, '{ at: 1m, patch: engine, zeroDowntime: true }');
  expect(momentOf(timeline, 'patch').explanation.detail).toContain('A global database is not patched without downtime');
});

test('a cluster without a writer that runs is not patched', () => {
  const timeline = played(threeZones, '{ at: 1m, crash: writer }, { at: 61s, patch: engine }');
  expect(momentOf(timeline, 'refused').explanation.headline).toBe('Nothing happens: a patch needs a writer that runs.');
});
