import { expect } from 'vitest';
import { test } from './window-test.ts';

test('every step of the walkthrough is done by what it says', async ({ window }) => {
  const steps = window.page.locator('.gettingStartedContainer .getting-started-step');
  const done = () => steps.locator('.codicon-getting-started-step-checked:visible').count();
  const editor = window.page.locator('.editor-group-container.active .monaco-editor.focused .view-line').first();
  const show = async () => {
    await window.runCommand('Welcome: Open Walkthrough...');
    await window.quickPick('Design an Aurora cluster');
    await steps.first().waitFor();
  };
  await show();
  expect(await steps.count()).toBe(6);
  const picture = window.page.frameLocator('iframe.webview.ready').frameLocator('#active-frame').locator('svg');
  await picture.waitFor();
  await window.screenshot('walkthrough');
  expect(await done()).toBe(0);

  await window.runCommand('Aurora: New Cluster Design');
  await window.page.locator('.quick-input-list').getByText('A CloudFormation template').first().waitFor();
  await window.press('Escape');
  await expect.poll(done).toBe(1);
  await window.runCommand('Aurora: Create Example Design');
  await editor.waitFor();
  await window.runCommand('Aurora: Show Topology');
  await expect.poll(() => window.tabsInFront()).toContain('Aurora: Untitled-1');
  await window.runCommand('Aurora: Simulate Failover');
  await show();
  await expect.poll(done).toBe(4);

  await steps.filter({ hasText: 'Check the SQL' }).click();
  await window.page.getByRole('button', { name: 'Open an SQL Example' }).click();
  await editor.waitFor();
  await expect.poll(() => window.text()).toContain('detect_sentiment');
  await window.runCommand('Aurora: Preview Inference');
  await expect.poll(() => window.tabsInFront()).toContain('Inference Preview');
  await window.showTab('Welcome');
  await expect.poll(done).toBe(6);
  await window.screenshot('walkthrough done');
});
