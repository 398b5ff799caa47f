import { expect, it } from 'vitest';
import { findingAt } from './finding-at.ts';

const findings = [
  { path: 'secondaries[0]' },
  { path: 'primary.instances[1]' },
  { path: 'primary.instances[1].promotionTier' },
  { path: '' },
];

it('is the innermost finding around the cursor', () => {
  expect(findingAt(findings, 'primary.instances[1].promotionTier')).toBe(2);
  expect(findingAt(findings, 'primary.instances[1].class')).toBe(1);
});

it('is the first finding inside what was chosen', () => {
  expect(findingAt(findings, 'primary')).toBe(1);
});

it('is the first of all elsewhere', () => {
  expect(findingAt(findings, 'primary.instances[10]')).toBe(0);
  expect(findingAt(findings, null)).toBe(0);
  expect(findingAt([], 'primary')).toBeUndefined();
});
