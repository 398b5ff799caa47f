import { expect, test } from 'vitest';
import { clusterAt, played, threeZones } from '../../testing/example.ts';

/** The writer has 8 vCPU, the readers 8 and 4; a vCPU serves 5,000 reads or 2,000 writes per second. */
const loaded = `workload: { readsPerSecond: 20000, writesPerSecond: 8000 }\n${threeZones}`;

const readsAt = (timeline: ReturnType<typeof played>, at: number) => {
  const { readCapacity, readDemand } = clusterAt(timeline, at);
  return [readCapacity, readDemand];
};

test('the readers serve as much as their vCPU, and less when one is lost', () => {
  const timeline = played(loaded, '{ at: 1m, fail: instance, target: orders-b }');
  expect(readsAt(timeline, 0)).toEqual([60_000, 20_000]);
  expect(readsAt(timeline, 60_000)).toEqual([20_000, 20_000]);
});

test('a writer that answers reads has its writes to do too', () => {
  const lost = '{ at: 1m, fail: instance, target: orders-b }, { at: 2m, fail: instance, target: orders-c }';
  expect(readsAt(played(loaded, lost), 120_000)).toEqual([20_000, 20_000]);
});

test('nobody serves reads while the volume cannot be read', () => {
  const segments = ['A', 'B', 'C', 'D', 'E', 'F'].map((name) => `{ at: 1m, fail: segment, target: pg-0/${name} }`);
  expect(readsAt(played(loaded, segments.join(', ')), 60_000)).toEqual([0, 20_000]);
});

test('a load event changes the demand; without a load nothing is said', () => {
  expect(readsAt(played(loaded, '{ at: 1m, load: { readsPerSecond: 90000 } }'), 60_000)).toEqual([60_000, 90_000]);
  expect(readsAt(played(threeZones, '{ at: 1m, crash: writer }'), 0)).toEqual([undefined, undefined]);
});
