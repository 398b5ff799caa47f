import { describe, expect } from 'vitest';
import { waitFor } from '../wait-for.ts';
import { Stage } from './driver/stage.ts';
import { test } from './window-test.ts';

describe('a language server that dies', () => {
  test('takes nothing a person has written with it, and is replaced', async ({ window }) => {
    await window.open('orders.aurora.yaml');
    await window.find('backupRetentionPeriod: 14');
    await window.press('End');
    await window.type('0');
    await expect.poll(() => window.squiggles()).toMatchObject([{ text: '140' }]);
    const [first = expect.fail('no language server')] = await window.languageServers();
    process.kill(first, 'SIGKILL');
    await window.type('00');
    await expect.poll(() => window.squiggles()).toMatchObject([{ severity: 'error', text: '14000' }]);
    const [second] = await waitFor('another server', async () => {
      const servers = await window.languageServers();
      return servers.length > 0 && servers;
    });
    expect(second).not.toBe(first);
    expect(await window.text()).toContain('  backupRetentionPeriod: 14000');
    expect(await window.fileOnDisk('orders.aurora.yaml')).toContain('backupRetentionPeriod: 14\n');
  });

  test('leaves the panel as it was, and the panel goes on with the next server', async ({ window }) => {
    await window.open('orders.aurora.yaml');
    await window.runCommand('Aurora: Simulate Failover');
    const stage = await Stage.of(window, 'orders');
    await stage.choose('us-east-1a goes dark');
    for (const server of await window.languageServers()) process.kill(server, 'SIGKILL');
    await stage.stepTo(/Writes are back/);
    await stage.choose('orders-a crashes (the writer)');
    expect(await stage.outcome('promoted')).toContain('orders-b');
    await window.open('orders.aurora.yaml');
    await window.find('orders-b');
    await window.type('sales-b');
    await expect.poll(() => stage.outcome('promoted')).toContain('sales-b');
  });

  test('is replaced on command', async ({ window }) => {
    const before = await window.languageServers();
    await window.runCommand('Aurora: Restart Language Server');
    await waitFor('another server', async () => {
      const now = await window.languageServers();
      return now.length === 1 && now[0] !== before[0];
    });
    await window.open('orders.aurora.yaml');
    await window.find('deletionProtection');
    await window.type('deletionProtecton');
    await expect.poll(() => window.squiggles()).toContainEqual(expect.objectContaining({ text: 'deletionProtecton' }));
  });
});

describe('the panel', () => {
  test('comes back as it was when webviews are reloaded', async ({ window }) => {
    const stage = await Stage.of(window, 'orders');
    await stage.choose('us-east-1a goes dark');
    const moment = await stage.stepTo(/is to be promoted/);
    await window.runCommand('Developer: Reload Webviews');
    await expect.poll(() => stage.moment()).toBe(moment);
    expect(await stage.select.innerText()).toBe('us-east-1a goes dark');
    await stage.stepTo(/Writes are back/);
  });

  test('comes back as it was when the window is reloaded, and so does what was never saved', async ({ window }) => {
    await window.open('orders.aurora.yaml');
    await window.find('engineVersion');
    await window.type('# never saved: engineVersion');
    const before = await Stage.of(window, 'orders');
    const moment = await before.stepTo(/is to be promoted/);
    await window.reload(String(Math.round((await before.seconds()) * 1000)));
    const after = await Stage.of(window, 'orders');
    await expect.poll(() => after.moment()).toBe(moment);
    await window.open('orders.aurora.yaml');
    expect(await window.text()).toContain('# never saved: engineVersion');
    expect(await window.fileOnDisk('orders.aurora.yaml')).not.toContain('never saved');
  });
});

describe('in a theme that is', () => {
  test.for([
    ['dark', 'Dark Modern'],
    ['high contrast', 'Dark High Contrast'],
    ['high contrast light', 'Light High Contrast'],
  ] as const)('%s, the simulation is there', async ([theme, label], { window }) => {
    await window.runCommand('Preferences: Color Theme');
    await window.type(label);
    await window.quickPick(label);
    const stage = await Stage.of(window, 'orders');
    const background = () => window.page.locator('.monaco-workbench').evaluate((element) => element.className);
    // VS Code puts a theme on once it has read it.
    await expect
      .poll(background, { timeout: 30_000 })
      .toContain({ dark: 'vs-dark', 'high contrast': 'hc-black', 'high contrast light': 'hc-light' }[theme]);
    await stage.stepTo(/is to be promoted/);
    await window.screenshot(`theme ${theme}`);
  });
});
