import { describe, expect } from 'vitest';
import { test } from './window-test.ts';

test.override('windowOptions', { files: { 'new.aurora.yaml': '' } });

describe('an empty file, with completion alone', () => {
  test('becomes a cluster in three AZs', async ({ window }) => {
    await window.open('new.aurora.yaml');
    await window.complete('blueprint');
    await window.press('Escape');
    await window.find('orders-b');
    await window.press('End');
    await window.press('Enter');
    await window.complete('reader in us-east-1c');
    await expect
      .poll(() => window.text())
      .toContain('- { id: orders-c, class: db.r7g.large, availabilityZone: us-east-1c }');
    await window.press('Enter');
    await window.press('Backspace');
    await window.type('deletionP');
    await window.complete('deletionProtection');
    await window.complete('true');
    await window.screenshot('written with completion, a cluster');
    await expect.poll(() => window.text()).toMatch(/^ {2}deletionProtection: true$/m);
  });

  test('gets a secondary Region', async ({ window }) => {
    await window.press('ControlOrMeta+End');
    await window.complete('secondaries: secondary in eu-west-1');
    await expect.poll(() => window.text()).toContain('    region: eu-west-1');
    await window.press('Escape');
  });

  test('and a scenario, without anything that is wrong', async ({ window }) => {
    await window.press('ControlOrMeta+End');
    await window.press('Enter');
    await window.press('Enter');
    for (let level = 0; level < 3; level += 1) await window.press('Shift+Tab');
    await window.complete('scenarios: lose the AZ of the writer');
    await expect.poll(() => window.text()).toContain('name: lose the AZ of the writer');
    await window.press('Escape');
    await window.screenshot('written with completion');
    expect(await window.problems()).toEqual([]);
    expect(await window.fileOnDisk('new.aurora.yaml')).toBe('');
    await window.save();
  });
});
