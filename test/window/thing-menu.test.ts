import { expect } from 'vitest';
import { Stage } from './driver/stage.ts';
import { test } from './window-test.ts';

test('the menu of a card makes another instance the writer, and the editor takes it back', async ({ window }) => {
  await window.open('orders.aurora.yaml');
  await window.runCommand('Aurora: Show Topology');
  const stage = await Stage.of(window, 'orders');
  await stage.thing(/^orders-b,/).click({ button: 'right' });
  await expect.poll(() => stage.menu()).toContain('Make orders-b the writer');
  await window.screenshot('menu of a card');
  await stage.chooseFromMenu('Make orders-b the writer');
  await expect.poll(() => stage.things()).toContain('endpoint cluster, global: orders-b');
  await window.open('orders.aurora.yaml');
  await window.press('ControlOrMeta+z');
  await expect.poll(() => stage.things()).toContain('endpoint cluster, global: orders-a');
});

test('it opens with the keyboard, and closes without a change', async ({ window }) => {
  const stage = await Stage.of(window, 'orders');
  await stage.thing(/^orders-c,/).focus();
  await window.press('Shift+F10');
  await expect.poll(() => stage.menu()).toContain('Change orders-c to db.r7g.2xlarge');
  await window.press('ArrowDown');
  await window.press('Escape');
  await expect.poll(() => stage.menu()).toEqual([]);
  expect(await stage.focused()).toMatch(/^orders-c,/);
});

test('that of an AZ adds a reader there', async ({ window }) => {
  const stage = await Stage.of(window, 'orders');
  await stage.thing(/^us-east-1c$/).click({ button: 'right', position: { x: 16, y: 14 } });
  await stage.chooseFromMenu(/^Add the reader .* in us-east-1c$/);
  await expect.poll(() => stage.things()).toContainEqual(expect.stringMatching(/^orders-d, reader, .*us-east-1c/));
});
