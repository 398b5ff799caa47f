import { describe, expect } from 'vitest';
import { Stage } from './driver/stage.ts';
import type { Window } from './driver/window.ts';
import { test } from './window-test.ts';

async function simulate(window: Window): Promise<Stage> {
  await window.open('orders.aurora.yaml');
  await window.runCommand('Aurora: Simulate Failover');
  return Stage.of(window, 'orders');
}

test('a person without a blueprint in sight is asked which one', async ({ window }) => {
  await window.open('reviews.sql');
  await window.runCommand('Aurora: Simulate Failover');
  expect(await window.quickPickLabels()).toEqual(['fraud.aurora.yaml', 'orders.aurora.yaml']);
  await window.quickPick('fraud.aurora.yaml');
  const stage = await Stage.of(window, 'fraud');
  await expect.poll(() => stage.things()).toContain('endpoint cluster: fraud-1');
  expect(await stage.shownTab()).toBe('Simulation');
});

describe('what can fail', () => {
  test('is every instance, AZ, AZ + 1, segments, Region, and the scenarios of the file', async ({ window }) => {
    const stage = await simulate(window);
    await expect.poll(() => stage.text()).toContain('Choose what fails.');
    expect(await stage.choices()).toEqual([
      'Choose what fails',
      'lose an AZ, then one more storage node',
      'the AZ of the writer is cut off',
      'a sale starts',
      'us-east-1 is lost',
      'the primary moves to Ireland as planned',
      'orders-a crashes (the writer)',
      'orders-b crashes (a reader)',
      'orders-c crashes (a reader)',
      'orders-eu-a crashes (a reader)',
      'orders-eu-b crashes (a reader)',
      'us-east-1a goes dark',
      'us-east-1a goes dark, then one more segment fails',
      'us-east-1b goes dark',
      'us-east-1b goes dark, then one more segment fails',
      'us-east-1c goes dark',
      'us-east-1c goes dark, then one more segment fails',
      'three segments of pg-0 fail (no write quorum)',
      'four segments of pg-0 fail (no read quorum either)',
      'us-east-1 goes dark, failover to eu-west-1 by hand',
      'eu-west-1 goes dark',
    ]);
  });

  test('an instance: a reader is promoted, and it is said why and how long writes were away', async ({ window }) => {
    const stage = await simulate(window);
    await stage.choose('orders-a crashes (the writer)');
    expect(await stage.stepTo(/Nobody writes/)).toMatch(/^00:10: /);
    expect(await stage.things()).toContainEqual(expect.stringMatching(/^endpoint cluster, global: nobody answers/));
    expect(await stage.stepTo(/is to be promoted/)).toContain('orders-b is to be promoted: tier 0 beats tier 2.');
    await stage.stepTo(/Writes are back/);
    expect(await stage.things()).toContain('endpoint cluster, global: orders-b');
    await stage.thing(/^orders-b, writer/).waitFor();
    expect(await stage.outcome('promoted')).toEqual(['orders-b', expect.stringContaining('tier 0 beats tier 2'), '']);
    expect(await stage.outcome('dataLoss')).toEqual(['0 s', '', '']);
    const [recovery, parts] = await stage.outcome('writerRecovery');
    expect(recovery).toMatch(/^1[0-6](\.\d)? s$/);
    expect(parts).toMatch(/^detection .* s, promotion .* s, DNS .* s$/);
    await window.screenshot('simulation instance');
  });

  test('an AZ: a third of the volume is dark, and quorum holds', async ({ window }) => {
    const stage = await simulate(window);
    await stage.choose('us-east-1a goes dark');
    await stage.stepTo(/orders-b is the writer/);
    expect(await stage.things()).toContainEqual(expect.stringContaining('groups: 4 of 6 copies, a write needs 4'));
    expect(await stage.things()).toContainEqual(expect.stringMatching(/^us-east-1a, dark/));
    await window.screenshot('simulation az');
    await stage.stepTo(/A write now needs 3 of 4/);
    expect(await stage.things()).toContainEqual(expect.stringContaining('groups: 4 of 6 copies, a write needs 3'));
    expect(await stage.verdict()).toContain('orders-b took over. No acknowledged commit was lost.');
  });

  test('an AZ and one more segment: commits wait until the segment is copied', async ({ window }) => {
    const stage = await simulate(window);
    await stage.choose('us-east-1a goes dark, then one more segment fails');
    expect(await stage.stepTo(/Every commit waits/)).toContain('pg-0 has 3 of its 6 copies, and a write needs 4.');
    expect(await stage.things()).toContainEqual(
      expect.stringContaining('writes stalled, reads served, pg-0: 3 of 6 copies, a write needs 4'),
    );
    await window.screenshot('simulation az and one more');
    expect(await stage.stepTo(/Commits go on/)).toContain('pg-0 is back at 4 of 6 after 10 s.');
    const [, reasons] = await stage.outcome('writes away');
    expect(reasons).toMatch(/^10 s stalled, .* s without a writer$/);
  });

  test('segments: with four lost nothing repairs the group', async ({ window }) => {
    const stage = await simulate(window);
    await stage.choose('four segments of pg-0 fail (no read quorum either)');
    await stage.timeline.press('End');
    await expect.poll(() => stage.moment()).toContain('Commits still wait at the end of the run');
    expect(await stage.verdict()).toContain('pg-0 has 2 of 6 copies; a repair needs 3.');
    expect(await stage.outcome('promoted')).toEqual(['nobody', '', '']);
    await window.screenshot('simulation segments');
  });

  test('a Region: another one takes over by hand, and what had not arrived is lost', async ({ window }) => {
    const stage = await simulate(window);
    await stage.choose('us-east-1 goes dark, failover to eu-west-1 by hand');
    await stage.stepTo(/no Region takes over by itself/);
    const moment = await stage.stepTo(/Writes are back/);
    expect(moment).toContain('the cluster endpoint leads to orders-eu-a.');
    const [lost] = await stage.outcome('regionDataLoss');
    expect(lost).toMatch(/ ms$/);
    expect(await stage.verdict()).toContain(`orders-eu-a took over. ${lost} of acknowledged commits were lost.`);
    expect(await stage.outcome('promoted')).toContain('orders-eu-a');
    await window.screenshot('simulation region');
  });
});

