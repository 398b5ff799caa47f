import { template } from '@aurora-blueprint/core/testing/template-texts.ts';
import { expect } from 'vitest';
import { test } from './window-test.ts';

test.override('windowOptions', {
  files: {
    'empty.aurora.yaml': '',
    'stack.yaml': template('      DBClusterIdentifier: payments\n'),
    'broken.aurora.yaml': 'aurora: 1\nname: broken\nengine: aurora-oracle\nprimary: { region: us-east-1 }\n',
  },
});

const input = '.quick-input-widget .quick-input-box input:visible';

test('an empty blueprint offers questions and templates, and is filled with a design', async ({ window }) => {
  await window.open('empty.aurora.yaml');
  await window.page.locator('.codelens-decoration', { hasText: 'New cluster design | From a template' }).waitFor();
  await window.screenshot('empty blueprint');
  await window.codeLens('New cluster design');
  await expect.poll(() => window.page.locator(input).inputValue()).toBe('orders');

  // What is no name is said while it is typed.
  await window.page.locator(input).fill('Shop');
  await window.page.locator('.quick-input-message', { hasText: 'RDS keeps Shop as shop' }).waitFor();
  await window.screenshot('new design, a name');
  await window.answer('shop');
  await window.quickPick('Aurora MySQL');
  await window.page.locator(input).fill('Frankfurt');
  await window.quickPick('eu-central-1');
  await expect.poll(() => window.quickPickLabels()).toContain('A writer and a reader in two AZs');

  // A step back keeps what was answered, and so does leaving.
  await window.page.getByRole('button', { name: 'Back' }).click();
  await window.page.locator('.quick-input-list .monaco-list-row.focused', { hasText: 'eu-central-1' }).waitFor();
  await window.screenshot('new design, a step back');
  await window.press('Escape');
  await window.page.locator('.quick-input-widget').waitFor({ state: 'hidden' });
  await window.codeLens('New cluster design');
  await expect.poll(() => window.page.locator(input).inputValue()).toBe('shop');
  for (const focused of ['Aurora MySQL', 'eu-central-1', 'A writer and two readers in three AZs']) {
    await window.press('Enter');
    await window.page.locator('.quick-input-list .monaco-list-row.focused', { hasText: focused }).waitFor();
  }
  await window.quickPick('A writer and a reader in two AZs');
  await window.page.locator(input).fill('Ireland');
  await window.quickPick('eu-west-1');
  await window.quickPick('lose the AZ of the writer');
  await expect.poll(() => window.text()).toContain('region: eu-central-1');
  await expect.poll(() => window.text()).toContain('name: shop');
  expect(await window.tabsInFront()).toEqual(['empty.aurora.yaml']);
  await window.screenshot('new design');
  expect((await window.problems()).filter(({ file }) => file === 'empty.aurora.yaml')).toEqual([]);
});

test('a design begins with a template of the workspace, in a file of its own', async ({ window }) => {
  await window.runCommand('Aurora: New Cluster Design');
  await window.quickPick('A CloudFormation template');
  await window.quickPick('stack.yaml');
  await window.page.locator(input).fill('Ireland');
  await window.quickPick('eu-west-1');
  await expect.poll(() => window.tabsInFront()).toEqual(['payments.aurora.yaml']);
  await expect.poll(() => window.text()).toContain('region: eu-west-1');
  expect(await window.cursor()).toBe('Ln 1, Col 1');
  await window.screenshot('design of a template');
});

test('the Problems view has the findings of designs that are not open', async ({ window }) => {
  await expect
    .poll(() => window.problems())
    .toContainEqual(expect.objectContaining({ file: 'broken.aurora.yaml', severity: 'error' }));
  await window.screenshot('problems of the workspace');
});
