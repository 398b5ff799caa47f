import { expect } from 'vitest';
import { waitFor } from '../wait-for.ts';
import { Stage } from './driver/stage.ts';
import { test } from './window-test.ts';

const kinds = ['summary', 'topology', 'simulation', 'zoneLoss'].map((kind) => [
  `auroraBlueprint.codeLens.${kind}`,
  true,
]);
test.override('windowOptions', { settings: Object.fromEntries(kinds), size: { width: 1600, height: 900 } });

test('above a cluster stands what the loss of each AZ does, and choosing it plays just that', async ({ window }) => {
  await window.open('orders.aurora.yaml');
  const lenses = window.page.locator('.codelens-decoration');
  const above = lenses.filter({ hasText: '1 writer, 2 readers in 3 AZs' });
  await expect.poll(() => above.textContent()).toMatch(/lose.us-east-1c:.nothing.stops/);
  expect((await above.textContent())?.replaceAll('\u00a0', ' ')).toBe(
    [
      '1 writer, 2 readers in 3 AZs',
      'Topology',
      'Simulate',
      'lose us-east-1a: orders-b promoted, reads stay',
      'lose us-east-1b: nothing stops',
      'lose us-east-1c: nothing stops',
    ].join(' | '),
  );
  await window.screenshot('code lenses');
  await above.getByText('lose us-east-1a').click();
  const stage = await Stage.of(window, 'orders');
  await expect.poll(() => stage.shownTab()).toBe('Simulation');
  await expect.poll(() => stage.text()).toContain('orders-b took over. No acknowledged commit was lost.');
  await window.screenshot('code lens played');
});

test('above a scenario stands what plays it, with its own seed', async ({ window }) => {
  await window.open('orders.aurora.yaml');
  await window.find('lose an AZ, then one more');
  await window.press('Escape');
  const simulate = window.page
    .locator('.codelens-decoration')
    .filter({ hasText: /^Simulate$/ })
    .locator('a')
    .first();
  await waitFor('the run with the seed of the scenario', async () => {
    // Lenses are made anew while the editor scrolls to them: what a click meets may just be going.
    await simulate.click();
    const stage = await Stage.of(window, 'orders');
    return stage.seed.inputValue().then((seed) => seed === '7');
  });
  const stage = await Stage.of(window, 'orders');
  await expect.poll(() => stage.text()).toContain('Writes were back');
});
