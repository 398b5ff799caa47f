import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  formatBackupWindow,
  formatMaintenanceWindow,
  parseBackupWindow,
  parseMaintenanceWindow,
  shiftBehind,
  type Window,
  windowsOverlap,
} from './window.ts';

const overlap = (backup: string, maintenance: string) => {
  const [daily, weekly] = [parseBackupWindow(backup), parseMaintenanceWindow(maintenance)];
  return daily !== undefined && weekly !== undefined && windowsOverlap(daily, weekly);
};

describe('reading', () => {
  test.each([
    ['03:00-03:30', { start: 180, minutes: 30 }],
    ['3:00-3:30', { start: 180, minutes: 30 }],
    ['23:45-00:15', { start: 1425, minutes: 30 }],
    ['04:00-04:00', { start: 240, minutes: 0 }],
  ])('backup window %s', (text, window) => expect(parseBackupWindow(text)).toEqual(window));

  test.each(['', '03:00', '24:00-24:30', '03:60-04:00', '03.00-03.30', 'sun:03:00-sun:03:30', '003:00-03:30'])(
    'no backup window: %j',
    (text) => expect(parseBackupWindow(text)).toBeUndefined(),
  );

  test.each([
    ['mon:00:00-mon:00:30', { start: 0, minutes: 30 }],
    ['Sun:05:00-SUN:5:30', { start: 8940, minutes: 30 }],
    ['sun:23:45-mon:00:15', { start: 10_065, minutes: 30 }],
    ['sat:23:00-tue:01:00', { start: 8580, minutes: 3000 }],
  ])('maintenance window %s', (text, window) => expect(parseMaintenanceWindow(text)).toEqual(window));

  test.each(['', 'sun:05:00', 'so:05:00-so:05:30', 'sun:24:00-mon:00:30', '05:00-05:30', 'sun 05:00-sun 05:30'])(
    'no maintenance window: %j',
    (text) => expect(parseMaintenanceWindow(text)).toBeUndefined(),
  );
});

describe('overlap', () => {
  test.each([
    ['05:00-05:30', 'sun:05:00-sun:05:30', 'the same half hour'],
    ['05:29-06:00', 'sun:05:00-sun:05:30', 'one shared minute'],
    ['00:00-00:30', 'sun:23:45-mon:00:15', 'maintenance passes the week end'],
    ['23:45-00:15', 'mon:00:00-mon:00:30', 'backup of Sunday passes into Monday'],
    ['23:45-00:15', 'wed:00:00-wed:00:30', 'backup passes midnight'],
    ['12:00-12:30', 'sat:00:00-mon:00:00', 'backup inside a long maintenance'],
    ['00:00-23:30', 'tue:05:00-tue:05:30', 'maintenance inside a long backup'],
  ])('%s overlaps %s: %s', (backup, maintenance) => expect(overlap(backup, maintenance)).toBe(true));

  test.each([
    ['04:30-05:00', 'sun:05:00-sun:05:30', 'backup ends where maintenance begins'],
    ['05:30-06:00', 'sun:05:00-sun:05:30', 'backup begins where maintenance ends'],
    ['00:15-00:45', 'sun:23:45-mon:00:15', 'touching at the week end'],
    ['23:15-23:45', 'sun:23:45-mon:00:15', 'touching before the week end'],
  ])('%s is apart from %s: %s', (backup, maintenance) => expect(overlap(backup, maintenance)).toBe(false));
});

const daily = fc.record({ start: fc.integer({ min: 0, max: 1439 }), minutes: fc.integer({ min: 1, max: 1439 }) });
const weekly = fc.record({ start: fc.integer({ min: 0, max: 10_079 }), minutes: fc.integer({ min: 1, max: 10_079 }) });

/** The minutes of the week that a window covers, one by one. */
const minutesOf = ({ start, minutes }: Window) =>
  Array.from({ length: minutes }, (_, index) => (start + index) % 10_080);

test('windows overlap exactly when they share a minute of the week', () => {
  fc.assert(
    fc.property(daily, weekly, (backup, maintenance) => {
      const busy = new Set(minutesOf(maintenance));
      const everyDay = Array.from({ length: 7 }, (_, index) => ({ ...backup, start: backup.start + index * 1440 }));
      const shared = everyDay.flatMap(minutesOf).some((minute) => busy.has(minute));
      expect(windowsOverlap(backup, maintenance)).toBe(shared);
    }),
  );
});

test('a shifted window keeps its length and is free', () => {
  fc.assert(
    fc.property(daily, weekly, (backup, maintenance) => {
      const shifted = shiftBehind(backup, maintenance);
      if (shifted === undefined) return;
      expect(shifted.minutes).toBe(backup.minutes);
      expect(windowsOverlap(shifted, maintenance)).toBe(false);
    }),
  );
});

test('a maintenance window that leaves no free hour of the day leaves no place to shift to', () => {
  const backup = { start: 300, minutes: 30 };
  expect(shiftBehind(backup, { start: 0, minutes: 1440 })).toBeUndefined();
  expect(shiftBehind(backup, { start: 0, minutes: 1410 })).toEqual({ start: 1410, minutes: 30 });
});

test('what is written reads back as the same window', () => {
  fc.assert(
    fc.property(daily, weekly, (backup, maintenance) => {
      expect(parseBackupWindow(formatBackupWindow(backup))).toEqual(backup);
      expect(parseMaintenanceWindow(formatMaintenanceWindow(maintenance))).toEqual(maintenance);
    }),
  );
});
