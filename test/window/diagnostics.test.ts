import { describe, expect } from 'vitest';
import { test } from './window-test.ts';

describe('a blueprint in the editor', () => {
  test('is clean as it comes', async ({ window }) => {
    await window.open('orders.aurora.yaml');
    expect(await window.hover('masterUsername')).toContain('masterUsername');
    expect(await window.squiggles()).toEqual([]);
    expect(await window.problems()).toEqual([]);
  });

  test('is underlined as a value goes over its limit, and named in the Problems panel', async ({ window }) => {
    await window.open('orders.aurora.yaml');
    await window.find('backupRetentionPeriod: 14');
    await window.press('End');
    await window.type('0');
    await expect.poll(() => window.squiggles()).toEqual([{ severity: 'error', line: expect.any(Number), text: '140' }]);
    await expect.poll(() => window.problems()).toHaveLength(1);
    expect(await window.problems()).toMatchObject([
      { file: 'orders.aurora.yaml', severity: 'error', code: 'AUR301', message: expect.stringContaining('35') },
    ]);
    await window.screenshot('diagnostics');
  });

  test('is mended by the quick fix', async ({ window }) => {
    await window.open('orders.aurora.yaml');
    await window.find('backupRetentionPeriod: 140');
    await window.press('End');
    await window.quickFix('Set backupRetentionPeriod to 35');
    await expect.poll(() => window.text()).toMatch(/backupRetentionPeriod: 35$/m);
    await expect.poll(() => window.problems()).toEqual([]);
  });

  test('gets "did you mean" for a key that does not exist', async ({ window }) => {
    await window.open('orders.aurora.yaml');
    await window.find('deletionProtection');
    await window.type('deletionProtecton');
    await expect.poll(() => window.squiggles()).toMatchObject([{ text: 'deletionProtecton' }]);
    await expect
      .poll(() => window.problems())
      .toContainEqual(
        expect.objectContaining({ message: expect.stringContaining('Did you mean deletionProtection?') }),
      );
  });

  test('completes properties', async ({ window }) => {
    await window.open('orders.aurora.yaml');
    await window.find('deletionProtecton: true');
    await window.type('deletionProt');
    await window.complete('deletionProtection');
    await expect.poll(() => window.text()).toMatch(/^ {2}deletionProtection:/m);
  });
});
