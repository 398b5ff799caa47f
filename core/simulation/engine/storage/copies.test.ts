import { expect, test } from 'vitest';
import { alone, clusterAt, momentOf, played, threeZones } from '../../testing/example.ts';
import type { BranchMoment, Timeline } from '../../timeline.ts';

const gibibyte = 1_073_741_824;
/** Figures of these runs, without a range. */
const figures =
  ', assumptions: { snapshot: 2m, clone: 4m, restore: 5m, restorePerGib: 1s, creation: 6m, latestRestorable: 5m }';
const writing = (clusters: string, writes = 1000) => `workload: { writesPerSecond: ${writes} }\n${clusters}`;
const copying = (events: string, clusters = threeZones, rest = '') => played(clusters, events, `${figures}${rest}`);
const headlines = ({ moments }: Timeline, ...kinds: readonly string[]) =>
  moments.filter(({ kind }) => kinds.includes(kind)).map(({ explanation }) => explanation.headline);
const refusals = (timeline: Timeline) => headlines(timeline, 'refused');
const detailOf = (timeline: Timeline, kind: 'copy-begun' | 'copy-available') =>
  momentOf(timeline, kind).explanation.detail;

function branchAt(timeline: Timeline, instant: number, name: string): BranchMoment {
  const branch = clusterAt(timeline, instant).branches?.find((candidate) => candidate.name === name);
  if (branch === undefined) throw new Error(`there is no ${name} at ${instant}`);
  return branch;
}

test('a snapshot is what is committed at that instant, and can be restored a while later', () => {
  const timeline = copying('{ at: 10m, snapshot: before }');
  expect(headlines(timeline, 'copy-begun', 'copy-available')).toEqual([
    'Snapshot before holds all that is committed by now; the writer does not pause.',
    'Snapshot before can be restored, 2 min after it was taken.',
  ]);
  expect(branchAt(timeline, 600_000, 'before')).toMatchObject({ kind: 'snapshot', state: 'creating', billedBytes: 0 });
  expect(branchAt(timeline, 720_000, 'before')).toMatchObject({ state: 'available', since: 720_000 });
  expect(timeline.verdict).toMatchObject({ writesUnavailableSeconds: 0, readsUnavailableSeconds: 0 });
});

test('a restore of a snapshot makes a new cluster without what was committed since', () => {
  const timeline = copying(
    '{ at: 2m, snapshot: before }, { at: 10m, restore: { snapshot: before }, class: db.r7g.large }',
  );
  expect(headlines(timeline, 'copy-begun', 'copy-available', 'copy-answers').slice(2)).toEqual([
    'restore-1 gets what snapshot before holds; orders stays as it is.',
    'restore-1 is available, 6 min 40 s after it was asked for.',
    'restore-1 answers at its own endpoint, 12 min 40 s after it was asked for.',
  ]);
  expect(timeline.copies[1]).toMatchObject({
    name: 'restore-1',
    kind: 'restore',
    atSeconds: 600,
    availableAfterSeconds: 400,
    answersAfterSeconds: 760,
    missingSeconds: 480,
    gibibytes: 100,
  });
});

test('a restore to an instant says how much is missing, also when nobody wrote for a while', () => {
  const at20 = '{ at: 20m, restore: { toTime: 10m } }';
  expect(detailOf(copying(at20), 'copy-begun')).toMatch(/^10 min of commits since are not in it\./);
  const away = '{ at: 12m, fail: instance, target: writer, for: 3m }';
  const detail = detailOf(
    played(alone, `${away}, ${at20}`, `${figures.replace(' }', ', restart: 60s }')}`),
    'copy-begun',
  );
  expect(detail).toMatch(/^6 min of commits since are not in it\./);
});

test('of a snapshot that the design has, what is missing is at least what the run has committed', () => {
  const timeline = copying(
    '{ at: 3m, restore: { snapshot: weekly } }',
    threeZones.replace('  instances:', '  snapshots: [{ id: weekly }]\n  instances:'),
  );
  expect(detailOf(timeline, 'copy-begun')).toMatch(/^At least 3 min of commits since/);
});

test('a larger volume takes longer to restore, and as long to clone', () => {
  const large = threeZones.replace('  instances:', '  volume: { size: 1 TiB }\n  instances:');
  const times = (clusters: string) =>
    copying('{ at: 10m, restore: { toTime: 5m } }, { at: 10m, clone: staging }', clusters, ', duration: 2h').copies.map(
      ({ availableAfterSeconds }) => availableAfterSeconds,
    );
  expect(times(threeZones)).toEqual([400, 240]);
  expect(times(large)).toEqual([1324, 240]);
});

