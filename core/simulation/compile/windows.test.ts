import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { momentOf, played, threeZones } from '../testing/example.ts';

const windows = threeZones.replace(
  '  region: us-east-1\n',
  '  region: us-east-1\n  preferredBackupWindow: 03:00-03:30\n  preferredMaintenanceWindow: sun:05:00-sun:05:30\n',
);
const inWindow = '{ at: 1m, patch: engine, applyImmediately: false }';
const told = (clusters: string, events: string, rest: string) =>
  played(clusters, events, rest)
    .moments.filter(({ kind }) => /^(patch|patch-waits|backup|not-simulated)$/.test(kind))
    .map(({ at, explanation }) => `${at / 60_000} min: ${explanation.headline}`);

describe('a patch that is not applied immediately', () => {
  test('waits for the maintenance window of the cluster', () => {
    const timeline = played(windows, inWindow, ', startsAt: sun:04:50');
    expect(momentOf(timeline, 'patch-waits')).toMatchObject({
      at: 60_000,
      explanation: { headline: 'The engine patch waits 9 min for the maintenance window sun:05:00-sun:05:30.' },
    });
    expect(momentOf(timeline, 'patch').at).toBe(600_000);
  });

  test('begins at once while the window is open, to its last moment', () => {
    expect(momentOf(played(windows, inWindow, ', startsAt: sun:05:28'), 'patch').at).toBe(60_000);
    expect(told(windows, inWindow, ', startsAt: sun:05:29')).toEqual([
      '1 min: patch in the maintenance window is not played: it opens after the end of the run.',
    ]);
  });

  test('comes over the end of the week', () => {
    const monday = windows.replace('sun:05:00-sun:05:30', 'mon:00:05-mon:00:35');
    expect(momentOf(played(monday, inWindow, ', startsAt: sun:23:55'), 'patch').at).toBe(600_000);
  });

  test('is not played where nobody knows when its window comes, and what is expected stays undecided', () => {
    expect(told(windows, inWindow, '')).toEqual([
      '1 min: patch in the maintenance window is not played: the scenario needs a startsAt such as sun:05:00.',
    ]);
    expect(told(threeZones, inWindow, ', startsAt: sun:04:50')).toEqual([
      '1 min: patch in the maintenance window is not played: no preferredMaintenanceWindow is stated, so AWS chooses one.',
    ]);
    expect(played(windows, inWindow, ', expect: { promoted: nobody }').expectations).toMatchObject([
      { outcome: 'inconclusive' },
    ]);
  });

  test('begins in the window, whenever the run begins and the patch is asked for', () => {
    const week = 7 * 24 * 60;
    fc.assert(
      fc.property(fc.nat(week - 1), fc.nat(600), (start, minute) => {
        const days = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
        const time = [Math.floor((start % 1440) / 60), start % 60].map((part) => `${part}`.padStart(2, '0')).join(':');
        const rest = `, duration: 8d, startsAt: ${days[Math.floor(start / 1440)]}:${time}`;
        const { at } = momentOf(
          played(windows, `{ at: ${minute}m, patch: engine, applyImmediately: false }`, rest),
          'patch',
        );
        expect(at).toBeGreaterThanOrEqual(minute * 60_000);
        const opened = 6 * 1440 + 300;
        expect((start + at / 60_000 - opened + week) % week).toBeLessThan(30);
        expect(at - minute * 60_000).toBeLessThan(week * 60_000);
      }),
      { numRuns: 30 },
    );
  });
});

describe('the backup window', () => {
  test('comes every day, and nothing waits for it', () => {
    const quiet = played(windows, '', ', duration: 2d');
    const timeline = played(windows, '', ', duration: 2d, startsAt: sat:02:00');
    const backups = timeline.moments.filter(({ kind }) => kind === 'backup');
    expect(backups.map(({ at }) => at / 3_600_000)).toEqual([1, 25]);
    expect(timeline.verdict).toEqual(quiet.verdict);
  });

  test('does not come where the run has no place in the week, or AWS chooses it', () => {
    expect(told(windows, '', ', duration: 2d')).toEqual([]);
    expect(told(threeZones, '', ', duration: 2d, startsAt: sat:02:00')).toEqual([]);
  });
});
