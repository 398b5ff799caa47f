import { describe, expect } from 'vitest';
import { Stage } from './driver/stage.ts';
import type { Window } from './driver/window.ts';
import { test } from './window-test.ts';

test.override('windowOptions', { files: { 'empty.aurora.yaml': '' } });

/** The orders example as it lies on disk, in the editor and in the panel. */
async function showOrders(window: Window): Promise<Stage> {
  await window.open('orders.aurora.yaml');
  await window.replaceText(await window.fileOnDisk('orders.aurora.yaml'));
  await window.runCommand('Aurora: Show Topology');
  const stage = await Stage.of(window, 'orders');
  await expect.poll(() => stage.things()).toContain('endpoint reader: orders-b, orders-c');
  return stage;
}

const thingsOfOrders = [
  'us-east-1, primary, orders-use1',
  'us-east-1a',
  'orders-a, writer, tier 0, db.r7g.2xlarge, 8 vCPU, 64 GiB, us-east-1a',
  'a reader that auto scaling may add',
  'a reader that auto scaling may add',
  'us-east-1b',
  'orders-b, reader, tier 0, db.r7g.2xlarge, 8 vCPU, 64 GiB, us-east-1b, next writer',
  'a reader that auto scaling may add',
  'us-east-1c',
  'orders-c, reader, tier 2, db.r7g.xlarge, 4 vCPU, 32 GiB, us-east-1c',
  'a reader that auto scaling may add',
  'volume, 4 TiB, 410 groups, 6 copies each',
  'endpoint analytics: orders-c',
  'endpoint reader: orders-b, orders-c',
  'endpoint cluster, global: orders-a',
  'eu-west-1, secondary, orders-euw1',
  'eu-west-1a',
  'orders-eu-a, reader, tier 1, db.r7g.2xlarge, 8 vCPU, 64 GiB, eu-west-1a',
  'eu-west-1b',
  'orders-eu-b, reader, tier 1, db.r7g.2xlarge, 8 vCPU, 64 GiB, eu-west-1b',
  'endpoint reader: orders-eu-a, orders-eu-b',
  'volume, 6 copies in 3 AZs',
];

describe('the topology', () => {
  test('stands beside the editor, with everything the design has', async ({ window }) => {
    const stage = await showOrders(window);
    expect(await window.tabsInFront()).toEqual(['orders.aurora.yaml', 'Aurora: orders']);
    await expect.poll(() => stage.things()).toEqual(thingsOfOrders);
    const volume = stage.thing(/^volume, 4 TiB/);
    await expect.poll(() => volume.locator('text').allTextContents()).toEqual(['A', 'D', 'B', 'E', 'C', 'F']);
    expect(await stage.picture.textContent()).toContain('global replication');
    expect(await stage.text()).toContain('The rules find nothing wrong with this design.');
    await window.screenshot('topology');
  });

  test('follows a new name as it is typed', async ({ window }) => {
    const stage = await showOrders(window);
    await window.find('orders-b');
    await window.type('sales-b');
    await expect.poll(() => stage.things()).toContain('endpoint reader: sales-b, orders-c');
    expect(await stage.thing(/^sales-b, reader, tier 0/).isVisible()).toBe(true);
    expect(await stage.thing(/^orders-b,/).isVisible()).toBe(false);
  });

  test('follows a new class and a new instance', async ({ window }) => {
    const stage = await showOrders(window);
    await window.find('db.r7g.xlarge');
    await window.type('db.r7g.4xlarge');
    await stage.thing('orders-c, reader, tier 2, db.r7g.4xlarge, 16 vCPU, 128 GiB, us-east-1c').waitFor();
    await window.press('Escape');
    await window.find('id: orders-c');
    await window.runCommand('Copy Line Down');
    await window.type('id: orders-d');
    await stage.thing('orders-d, reader, tier 2, db.r7g.4xlarge, 16 vCPU, 128 GiB, us-east-1c').waitFor();
    expect(await stage.things()).toContain('endpoint reader: orders-b, orders-c, orders-d');
    await window.screenshot('topology edited');
  });

  test('says what the rules find, and mends it', async ({ window }) => {
    const stage = await showOrders(window);
    await window.find('backupRetentionPeriod: 14');
    await window.press('End');
    await window.type('0');
    await stage.button('Set backupRetentionPeriod to 35').click();
    await expect.poll(() => stage.text()).toContain('The rules find nothing wrong with this design.');
    await window.open('orders.aurora.yaml');
    await window.find('backupRetentionPeriod: 35');
  });

  test('leads from a card to its lines', async ({ window }) => {
    const stage = await showOrders(window);
    await stage.thing(/^orders-b,/).click();
    await expect.poll(() => window.cursor()).toMatch(/^Ln 19, .*selected/);
    await window.type('# here');
    await expect.poll(() => window.text()).toContain('    - # here');
  });

  test('is walked through with the arrow keys', async ({ window }) => {
    const stage = await showOrders(window);
    await stage.thing(/^orders-a,/).click();
    await expect.poll(() => window.cursor()).toMatch(/^Ln 18,/);
    await stage.thing(/^orders-a,/).focus();
    await window.press('ArrowRight');
    await window.press('ArrowRight');
    await window.press('Enter');
    await expect.poll(() => window.cursor()).toMatch(/^Ln 20,/);
  });

  test('marks what the cursor stands in, and leaves the cursor there', async ({ window }) => {
    const stage = await showOrders(window);
    await window.goTo(20, 12);
    await expect.poll(() => stage.marked()).toEqual([expect.stringMatching(/^orders-c,/)]);
    await window.goTo(29, 12);
    await expect.poll(() => stage.marked()).toEqual(['endpoint analytics: orders-c']);
    await window.goTo(41, 20);
    await expect.poll(() => stage.marked()).toEqual([expect.stringMatching(/^orders-eu-a,/)]);
    expect(await window.cursor()).toBe('Ln 41, Col 20');
    await window.screenshot('topology marked');
  });

  test('stays as it was while the text cannot be read, and says which line', async ({ window }) => {
    const stage = await showOrders(window);
    const before = await stage.things();
    await window.find('primary:');
    // Only the last key makes it unreadable: the panel follows every one.
    await window.press('ArrowRight');
    await window.type(' "');
    await expect.poll(() => stage.text()).toContain('Line 11 cannot be read');
    expect(await stage.text()).not.toContain('The rules find nothing wrong');
    expect(await stage.things()).toEqual(before);
    await window.screenshot('topology of broken text');
  });
});

describe('a blueprint without a design', () => {
  test('is told so, and gets an example', async ({ window }) => {
    await window.open('empty.aurora.yaml');
    const stage = await Stage.of(window, 'empty');
    expect(await stage.text()).toContain('This file holds no design yet.');
    await window.screenshot('topology of nothing');
    await stage.button('Create example').click();
    await stage.thing(/^example-a, writer/).waitFor();
    expect(await window.tabsInFront()).toEqual(['empty.aurora.yaml', 'Aurora: empty']);
    await expect.poll(() => window.text()).toContain('name: example');
  });
});
