import { expect, test } from 'vitest';
import { played, threeZones, twoRegions } from '../testing/example.ts';

const withEndpoint = `${threeZones}  endpoints: [{ id: analytics, type: READER, staticMembers: [orders-b, orders-c] }]\n`;
const crash = '{ at: 60s, crash: writer }';

/** What is said of each thing that has to hold at instants, by its text. */
function atInstants(clusters: string, events: string, instants: string) {
  const { expectations } = played(clusters, events, `, expect: { at: [${instants}] }`);
  return expectations.map(({ text, outcome, detail }) => `${outcome}: ${text}: ${detail}`);
}

test('before, during and after a failover each thing is compared with what was seen', () => {
  const endpoints = 'endpoints: { analytics: [orders-c, orders-b], cluster: [orders-a] }';
  expect(
    atInstants(
      withEndpoint,
      crash,
      `{ at: 10s, writes: up, reads: up, writer: orders-a, readers: 2, ${endpoints} },
       { at: 62s, writes: down, writer: nobody, endpoints: { cluster: [] } },
       { at: 90s, writer: orders-b, readers: "> 2", endpoints: { analytics: [orders-b, orders-c] } }`,
    ),
  ).toEqual([
    'pass: at 10s: writes up: writes are up.',
    'pass: at 10s: reads up: reads are up.',
    'pass: at 10s: writer orders-a: orders-a takes writes.',
    'pass: at 10s: readers 2: 2 readers: orders-b, orders-c.',
    'pass: at 10s: endpoints.analytics orders-c, orders-b: orders-b, orders-c answer.',
    'pass: at 10s: endpoints.cluster orders-a: orders-a answers.',
    'pass: at 62s: writes down: writes are down.',
    'pass: at 62s: writer nobody: Nobody takes writes.',
    'pass: at 62s: endpoints.cluster nobody: Nobody answers.',
    'pass: at 90s: writer orders-b: orders-b takes writes.',
    'fail: at 90s: readers > 2: 2 readers: orders-a, orders-c.',
    'fail: at 90s: endpoints.analytics orders-b, orders-c: orders-c answers.',
  ]);
});

test('an instant sees what happens at that very instant, and not what follows a millisecond later', () => {
  const seen = atInstants(threeZones, crash, '{ at: 59999ms, writes: up }, { at: 60s, writes: down }');
  expect(seen).toEqual(['pass: at 59999ms: writes up: writes are up.', 'pass: at 60s: writes down: writes are down.']);
});

test('copies are counted for a group that lost some, and for all the others', () => {
  const events = '{ at: 60s, fail: segment, target: pg-3/A }, { at: 60s, fail: az, target: us-east-1c, for: 20m }';
  const instants = '{ at: 61s, quorum: { pg-3: 3, pg-4: "< 4" } }, { at: 10m, quorum: { pg-3: 4 } }';
  expect(atInstants(threeZones, events, instants)).toEqual([
    'pass: at 61s: quorum.pg-3 3: 3 of 6 copies are complete.',
    'fail: at 61s: quorum.pg-4 < 4: 4 of 6 copies are complete.',
    'pass: at 10m: quorum.pg-3 4: 4 of 4 copies are complete.',
  ]);
});

test('after a change of Region the writer is that of the new primary', () => {
  const events = '{ at: 60s, switchover: region, target: eu-west-1 }';
  const seen = atInstants(twoRegions, events, '{ at: 20m, writer: orders-eu-a, endpoints: { global: [orders-eu-a] } }');
  expect(seen).toEqual([
    'pass: at 20m: writer orders-eu-a: orders-eu-a takes writes.',
    'pass: at 20m: endpoints.global orders-eu-a: orders-eu-a answers.',
  ]);
});

test('what names nothing that is there, or no number, is inconclusive', () => {
  const seen = atInstants(threeZones, crash, '{ at: 10s, readers: many, endpoints: { reports: [] } }');
  expect(seen).toEqual([
    'inconclusive: at 10s: readers many: many cannot be read; write a number, or one such as "> 8".',
    'inconclusive: at 10s: endpoints.reports nobody: There is no endpoint reports then.',
  ]);
});

test('each comparison says where it is written', () => {
  const { expectations } = played(
    threeZones,
    crash,
    ', expect: { dataLoss: 0s, at: [{ at: 9s, quorum: { pg-0: 6 } }] }',
  );
  expect(expectations.map(({ path }) => path?.join('.'))).toEqual([
    'scenarios.0.expect.dataLoss',
    'scenarios.0.expect.at.0.quorum.pg-0',
  ]);
});