test('a restore holds what the volume held then: it had grown less', () => {
  const grows = threeZones.replace('  instances:', '  volume: { size: 100 GiB, growthPerDay: 1440 GiB }\n  instances:');
  const { copies } = copying('{ at: 20m, restore: { toTime: 10m } }, { at: 20m, clone: staging }', grows);
  expect(copies.map(({ gibibytes }) => gibibytes)).toEqual([110, 120]);
});

test('backups reach neither into the last minutes nor beyond their retention', () => {
  expect(refusals(copying('{ at: 12m, restore: { toTime: 10m } }'))).toEqual([
    'Nothing happens: backups reach up to 5 min ago; ask again at 15 min.',
  ]);
  expect(refusals(copying('{ at: 12m, restore: { toTime: 20m } }'))).toEqual(['Nothing happens: 20 min lies ahead.']);
  const late = '{ at: 50h, restore: { toTime: 10h } }, { at: 50h, restore: { toTime: 26h } }';
  expect(refusals(copying(late, threeZones, ', duration: 60h'))).toEqual([
    'Nothing happens: backups are kept for 1 d; give 1 d 2 h or later.',
  ]);
  const kept = threeZones.replace('  instances:', '  backupRetentionPeriod: 7\n  instances:');
  expect(refusals(copying(late, kept, ', duration: 60h'))).toEqual([]);
});

test('a snapshot that is not complete, deleted or never taken cannot be restored', () => {
  const early = '{ at: 1m, snapshot: before }, { at: 90s, restore: { snapshot: before } }';
  expect(refusals(copying(early))).toEqual([
    'Nothing happens: snapshot before is complete in 1 min 30 s; restore it then.',
  ]);
  const ahead = '{ at: 5m, restore: { snapshot: before } }, { at: 9m, snapshot: before }';
  expect(refusals(copying(ahead))).toEqual(['Nothing happens: there is no snapshot before at this moment.']);
  const gone = '{ at: 1m, snapshot: before }, { at: 5m, remove: before }, { at: 9m, restore: { snapshot: before } }';
  expect(refusals(copying(gone))).toEqual(['Nothing happens: there is no snapshot before at this moment.']);
  expect(() => copying('{ at: 1m, snapshot: before }, { at: 9m, restore: { snapshot: befor } }')).toThrow(
    'There is no snapshot befor; did you mean before?',
  );
  expect(() => copying('{ at: 9m, restore: {} }')).toThrow(
    'scenarios[0].events[0] restores with neither toTime nor snapshot; give one of them.',
  );
});

test('a source that is dark, or whose quorum is lost, is not copied; its backups still are when the quorum is lost', () => {
  const dark = '{ at: 1m, fail: region, target: us-east-1 }';
  const all = '{ at: 9m, snapshot: s }, { at: 9m, clone: c }, { at: 9m, restore: { toTime: 2m } }';
  expect(refusals(copying(`${dark}, ${all}`))).toEqual(Array(3).fill('Nothing happens: us-east-1 is dark.'));
  const lost = ['A', 'B', 'C', 'D'].map((letter) => `{ at: 9m, fail: segment, target: pg-2/${letter} }`).join(', ');
  const timeline = copying(`${lost}, ${all}`);
  const why = 'Nothing happens: pg-2 has 2 complete copies, and reading the volume takes 3.';
  expect(refusals(timeline)).toEqual([why, why]);
  expect(timeline.copies.map(({ name }) => name)).toEqual(['restore-1']);
});

test('names are given once, and a clone needs an instance in its source', () => {
  const twice = '{ at: 1m, clone: staging }, { at: 2m, clone: staging }, { at: 3m, clone: orders }';
  expect(refusals(copying(twice))).toEqual([
    'Nothing happens: the name staging is taken.',
    'Nothing happens: the name orders is taken.',
  ]);
  const again = '{ at: 1m, clone: staging }, { at: 2m, remove: staging }, { at: 3m, clone: staging }';
  expect(refusals(copying(again))).toEqual([]);
  const empty = '{ at: 1m, remove: orders-a }, { at: 2m, clone: staging }';
  expect(refusals(copying(empty, alone))).toEqual(['Nothing happens: orders has no instance, and a clone needs one.']);
});

