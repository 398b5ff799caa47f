import { expect, test } from 'vitest';
import { isSlipFor, nearestName } from './nearest-name.ts';

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

test.each([
  ['Region', 'region', true],
  ['regio', 'region', true],
  ['regions', 'region', true],
  ['regien', 'region', true],
  ['regoin', 'region', false],
  ['por', 'port', false],
  ['PORT', 'port', true],
])('%j is a slip for %s: %s', (name, meant, isSlip) => expect(isSlipFor(meant, name, keys)).toBe(isSlip));

test('what is a letter from two names, or another number, is no slip', () => {
  expect(isSlipFor('us-east-1', 'us-xast-1', ['us-east-1', 'us-wast-1'])).toBe(false);
  expect(isSlipFor('db.r7g.large', 'db.r6g.large', ['db.r7g.large'])).toBe(false);
  expect(isSlipFor('Port', 'port', ['Port', 'part'])).toBe(true);
});
