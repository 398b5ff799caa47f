import { describe, expect, test } from 'vitest';
import { cluster } from '../testing/blueprint-texts.ts';
import type { Cluster } from './design.ts';
import { nightBackupWindows, nightMaintenanceWindows } from './night-windows.ts';
import { readBlueprint } from './readers/blueprint.ts';
import { formatBackupWindow, formatMaintenanceWindow } from './window.ts';

const thursday = 3;

/** The primary of a blueprint in a Region, with more lines. */
function primaryIn(region: string, more = ''): Cluster {
  const [document] = readBlueprint(cluster(more).replace('us-east-1', region)).documents;
  if (document === undefined) throw new Error('The blueprint was not read.');
  return document.design.primary;
}

const backup = (of: Cluster) => nightBackupWindows(of, 30).map(({ window }) => formatBackupWindow(window));
const maintenance = (of: Cluster, minutes = 30) =>
  nightMaintenanceWindows(of, thursday, minutes).map(({ window }) => formatMaintenanceWindow(window));

describe('the night is that of the Region', () => {
  test.each([
    ['eu-west-2', 'the clocks of London are UTC', 'thu:03:00-thu:03:30'],
    ['us-east-1', 'five hours behind', 'thu:08:00-thu:08:30'],
    ['ap-northeast-1', 'nine hours ahead: still Wednesday in UTC', 'wed:18:00-wed:18:30'],
    ['ap-south-1', 'five and a half hours ahead', 'wed:21:30-wed:22:00'],
    ['eusc-de-east-9', 'unknown, so UTC', 'thu:03:00-thu:03:30'],
  ])('%s: %s', (region, _why, best) => expect(maintenance(primaryIn(region))[0]).toBe(best));

  test('from the best hour to the worst', () => {
    expect(nightBackupWindows(primaryIn('us-east-1'), 30).map(({ hour }) => hour)).toEqual([3, 2, 4, 1, 5, 0]);
  });
});

describe('the other window is left alone', () => {
  test('by a backup', () => {
    const beside = primaryIn('eu-west-2', '  preferredMaintenanceWindow: sun:03:15-sun:04:15\n');
    expect(backup(beside)).toEqual(['02:00-02:30', '01:00-01:30', '05:00-05:30', '00:00-00:30']);
  });

  test('by maintenance, however long', () => {
    const beside = primaryIn('eu-west-2', '  preferredBackupWindow: 03:45-04:15\n');
    expect(maintenance(beside)).toContain('thu:03:00-thu:03:30');
    expect(maintenance(beside, 60)).not.toContain('thu:03:00-thu:04:00');
  });

  test('where there is no hour left there is no window', () => {
    expect(maintenance(primaryIn('eu-west-2', '  preferredBackupWindow: 00:00-06:00\n'))).toEqual([]);
  });
});
