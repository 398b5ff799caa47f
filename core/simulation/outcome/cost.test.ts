import { expect, test } from 'vitest';
import { alone, played, threeZones, twoRegions } from '../testing/example.ts';

/** Two hours in which nothing happens to the writer. */
const quiet = '{ at: 1s, load: { connections: 5 } }';

/** What a run costs, with these prices and further keys of the scenario. */
function cost(clusters: string, events: string, prices: string, rest = ', duration: 2h') {
  return played(clusters, events, `${rest}, prices: { ${prices} }`).verdict.costUsd;
}

/** A volume that costs nothing, so that only what is looked at is counted. */
const noVolume = 'storageGbMonth: 0, ioMillion: 0';
const loaded = (clusters: string) => `workload: { readsPerSecond: 1000, writesPerSecond: 500 }\n${clusters}`;

test('instances cost by the second: each class at its own price', () => {
  const prices = `db.r7g.2xlarge: 1.1, db.r7g.xlarge: 0.55, ${noVolume}`;
  expect(cost(loaded(threeZones), quiet, prices)).toBe(5.5);
  expect(cost(loaded(threeZones), quiet, prices, ', duration: 1s')).toBe(0.000764);
});

test('storage and requests to it have list prices in us-east-1; reads count where they miss the cache', () => {
  const storage = (100 * 0.1 * 2) / 730;
  const requests = ((100 + 500) * 7200 * 0.2) / 1_000_000;
  expect(cost(loaded(alone), quiet, 'db.r7g.large: 0')).toBeCloseTo(storage + requests, 5);
});

test('aurora-iopt1 has a dearer volume and no requests', () => {
  const clusters = alone.replace('  instances:', '  storageType: aurora-iopt1\n  instances:');
  expect(cost(clusters, quiet, 'db.r7g.large: 0')).toBeCloseTo((100 * 0.225 * 2) / 730, 5);
});

test('without a price for one part, nothing is said of the whole, and an expectation says which', () => {
  const { verdict, expectations } = played(loaded(threeZones), quiet, ', expect: { costUsd: "< 10" }');
  expect(verdict.costUsd).toBeNull();
  expect(expectations).toMatchObject([
    {
      outcome: 'inconclusive',
      detail: 'No sourced price of db.r7g.2xlarge an hour is known; set db.r7g.2xlarge under prices.',
    },
  ]);
});

test('without a known workload nobody knows the requests', () => {
  expect(cost(threeZones, quiet, 'db.r7g.2xlarge: 1, db.r7g.xlarge: 1')).toBeNull();
});

test('list prices are those of one Region only', () => {
  const classes = 'db.r7g.2xlarge: 1, db.r7g.xlarge: 1';
  expect(cost(loaded(twoRegions), quiet, classes)).toBeNull();
  expect(cost(loaded(twoRegions), quiet, `${classes}, ${noVolume}, replicatedWriteMillion: 1`)).toBe(11.6);
});

test('a price that is set is judged', () => {
  const rest = `, duration: 2h, prices: { db.r7g.large: 1, ${noVolume} }, expect: { costUsd: "< 1.5" }`;
  expect(played(loaded(alone), quiet, rest).expectations).toMatchObject([{ outcome: 'fail', detail: '2 USD.' }]);
});

test('an added reader costs from when it runs, at least ten minutes once it does', () => {
  const prices = `db.r7g.large: 6, ${noVolume}`;
  const rest = ', duration: 1h, assumptions: { creation: 10m }';
  expect(cost(loaded(alone), '{ at: 10m, add: reader }', prices, rest)).toBe(6 + 4);
  const removed = '{ at: 10m, add: reader }, { at: 22m, remove: reader-1 }';
  expect(cost(loaded(alone), removed, prices, rest)).toBe(6 + 1);
  const removedBefore = '{ at: 10m, add: reader }, { at: 15m, remove: reader-1 }';
  expect(cost(loaded(alone), removedBefore, prices, rest)).toBe(6);
});

