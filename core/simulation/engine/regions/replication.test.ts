import { expect, test } from 'vitest';
import { clusterAt, momentOf, played, threeZones, twoRegions } from '../../testing/example.ts';

const bounded = threeZones.replace('region: us-east-1', 'region: us-east-1\n  parameters: { rds.global_db_rpo: 20 }');
const ireland = '{ region: eu-west-1, instances: [{ id: eu-a, class: db.r7g.large }] }';
const frankfurt = '{ region: eu-central-1, instances: [{ id: de-a, class: db.r7g.large }] }';
const lag = ', assumptions: { globalLag: 0.8s }';
const cut = '{ at: 1m, partition: [[us-east-1], [eu-west-1]], for: 10m }';

test('the lag grows while a Region is cut off, and shrinks while it fetches what it missed', () => {
  const timeline = played(twoRegions, `${cut}, { at: 5m, restart: orders-c }, { at: 670s, restart: orders-b }`, lag);
  const at = (instant: number) => clusterAt(timeline, instant, 'eu-west-1');
  expect(at(0)).toMatchObject({ replication: 'streaming', lag: 800 });
  expect(at(60_000)).toMatchObject({ replication: 'cut-off', lag: 800 });
  expect(at(300_000)).toMatchObject({ replication: 'cut-off', lag: 240_800 });
  expect(at(660_000)).toMatchObject({ replication: 'catching-up', lag: 600_800 });
  // 10 s later it has fetched 100 s of commits, and 10 s of new ones have come.
  expect(at(670_000)).toMatchObject({ replication: 'catching-up', lag: 510_800 });
  const caughtUp = timeline.moments.find(({ label }) => label === 'caught up');
  // 600 s behind, gaining 9 s each second.
  expect(caughtUp?.at).toBe(660_000 + 66_667);
  expect(at(1_800_000)).toMatchObject({ replication: 'streaming', lag: 800 });
});

test('a failover loses what a Region that is still catching up has not fetched', () => {
  const events = `${cut}, { at: 670s, failover: region, target: eu-west-1 }`;
  expect(played(twoRegions, events, `${lag.slice(0, -2)}}, duration: 1h`).verdict.regionDataLossSeconds).toBe(510.8);
});

test('rds.global_db_rpo makes commits wait when the only secondary is further behind', () => {
  const timeline = played(`${bounded}secondaries: [${ireland}]`, cut, lag);
  const stalled = momentOf(timeline, 'writes-stalled');
  // 800 ms behind when it is cut off: 19.2 s more of commits are acknowledged.
  expect([stalled.at, stalled.explanation.headline]).toEqual([
    79_200,
    'Every commit waits: no secondary is less than 20 s behind (rds.global_db_rpo).',
  ]);
  expect(clusterAt(timeline, 79_200)).toMatchObject({
    writes: 'stalled',
    reads: 'up',
    volume: { worst: { complete: 6 } },
  });
  expect(clusterAt(timeline, 79_200, 'eu-west-1').lag).toBe(20_000);
  expect(momentOf(timeline, 'writes-up').at).toBe(660_000);
  expect(timeline.verdict.writesUnavailableSeconds).toBe(580.8);
});

test('a failover loses no more than the bound', () => {
  const events = `${cut}, { at: 5m, failover: region, target: eu-west-1 }`;
  expect(played(`${bounded}secondaries: [${ireland}]`, events, lag).verdict.regionDataLossSeconds).toBe(20);
});

test('one secondary within the bound is enough', () => {
  const clusters = `${bounded}secondaries: [${ireland}, ${frankfurt}]`;
  expect(played(clusters, cut, lag).verdict.writesUnavailableSeconds).toBe(0);
  const both = `${cut}, { at: 2m, fail: region, target: eu-central-1, for: 1m }`;
  const timeline = played(clusters, both, lag);
  const stalled = momentOf(timeline, 'writes-stalled');
  expect([stalled.at, stalled.explanation.detail]).toEqual([
    139_200,
    'All 2 are behind; one within the bound is enough for commits to go on.',
  ]);
  expect(momentOf(timeline, 'writes-up').at).toBe(180_000);
});

test('a secondary that catches up counts as soon as it is within the bound again', () => {
  const clusters = `${bounded}secondaries: [${ireland}, ${frankfurt}]`;
  const timeline = played(clusters, `${cut}, { at: 11m, fail: region, target: eu-central-1 }`, lag);
  const up = timeline.moments.find(({ label, at }) => label === 'commits go on' && at > 660_000);
  // Frankfurt passes the bound at 679.2 s; Ireland is 428 s behind then and fetches ten seconds of commits each second.
  expect(up?.at).toBe(679_200 + 40_800);
});

test('without the bound nothing waits', () => {
  expect(played(twoRegions, cut).verdict.writesUnavailableSeconds).toBe(0);
});

test('write forwarding: readers of a secondary take writes for the writer of the primary Region, while they reach it', () => {
  const forwarding = ireland.replace('{ region', '{ enableGlobalWriteForwarding: true, region');
  const timeline = played(`${threeZones}secondaries: [${forwarding}]`, `${cut}, { at: 15m, crash: writer }`);
  const reader = (at: number) => clusterAt(timeline, at, 'eu-west-1').endpoints.find(({ name }) => name === 'reader');
  expect([reader(0)?.forwarding, reader(60_000)?.forwarding, reader(700_000)?.forwarding]).toEqual([
    'up',
    'down',
    'up',
  ]);
  expect(reader(900_000)?.forwarding).toBe('down');
  expect(momentOf(timeline, 'writes-stalled').explanation.headline).toBe(
    'Writes sent to eu-west-1 fail: its readers forward them to us-east-1, out of reach.',
  );
});

test('local write forwarding: readers take writes for their writer', () => {
  const local = threeZones.replace('region: us-east-1', 'region: us-east-1\n  enableLocalWriteForwarding: true');
  const timeline = played(local, '{ at: 1m, crash: writer }');
  const reader = (at: number) => clusterAt(timeline, at).endpoints.find(({ name }) => name === 'reader');
  expect([reader(0)?.forwarding, reader(60_000)?.forwarding, reader(1_800_000)?.forwarding]).toEqual([
    'up',
    'down',
    'up',
  ]);
  const without = clusterAt(played(threeZones, '{ at: 1m, crash: writer }'), 0);
  expect(without.endpoints.some(({ forwarding }) => forwarding !== undefined)).toBe(false);
});

test('with two Regions, the bound in the parameters of the secondary stalls commits after a failover to it', () => {
  const both = ireland.replace('{ region', '{ parameters: { rds.global_db_rpo: 20 }, region');
  const events = '{ at: 1m, fail: region, target: us-east-1 }, { at: 2m, failover: region, target: eu-west-1 }';
  const timeline = played(`${threeZones}secondaries: [${both}]`, events, lag);
  expect(clusterAt(timeline, 1_800_000, 'eu-west-1')).toMatchObject({ role: 'primary', writes: 'stalled' });
});
