import { describe, expect } from 'vitest';
import { Stage } from './driver/stage.ts';
import { TestExplorer } from './driver/test-explorer.ts';
import { test } from './window-test.ts';

const drills = `design: ./orders.aurora.yaml
scenarios:
  - name: lose a reader
    seed: 5
    events: [{ at: 60s, fail: instance, target: orders-c, for: 10m }]
    expect: { writesUnavailable: 0s, promoted: nobody }
`;

test.override('windowOptions', {
  files: { 'drills.scenario.yaml': drills },
  settings: { 'auroraBlueprint.codeLens.simulation': true },
});

describe('scenarios beside a blueprint', () => {
  test('are played from the lens above them, in the panel of their design', async ({ window }) => {
    await window.open('drills.scenario.yaml');
    await window.codeLens('Simulate');
    const stage = await Stage.of(window, 'orders');
    await expect.poll(() => stage.text()).toContain('orders-c');
    expect(await stage.shownTab()).toBe('Simulation');
    expect(await stage.seed.inputValue()).toBe('5');
    await window.screenshot('scenario file played');
  });

  test('say what the design does not have, and are mended', async ({ window }) => {
    await window.open('drills.scenario.yaml');
    await window.find('target: orders-c');
    await window.type('target: orders-x');
    await expect
      .poll(() => window.problems())
      .toMatchObject([{ file: 'drills.scenario.yaml', code: 'SIM009', message: expect.stringContaining('orders-x') }]);
    await window.screenshot('scenario file with an unknown target');
    await window.open('drills.scenario.yaml');
    await window.find('target: orders-x');
    await window.type('target: orders-c');
    await window.save();
    await expect.poll(() => window.problems()).toEqual([]);
  });

  test('are tests', async ({ window }) => {
    const explorer = await TestExplorer.of(window);
    await explorer.row('drills.scenario.yaml').waitFor();
    await window.runCommand('Test: Run All Tests');
    await expect.poll(() => explorer.rows()).toContainEqual(expect.stringMatching(/^drills.scenario.yaml.*Passed/));
  });
});