describe('a run', () => {
  test('is the same for the same seed, and another for another', async ({ window }) => {
    const stage = await simulate(window);
    await stage.choose('orders-a crashes (the writer)');
    const verdictWith = async (seed: number) => {
      const before = await stage.verdict();
      await stage.seed.fill(String(seed));
      await stage.seed.press('Enter');
      await expect.poll(() => stage.verdict()).not.toBe(before);
      return stage.verdict();
    };
    const first = await verdictWith(3);
    const other = await verdictWith(4);
    expect(other).not.toBe(first);
    expect(await verdictWith(3)).toBe(first);
  });

  test('is played, paused, stepped and scrubbed with the keyboard alone', async ({ window }) => {
    const stage = await simulate(window);
    await stage.select.focus();
    await window.press('ArrowDown');
    await window.press('Enter');
    await stage.timeline.focus();
    await window.press('Home');
    await window.press('Shift+ArrowRight');
    await window.press('ArrowRight');
    await expect.poll(() => stage.seconds()).toBe(11);
    await window.press('ArrowLeft');
    await expect.poll(() => stage.seconds()).toBe(10);

    await window.press('Space');
    await stage.button('Pause').waitFor();
    await expect.poll(() => stage.seconds()).toBeGreaterThan(20);
    await window.press('Space');
    await stage.button('Play').waitFor();
    const paused = await stage.seconds();
    await stage.step('.');
    expect(await stage.seconds()).toBeGreaterThan(paused);

    await stage.button(/^\d+×$/).click();
    await stage.timeline.press('Space');
    await expect.poll(() => stage.button('Play').isVisible()).toBe(true);
    await expect.poll(() => stage.moment()).toContain('at the end of the run');
  });

  test('shows the stretch that a person wants to see, and lag and capacity on demand', async ({ window }) => {
    const stage = await simulate(window);
    await stage.choose('lose an AZ, then one more storage node');
    await stage.stepTo(/Every commit waits: pg-17/);
    expect(await stage.lanes()).toContain('stalled, 10 s');
    await stage.timeline.press('0');
    await expect.poll(() => stage.lanes()).toContain('20:00');
    await stage.timeline.press('0');
    await expect.poll(() => stage.lanes()).not.toContain('20:00');
    const ticks = async () => (await stage.lanes()).filter((text) => /^\d\d:\d\d$/.test(text));
    const before = await ticks();
    await stage.dragFrame(60);
    await expect.poll(ticks).not.toEqual(before);
    expect(await stage.seconds()).toBe(90);
    await stage.timeline.press('.');
    await stage.button('Replica lag, read capacity').click();
    await expect.poll(() => stage.lanes()).toEqual(expect.arrayContaining(['replica lag', 'read capacity', 'demand']));
    await window.screenshot('simulation lag and capacity');
    await stage.button('Fewer lanes').click();
    await expect.poll(() => stage.lanes()).not.toContain('replica lag');
  });

  test('of a scenario is held against what the file expects', async ({ window }) => {
    const stage = await simulate(window);
    await stage.choose('lose an AZ, then one more storage node');
    await expect.poll(() => stage.seed.inputValue()).toBe('7');
    expect(await stage.verdict()).toContain('all 5 expectations hold');
    expect(await stage.outcome('writerRecovery')).toContainEqual(expect.stringContaining('< 60s'));
    await stage.stepTo(/Every commit waits: pg-17/);
    await window.screenshot('simulation scenario');
  });

  test('is played again when the design changes, and its expectations with it', async ({ window }) => {
    const stage = await simulate(window);
    await stage.choose('lose an AZ, then one more storage node');
    await window.open('orders.aurora.yaml');
    await window.find('< 60s');
    await window.type('< 1s');
    await expect.poll(() => stage.verdict()).toContain('1 of 5 expectations fail');
    await window.screenshot('simulation expectation fails');
    await window.find('orders-b');
    await window.type('sales-b');
    await expect.poll(() => stage.outcome('promoted')).toContainEqual('sales-b');
  });
});