test('another class costs its own price from then on', () => {
  const prices = `db.r7g.large: 1, db.r7g.xlarge: 2, ${noVolume}`;
  expect(cost(loaded(alone), '{ at: 30m, modify: { orders-a.class: db.r7g.xlarge } }', prices, ', duration: 1h')).toBe(
    1.5,
  );
});

test('capacity costs while it is used, and nothing while it is paused', () => {
  const clusters = `
workload: { readsPerSecond: 0, writesPerSecond: 0, connections: 0 }
primary:
  region: us-east-1
  serverlessV2ScalingConfiguration: { minCapacity: 0, maxCapacity: 8, secondsUntilAutoPause: 300 }
  instances: [{ id: orders-a, class: db.serverless, availabilityZone: us-east-1a }]
`;
  const events = '{ at: 30m, load: { connections: 0 } }';
  expect(cost(clusters, events, `acuHour: 1.2, ${noVolume}`, ', duration: 1h')).toBe(0.05);
  expect(cost(clusters, events, noVolume, ', duration: 1h')).toBe(0.005);
});

test('a clone costs what is no longer shared, and its instance; a restore costs all it holds', () => {
  const figures = 'clone: 10m, restore: 10m, restorePerGib: 1ms, creation: 10m';
  const rest = `, duration: 2h, assumptions: { ${figures} }`;
  const prices = 'db.r7g.large: 0, db.r7g.xlarge: 2, ioMillion: 0, storageGbMonth: 7.3';
  const source = 100 * 2 * 0.01;
  const cloned = (event: string, clusters = loaded(alone)) => (cost(clusters, event, prices, rest) ?? 0) - source;
  const writesNothing = `workload: { readsPerSecond: 0, writesPerSecond: 0 }\n${alone}`;
  expect(cloned('{ at: 1h, clone: staging }', writesNothing)).toBeCloseTo(0, 6);
  expect(cloned('{ at: 1h, clone: staging, class: db.r7g.xlarge }', writesNothing)).toBeCloseTo((40 / 60) * 2, 6);
  // 500 pages of 8 KiB a second for an hour, about half of them on average.
  const pages = (500 * 3600 * 8) / 1024 / 1024;
  expect(cloned('{ at: 1h, clone: staging }')).toBeCloseTo((pages / 2) * 0.01, 2);
  expect(cloned('{ at: 1h, restore: { toTime: 30m } }')).toBeCloseTo(100 * (50 / 60) * 0.01, 3);
  expect(cost(alone, '{ at: 1h, clone: staging }', prices, rest)).toBeNull();
});

test('a snapshot costs nothing while backups cover it, and then what backupGbMonth says', () => {
  const prices = 'db.r7g.large: 0, storageGbMonth: 0, ioMillion: 0';
  const taken = '{ at: 12h, snapshot: before }';
  expect(cost(loaded(alone), taken, prices, ', duration: 36h')).toBe(0);
  expect(cost(loaded(alone), taken, prices, ', duration: 46h')).toBeNull();
  expect(cost(loaded(alone), taken, `${prices}, backupGbMonth: 7.3`, ', duration: 46h')).toBeCloseTo(
    100 * 10 * 0.01,
    6,
  );
});

test('a cluster that is deleted costs no storage from then on', () => {
  const prices = 'db.r7g.large: 1, storageGbMonth: 7.3, ioMillion: 0';
  expect(cost(loaded(alone), '{ at: 1h, remove: orders }', prices)).toBeCloseTo(1 + 100 * 0.01, 6);
});

test('a volume that grows costs what it holds on average', () => {
  const clusters = alone.replace('  instances:', '  volume: { size: 100 GiB, growthPerDay: 40 GiB }\n  instances:');
  const prices = 'db.r7g.large: 0, storageGbMonth: 73, ioMillion: 0';
  expect(cost(loaded(clusters), quiet, prices, ', duration: 1d')).toBeCloseTo(120 * 24 * 0.1, 5);
});
