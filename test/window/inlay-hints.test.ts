import { describe, expect } from 'vitest';
import { test } from './window-test.ts';

test.override('windowOptions', { settings: { 'editor.inlayHints.enabled': 'on' } });

describe('what is not written but true', () => {
  test('stands beside what is written: who is promoted, the local time, the volume in a year', async ({ window }) => {
    await window.open('orders.aurora.yaml');
    await expect.poll(() => window.text()).toContain('orders-bpromoted first');
    await expect.poll(() => window.text()).toContain('11.1 TiB in a year');
    await window.find('preferredBackupWindow');
    await expect.poll(() => window.text()).toContain('N. Virginia 22:00, summer 23:00');
    await window.screenshot('inlay hints');
  });
});
