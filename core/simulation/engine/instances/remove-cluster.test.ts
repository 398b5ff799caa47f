import { expect, test } from 'vitest';
import { clusterAt, momentOf, played, threeZones, twoRegions } from '../../testing/example.ts';
import type { Timeline } from '../../timeline.ts';

const figures = ', assumptions: { clone: 1m, snapshot: 1m, restore: 1m, restorePerGib: 1ms, pagesPerWrite: 1 }';
const gone = '{ at: 20m, remove: orders }';
const gibibyte = 1_073_741_824;
const branchesAt = (timeline: Timeline, instant: number) =>
  Object.fromEntries((clusterAt(timeline, instant).branches ?? []).map((branch) => [branch.name, branch]));
const refusals = ({ moments }: Timeline) =>
  moments.filter(({ kind }) => kind === 'refused').map(({ explanation }) => explanation.headline);

test('a cluster that is deleted answers nobody, and nobody is promoted', () => {
  const timeline = played(threeZones, gone);
  expect(momentOf(timeline, 'cluster-removed').explanation).toMatchObject({
    headline: 'orders is deleted with 3 instances; nobody answers there any more.',
    detail: 'Its automated backups go with it unless they are retained. Nothing of its data stays.',
  });
  expect(clusterAt(timeline, 1_200_000)).toMatchObject({ instances: [], writes: 'down', reads: 'down' });
  expect(timeline.verdict).toMatchObject({
    writerRecoverySeconds: null,
    writesUnavailableSeconds: 600,
    promoted: 'nobody',
    dataLossSeconds: 0,
  });
});

test('clones survive their source, and divide what it shared with them', () => {
  const timeline = played(threeZones, `{ at: 1m, clone: one }, { at: 2m, clone: two }, ${gone}`, figures);
  expect(branchesAt(timeline, 1_199_999)).toMatchObject({ one: { billedBytes: 0, sharedBytes: 100 * gibibyte } });
  const left = { keptBytes: 100 * gibibyte, sharedBytes: 0, billedBytes: 50 * gibibyte };
  expect(branchesAt(timeline, 1_800_000)).toMatchObject({ one: left, two: left });
});

test('of a clone that is left alone all pages are its own to pay for', () => {
  const events = `{ at: 1m, clone: one }, { at: 2m, clone: two }, ${gone}, { at: 25m, remove: two }`;
  const timeline = played(threeZones, events, figures);
  expect(branchesAt(timeline, 1_800_000)).toMatchObject({ one: { billedBytes: 100 * gibibyte } });
});

test('a snapshot survives and can be restored; automated backups do not', () => {
  const after = '{ at: 25m, restore: { snapshot: s } }, { at: 25m, restore: { toTime: 5m } }, { at: 25m, clone: c }';
  const timeline = played(threeZones, `{ at: 1m, snapshot: s }, ${gone}, ${after}`, figures);
  expect(timeline.copies.map(({ name }) => name)).toEqual(['s', 'restore-1']);
  expect(refusals(timeline)).toEqual([
    'Nothing happens: orders is deleted, and its automated backups with it; restore a snapshot.',
    'Nothing happens: orders is deleted.',
  ]);
});

test('what is deleted gets no reader and is not deleted twice', () => {
  const timeline = played(threeZones, `${gone}, { at: 21m, remove: orders }, { at: 22m, add: reader }`);
  expect(refusals(timeline)).toEqual([
    'Nothing happens: orders is deleted already.',
    'Nothing happens: orders is deleted.',
  ]);
});

test('deletion protection, other Regions and a dark Region stand in the way', () => {
  const kept = threeZones.replace('  instances:', '  deletionProtection: true\n  instances:');
  expect(refusals(played(kept, gone))).toEqual(['Nothing happens: deletionProtection of orders is on.']);
  expect(refusals(played(twoRegions, gone))).toEqual([
    'Nothing happens: orders has clusters in other Regions, which have to go first.',
  ]);
  expect(refusals(played(threeZones, `{ at: 1m, fail: region, target: us-east-1 }, ${gone}`))).toEqual([
    'Nothing happens: us-east-1 is dark.',
  ]);
});
