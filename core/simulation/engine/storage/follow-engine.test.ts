import { expect, test } from 'vitest';
import { played, threeZones, twoRegions } from '../../testing/example.ts';

const named = '{ at: 60s, fail: segment, target: pg-3/A }';

test('runs that differ only inside the storage protocol have different hashes', () => {
  const [one, other] = ['1ms', '2ms'].map((message) =>
    played(threeZones, named, `, assumptions: { storageMessage: ${message} }`),
  );
  expect(one?.moments).toEqual(other?.moments);
  expect(one?.traceHash).not.toBe(other?.traceHash);
});

test('where no group is played record by record, the protocol is no part of the hash', () => {
  const [one, other] = ['1ms', '2ms'].map((message) =>
    played(threeZones, '{ at: 60s, crash: writer }', `, assumptions: { storageMessage: ${message} }`),
  );
  expect(one?.traceHash).toBe(other?.traceHash);
});

test('when another Region becomes the primary, the run says where records are followed', () => {
  const said = (events: string) =>
    played(twoRegions, events)
      .moments.filter(({ label }) => label.endsWith(' primary'))
      .map(({ explanation }) => explanation.detail);
  const there = '{ at: 2m, switchover: region, target: eu-west-1 }';
  const back = '{ at: 20m, switchover: region, target: us-east-1 }';
  expect(said(`${named}, ${there}, ${back}`)).toEqual([
    'The former primary follows it now. Record by record, storage is played in us-east-1 only.',
    'The former primary follows it now.',
  ]);
  expect(said(there)).toEqual(['The former primary follows it now.']);
});
