import { expect, test } from 'vitest';
import { nearestName } from './nearest-name.ts';

const keys = ['region', 'instances', 'backupRetentionPeriod', 'port', 'tags'];

test.each([
  ['regoin', 'region'],
  ['Region', 'region'],
  ['instance', 'instances'],
  ['backupRetention', 'backupRetentionPeriod'],
  ['BACKUPRETENTIONPERIOD', 'backupRetentionPeriod'],
  ['prot', 'port'],
  ['writer', undefined],
  ['', undefined],
])('%j means %s', (name, meant) => expect(nearestName(name, keys)).toBe(meant));

test('a name is not its own nearest, and the earlier of two is taken', () => {
  expect(nearestName('us-east-1', ['us-east-1', 'us-west-1', 'us-east-2'])).toBe('us-east-2');
  expect(nearestName('us-xast-1', ['us-east-1', 'us-wast-1'])).toBe('us-east-1');
});

test('a very long name is compared by its beginning', () => {
  expect(nearestName('x'.repeat(1_000_000), keys)).toBeUndefined();
});