test('a dark Region keeps a copy from becoming available until it is back', () => {
  const events =
    '{ at: 1m, clone: staging, class: db.r7g.large }, { at: 3m, fail: region, target: us-east-1, for: 5m }';
  const timeline = copying(events);
  expect(timeline.copies[0]).toMatchObject({ availableAfterSeconds: 420, answersAfterSeconds: 780 });
  expect(branchAt(timeline, 300_000, 'staging').endpoint).toEqual({
    name: 'staging',
    answers: [],
    reason: 'us-east-1 is dark',
  });
});

test('a clone has an endpoint of its own, which expectations can name', () => {
  const rest =
    ', expect: { at: [{ at: 10m, endpoints: { staging: [] } }, { at: 12m, endpoints: { staging: [staging-1] } }] }';
  const timeline = copying('{ at: 1m, clone: staging, class: db.r7g.large }', threeZones, rest);
  expect(timeline.expectations.map(({ outcome, detail }) => [outcome, detail])).toEqual([
    ['pass', 'Nobody answers.'],
    ['pass', 'staging-1 answers.'],
  ]);
});

test('the 16th clone is a full copy, with the time and the storage of one', () => {
  const events = Array.from({ length: 16 }, (_, index) => `{ at: ${index + 1}m, clone: clone-${index + 1} }`).join(
    ', ',
  );
  const timeline = copying(events, threeZones, ', duration: 1h');
  expect(timeline.copies.map(({ kind }) => kind)).toEqual([...Array(15).fill('clone'), 'full-copy']);
  expect(timeline.copies[15]).toMatchObject({ availableAfterSeconds: 400 });
  expect(branchAt(timeline, 3_600_000, 'clone-16')).toMatchObject({ sharedBytes: 0, billedBytes: 100 * gibibyte });
  const fewer = copying(`${events}, { at: 15500ms, remove: clone-1 }`.replace('15500ms', '930s'), threeZones);
  expect(fewer.copies.map(({ kind }) => kind)).toEqual(Array(16).fill('clone'));
});

test('pages diverge with the writes of each side', () => {
  const events =
    '{ at: 1m, clone: staging, class: db.r7g.large }, { at: 15m, load: { writesPerSecond: 500 }, target: staging }';
  const timeline = copying(events, writing(threeZones), ', duration: 1h');
  const before = branchAt(timeline, 660_000, 'staging');
  expect(before.ownBytes).toBe(0);
  // Of 13,107,200 pages the source has written 600,000, some of them twice.
  expect(Math.floor(before.keptBytes / 8192)).toBe(586_474);
  const end = branchAt(timeline, 3_600_000, 'staging');
  // 1,350,000 writes of its own.
  expect(Math.round(end.ownBytes / 8192 / 1000)).toBe(1283);
  expect(end.ownBytes + end.keptBytes + end.sharedBytes).toBe(end.bytes);
});

test('who pays for pages that the source has written since is an assumption', () => {
  const events = '{ at: 1m, clone: staging }';
  const rest = (share: number) => `${figures.replace(' }', `, keptPagesToClone: ${share} }`)}, duration: 2h`;
  const [all] = played(writing(threeZones), events, rest(100)).copies;
  const [half] = played(writing(threeZones), events, rest(50)).copies;
  expect(all?.sourceGibHours).toBe(0);
  expect(half?.billedGibHours).toBeCloseTo((all?.billedGibHours ?? 0) / 2, 2);
  expect(half?.sourceGibHours).toBeCloseTo((all?.billedGibHours ?? 0) / 2, 2);
});

test('the load of what has no instance, or is not there, is refused', () => {
  const load = '{ at: 9m, load: { writesPerSecond: 5 }, target: staging }';
  expect(refusals(copying(`{ at: 1m, clone: staging }, ${load}`))).toEqual([
    'Nothing happens: staging has no instance; give it a class.',
  ]);
  expect(refusals(copying(`${load}, { at: 10m, clone: staging }`))).toEqual([
    'Nothing happens: staging does not exist at this moment.',
  ]);
  expect(refusals(copying(`{ at: 1m, clone: staging, class: db.r7g.large }, ${load}`))).toEqual([
    'Nothing happens: staging has no instance yet; it answers in 2 min.',
  ]);
  expect(() => copying(load)).toThrow('There is no clone or restored cluster staging; there is none.');
});
