import { expect, test } from 'vitest';
import { clusterAt, momentOf, played, threeZones, twoRegions } from '../../testing/example.ts';

/** The writer has 8 vCPU, the readers 8 and 4. */
const loaded = (clusters = threeZones) => `workload: { readsPerSecond: 20000, writesPerSecond: 8000 }\n${clusters}`;

const burdens = (cluster: ReturnType<typeof clusterAt>) =>
  Object.fromEntries(cluster.instances.map(({ id, load, lag }) => [id, [load, lag]]));

test("the workload is the load from the start: reads spread evenly over the readers, writes are the writer's", () => {
  expect(burdens(clusterAt(played(loaded(), '{ at: 1m, crash: orders-c }'), 0))).toEqual({
    'orders-a': [50, undefined],
    'orders-b': [25, 4.804],
    'orders-c': [50, 4.804],
  });
});

test('without a workload nothing is said about load', () => {
  expect(burdens(clusterAt(played(threeZones, '{ at: 1m, crash: orders-c }'), 0))).toEqual({
    'orders-a': [undefined, undefined],
    'orders-b': [undefined, undefined],
    'orders-c': [undefined, undefined],
  });
});

test('the load of a reader that is lost falls on the others, and the last reads fall on the writer', () => {
  const events = '{ at: 1m, fail: instance, target: orders-b }, { at: 2m, fail: instance, target: orders-c }';
  const timeline = played(loaded(), events);
  expect(burdens(clusterAt(timeline, 60_000))).toMatchObject({
    'orders-b': [undefined, undefined],
    'orders-c': [100, 4.804],
  });
  expect(burdens(clusterAt(timeline, 120_000))).toMatchObject({ 'orders-a': [100, undefined] });
});

test('while nobody writes, nothing is behind', () => {
  const timeline = played(loaded(), '{ at: 1m, crash: writer }');
  expect(burdens(clusterAt(timeline, 60_000))).toMatchObject({
    'orders-a': [undefined, undefined],
    'orders-b': [25, undefined],
  });
});

test('a load event changes what it names, from then on, and says what comes of it', () => {
  const timeline = played(loaded(), '{ at: 1m, load: { writesPerSecond: 2000 } }');
  const moment = momentOf(timeline, 'load-changed');
  expect(moment.explanation).toMatchObject({
    headline: 'From now on: 20,000 reads/s, 2,000 writes/s.',
    detail: 'orders-c is the busiest at 50 %. Readers are 3.4 ms behind.',
    source: { title: 'Verbitski 2017, Table 4' },
  });
  expect(burdens(clusterAt(timeline, 60_000))).toMatchObject({ 'orders-a': [13, undefined], 'orders-b': [25, 3.42] });
});

test('what is more than was measured, or more than an instance can do, is said', () => {
  const timeline = played(
    threeZones,
    '{ at: 1m, load: { readsPerSecond: 1000000, writesPerSecond: 15000, connections: 900 } }',
  );
  expect(momentOf(timeline, 'load-changed').explanation).toMatchObject({
    headline: 'From now on: 1,000,000 reads/s, 15,000 writes/s, 900 connections.',
    detail: 'orders-b can do no more. Readers are 6.8 ms behind, beyond what was measured.',
  });
});

test('the load moves with the primary to another Region', () => {
  const timeline = played(loaded(twoRegions), '{ at: 1m, switchover: region, target: eu-west-1 }');
  expect(burdens(clusterAt(timeline, 0, 'eu-west-1'))).toEqual({ 'orders-eu-a': [undefined, undefined] });
  expect(burdens(clusterAt(timeline, 1_800_000, 'eu-west-1'))).toEqual({ 'orders-eu-a': [100, undefined] });
});

test('a scenario says what one vCPU can do', () => {
  const timeline = played(loaded(), '{ at: 1m, crash: orders-c }', ', assumptions: { writesPerVcpu: 4000 }');
  expect(burdens(clusterAt(timeline, 0))).toMatchObject({ 'orders-a': [25, undefined] });
});
