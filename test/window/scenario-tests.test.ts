import { cluster } from '@aurora-blueprint/core/testing/blueprint-texts.ts';
import { expect } from 'vitest';
import { Stage } from './driver/stage.ts';
import { TestExplorer } from './driver/test-explorer.ts';
import { test } from './window-test.ts';

const failing = cluster(`scenarios:
  - name: crash the writer
    seed: 3
    events: [{ at: 1m, crash: writer }]
    expect:
      writerRecovery: "< 60s"
      promoted: orders-a
`);

test.override('windowOptions', { files: { 'failing.aurora.yaml': failing } });

test('scenarios are tests without a file being opened', async ({ window }) => {
  const explorer = await TestExplorer.of(window);
  await explorer.row('failing.aurora.yaml').waitFor();
  await window.runCommand('Test: Run All Tests');
  await expect.poll(() => explorer.rows()).toContainEqual(expect.stringMatching(/^failing.aurora.yaml.*Failed/));
  await expect.poll(() => explorer.rows()).toContainEqual(expect.stringMatching(/^orders.aurora.yaml.*Passed/));
  await window.open('failing.aurora.yaml');
  await window.screenshot('test explorer');
});

test('an expectation that fails is said at its line, in one sentence', async ({ window }) => {
  const explorer = await TestExplorer.of(window);
  await window.open('failing.aurora.yaml');
  await window.runCommand('Test: Run All Tests');
  await expect.poll(() => explorer.messages()).toEqual(['promoted orders-a: orders-b was promoted last.']);
  await window.screenshot('failing expectation');
});

test('a test that was mended passes when it is run again', async ({ window }) => {
  const explorer = await TestExplorer.of(window);
  await window.open('failing.aurora.yaml');
  await window.find('promoted: orders-a');
  await window.type('promoted: orders-b');
  await window.runCommand('Test: Run All Tests');
  await expect.poll(() => explorer.rows()).toContainEqual(expect.stringMatching(/^failing.aurora.yaml.*Passed/));
});

test('a file that is watched runs again when it is saved', async ({ window }) => {
  const explorer = await TestExplorer.of(window);
  await explorer.act('failing.aurora.yaml', 'Turn on Continuous Run');
  await window.open('failing.aurora.yaml');
  await window.find('promoted: orders-b');
  await window.type('promoted: nobody');
  await window.save();
  await expect.poll(() => explorer.rows()).toContainEqual(expect.stringMatching(/^failing.aurora.yaml.*Failed/));
  await window.find('promoted: nobody');
  await window.type('promoted: orders-b');
  await window.save();
  await expect.poll(() => explorer.rows()).toContainEqual(expect.stringMatching(/^failing.aurora.yaml.*Passed/));
});

test('a test is shown in the simulator, with its scenario and its seed', async ({ window }) => {
  const explorer = await TestExplorer.of(window);
  await explorer.expand('failing.aurora.yaml');
  await explorer.act('crash the writer', 'Show in Simulator');
  const stage = await Stage.of(window, 'failing');
  await expect.poll(() => stage.text()).toContain('all 2 expectations hold');
  expect(await stage.shownTab()).toBe('Simulation');
  await window.screenshot('test in simulator');
});
