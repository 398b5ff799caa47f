import { describe, expect, test } from 'vitest';
import { readFixture } from '../testing/markers.ts';
import { completeBlueprint } from './complete-blueprint.ts';

const complete = (marked: string) => {
  const { text, cursor = text.length } = readFixture(marked);
  return completeBlueprint(text, cursor);
};
const labels = (marked: string) => complete(marked).map(({ label }) => label);

const start = 'aurora: 1\nname: orders\nengine: aurora-postgresql\n';

describe('keys that the design names', () => {
  const orders = `${start}primary:
  region: us-east-1
  instances:
    - { id: orders-a, class: db.serverless }
    - { id: orders-b, class: db.r7g.large }
  endpoints:
    - { id: analytics, type: READER }
`;
  const instant = (line: string) =>
    `${orders}scenarios:\n  - name: x\n    expect:\n      at:\n        - at: 2m\n          ${line}\n`;

  test.each([
    ['endpoints', instant('endpoints: { $0 }'), ['analytics', 'cluster', 'reader']],
    ['capacity', instant('capacity: { $0 }'), ['orders-a']],
    ['protection groups', instant('quorum:\n            $0'), ['pg-0', 'pg-9']],
    ['what is not written yet', instant('endpoints: { reader: [orders-b], $0 }'), ['analytics', 'cluster']],
    ['instances behind an endpoint', instant('endpoints: { reader: [$0] }'), ['orders-a', 'orders-b']],
  ])('%s', (_, marked, expected) => expect(labels(marked)).toEqual(expected));

  test('parameters of the engine, each with its value', () => {
    const parameters = `${start}primary:\n  region: us-east-1\n  parameters:\n    $0\n`;
    expect(labels(parameters)).toContain('rds.global_db_rpo');
    expect(labels(parameters)).not.toContain('aurora_parallel_query');
    expect(labels(parameters.replace('postgresql', 'mysql'))).toContain('aurora_parallel_query');
  });

  test('assumptions with what they say', () => {
    const items = complete(`${orders}scenarios:\n  - name: x\n    assumptions: { $0 }\n`);
    expect(items.find(({ label }) => label === 'detection')?.detail).toBe('to notice that an instance is gone');
  });
});

describe('keys that fit together', () => {
  const event = (written: string) => `scenarios:\n  - name: x\n    events:\n      - { ${written} }\n`;

  test.each([
    ['an event fails something', event('at: 1s, fail: az, $0'), ['target', 'for']],
    ['an event adds a Region', event('at: 1s, add: region, $0'), ['target']],
    ['an event crashes an instance', event('at: 1s, crash: a, $0'), []],
    ['an event patches', event('at: 1s, patch: engine, $0'), ['zeroDowntime']],
    ['the target comes first', event('at: 1s, target: a, $0'), ['fail', 'corrupt', 'failover', 'switchover', 'add']],
    ['one origin', `primary: { origin: { clone: {}, $0 } }`, []],
    [
      'one moment',
      `primary: { origin: { pointInTime: { useLatestRestorableTime: true, $0 } } }`,
      ['sourceDBClusterIdentifier', 'sourceDbClusterResourceId'],
    ],
    ['one list of members', `primary: { endpoints: [{ id: x, staticMembers: [], $0 }] }`, ['type']],
  ])('%s', (_, marked, expected) => expect(labels(marked)).toEqual(expected));

  test('what only Aurora MySQL has is not offered to Aurora PostgreSQL', () => {
    const keys = (engine: string) => labels(`aurora: 1\nengine: ${engine}\nprimary:\n  $0\n`);
    expect(keys('aurora-mysql')).toContain('backtrackWindow');
    expect(keys('aurora-postgresql')).not.toContain('backtrackWindow');
  });

  test('a key that has its value is replaced by one that takes the value', () => {
    const keys = labels('primary:\n  po$0t: 5432\n');
    expect(keys).toContain('port');
    expect(keys).not.toContain('instances');
    expect(keys).not.toContain('deletionProtection');
  });
});
