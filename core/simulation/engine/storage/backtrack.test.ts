import { expect, test } from 'vitest';
import { readBlueprint } from '../../../design/readers/blueprint.ts';
import { clusterAt, momentOf, played, threeZones, timelineOf } from '../../testing/example.ts';
import type { Timeline } from '../../timeline.ts';

const oneHour = threeZones.replace('region: us-east-1', 'region: us-east-1\n  backtrackWindow: 3600');

/** Plays events on clusters of Aurora MySQL. */
function playedOnMySql(clusters: string, events: string, rest = ''): Timeline {
  const scenario = `scenarios: [{ name: s, seed: 7, events: [${events}]${rest} }]`;
  const text = `aurora: 1\nname: orders\nengine: aurora-mysql\n${clusters}\n${scenario}`;
  const design = readBlueprint(text).documents[0]?.design;
  if (design === undefined) throw new Error('the example holds no design');
  return timelineOf(design, { scenario: 's' });
}

const refusalOf = (timeline: Timeline) => momentOf(timeline, 'refused').explanation.headline;
const back = '{ at: 20m, backtrack: 10m }';

test('a cluster goes back in place: everybody drops connections, and nobody is promoted', () => {
  const timeline = playedOnMySql(oneHour, back, ', assumptions: { backtrack: 2m }');
  const { explanation, clusters } = momentOf(timeline, 'backtracked');
  expect(explanation.headline).toBe('The cluster goes back by 10 min: 10 min of commits are taken back on purpose.');
  expect(clusters).toHaveLength(1);
  expect(clusters[0]?.instances.map(({ state }) => state)).toEqual(['restarting', 'restarting', 'restarting']);
  expect(timeline.verdict).toMatchObject({
    writesUnavailableSeconds: 120,
    readsUnavailableSeconds: 120,
    promoted: 'nobody',
  });
  expect(clusterAt(timeline, 1_800_000)).toMatchObject({ writes: 'up', reads: 'up' });
});

test('commits that are taken back are not lost, and the summary says them', () => {
  const timeline = playedOnMySql(oneHour, back, ', expect: { dataLoss: 0s, never: [acked-commit-lost] }');
  expect(timeline.expectations.map(({ outcome }) => outcome)).toEqual(['pass', 'pass']);
  expect(timeline.summary.detail).toContain('10 min of commits were taken back on purpose.');
});

test('only commits that were taken count: none came while nobody wrote', () => {
  const events = `{ at: 15m, fail: instance, target: writer, for: 3m }, ${back}`;
  const alone = oneHour.replace(/ {4}- \{ id: orders-[bc].*\n/g, '');
  const timeline = playedOnMySql(alone, events, ', assumptions: { restart: 60s }');
  expect(momentOf(timeline, 'backtracked').explanation.headline).toContain('6 min of commits');
});

test('heavy writes leave less of the window', () => {
  const load = 'workload: { writesPerSecond: 40000 }\n';
  const limit = ', assumptions: { backtrackWrites: 5000 }';
  expect(refusalOf(playedOnMySql(`${load}${oneHour}`, back, limit))).toBe(
    'Nothing happens: under this load only 7 min 30 s of change records are kept.',
  );
});

test('what cannot be backtracked is refused with the reason', () => {
  const binlog = `${oneHour}secondaries: [{ region: eu-west-1, replication: binlog, instances: [{ id: e }] }]`;
  expect(refusalOf(played(oneHour, back))).toBe('Nothing happens: only Aurora MySQL can be backtracked.');
  expect(refusalOf(playedOnMySql(threeZones, back))).toBe('Nothing happens: the cluster has no backtrackWindow.');
  expect(refusalOf(playedOnMySql(binlog, back))).toBe(
    'Nothing happens: a cluster with other Regions cannot be backtracked.',
  );
  expect(refusalOf(playedOnMySql(oneHour, '{ at: 1m, backtrack: 2h }'))).toBe(
    'Nothing happens: backtrackWindow is 1 h.',
  );
  expect(refusalOf(playedOnMySql(oneHour, `{ at: 1199s, crash: writer }, ${back}`))).toBe(
    'Nothing happens: the cluster takes no writes at this moment.',
  );
});

test('what was dropped since is there again', () => {
  const clusters = oneHour.replace('region: us-east-1', 'region: us-east-1\n  volume: { size: 300 GiB }');
  const events =
    '{ at: 10m, drop: 100 GiB }, { at: 20m, drop: 50 GiB }, { at: 30m, backtrack: 15m }, { at: 40m, restart: orders-c }';
  const timeline = playedOnMySql(clusters, events, ', duration: 1h');
  const gibibytesAt = (minute: number) => (clusterAt(timeline, minute * 60_000).volume.bytes ?? 0) / 1_073_741_824;
  expect([10, 20, 40].map(gibibytesAt)).toEqual([200, 150, 200]);
});
