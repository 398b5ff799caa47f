import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { FrameLocator } from 'playwright-core';
import { describe, expect } from 'vitest';
import type { Window } from '../../test/window/driver/window.ts';
import { test } from '../../test/window/window-test.ts';
import { checkout } from '../checkout.mjs';

const images = join(checkout, 'docs', 'images');

/** Nothing on the screen but the text and the panel beside it, and nothing that pops up over them. */
test.override('windowOptions', {
  settings: {
    '[aurora-blueprint]': { 'editor.quickSuggestions': { other: 'off', strings: 'off' } },
    'breadcrumbs.enabled': false,
    'editor.folding': false,
    'editor.fontSize': 12,
    'editor.glyphMargin': false,
    'editor.hideCursorInOverviewRuler': true,
    'editor.lightbulb.enabled': 'off',
    'editor.minimap.enabled': false,
    'editor.occurrencesHighlight': 'off',
    'editor.overviewRulerBorder': false,
    'editor.parameterHints.enabled': false,
    'editor.scrollbar.horizontal': 'hidden',
    'editor.scrollbar.vertical': 'hidden',
    'editor.suggestOnTriggerCharacters': false,
    'window.commandCenter': false,
    'window.menuBarVisibility': 'hidden',
    'workbench.activityBar.location': 'hidden',
    'workbench.layoutControl.enabled': false,
    'workbench.statusBar.visible': false,
  },
});

describe('the pictures of the README', () => {
  test('topology: a reader that is too small to take over', async ({ window }) => {
    await hideSideBar(window);
    await window.open('orders.aurora.yaml');
    await window.runCommand('Aurora: Show Topology');
    const panel = await window.webview('Aurora: orders');
    await panel.getByText('The rules find nothing wrong').waitFor();
    await window.open('orders.aurora.yaml');
    await window.find('db.r7g.2xlarge, availabilityZone: us-east-1b');
    await window.type('db.r7g.large, availabilityZone: us-east-1b');
    await expect.poll(() => window.squiggles()).toMatchObject([{ text: 'db.r7g.large' }]);
    await panel.getByText('AUR111').waitFor();
    await takePicture(window, 'topology', 910);
    await panel.getByRole('button', { name: 'Set class to db.r7g.2xlarge' }).click();
    await panel.getByText('The rules find nothing wrong').waitFor();
  });

  test('simulation: an AZ is lost', async ({ window }) => {
    await window.open('orders.aurora.yaml');
    await window.press('ControlOrMeta+Home');
    await window.runCommand('Aurora: Simulate Failover');
    const panel = await window.webview('Aurora: orders');
    await panel.getByRole('button', { name: 'us-east-1a goes dark', exact: true }).click();
    await seekTo(panel, 'Writes are back');
    await window.runCommand('View: Toggle Maximize Editor Group');
    await takePicture(window, 'simulation', 980);
  });

  test('inference: an ML call with a mistake, and the answers of another', async ({ window }) => {
    await window.runCommand('View: Close All Editors');
    await window.open('reviews.sql');
    await window.find('aws_comprehend.detect_sentiment(r.body');
    await window.runCommand('Aurora: Preview Inference');
    const panel = await window.webview('Inference Preview');
    await panel.getByLabel('r.body').fill('It broke on the first day.');
    await panel.getByRole('button', { name: 'Add row' }).click();
    await panel.getByLabel('r.body').nth(1).fill('Lovely, and the tea stays hot.');
    await panel.getByRole('button', { name: 'Run' }).click();
    await panel.getByText('POSITIVE').waitFor();
    await window.open('reviews.sql');
    await window.find("fresh.body, 'en'");
    await window.type("fresh.body, 'english'");
    await expect.poll(() => window.squiggles()).toMatchObject([{ text: "'english'" }]);
    await window.page.setViewportSize({ width: 1400, height: 640 });
    await window.hover("'english'");
    await takePicture(window, 'inference', 640);
  });
});

async function hideSideBar({ page }: Window): Promise<void> {
  await page.keyboard.press('Control+B');
  await page.locator('.part.sidebar').waitFor({ state: 'hidden' });
}

/** Goes from event to event until this has happened. */
async function seekTo(panel: FrameLocator, headline: string): Promise<void> {
  const instant = () => panel.getByRole('slider').getAttribute('aria-valuetext');
  for (let now = await instant(); !now?.includes(headline); now = await instant()) {
    await panel.getByRole('button', { name: 'Next event' }).click();
    await expect.poll(instant).not.toBe(now);
  }
}

/** Writes docs/images/NAME.png: the window in a size that stays legible where pages show it smaller. */
async function takePicture({ page }: Window, name: string, height: number): Promise<void> {
  await page.setViewportSize({ width: 1400, height });
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(resolve)));
  await mkdir(images, { recursive: true });
  await page.screenshot({ path: join(images, `${name}.png`), caret: 'hide' });
}
