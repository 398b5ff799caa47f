import * as limits from '../facts/generated/limits.ts';

/**
 * A stretch of minutes on a ring: of a day for the backup window, of a week for the maintenance window. It may pass the
 * end of the ring, and it is half-open: windows that only touch do not overlap.
 */
export interface Window {
  /** Minutes from midnight UTC, or from Monday 00:00 UTC. */
  readonly start: number;
  /** Length; 0 when begin and end are the same moment. */
  readonly minutes: number;
}

const day = 1440;
const week = 7 * day;
const millisecondsPerMinute = 60_000;
const days: readonly string[] = limits.maintenance_window_format.days.map((name) => name.toLowerCase());

/** Reads `hh24:mi-hh24:mi` (PreferredBackupWindow, UTC); an hour of one digit passes, as AWS lets it. */
export function parseBackupWindow(text: string): Window | undefined {
  const [, from = '', to = ''] = /^(\d{1,2}:\d\d)-(\d{1,2}:\d\d)$/.exec(text.trim()) ?? [];
  return windowBetween(minuteOfDay(from), minuteOfDay(to), day);
}

/** Reads `ddd:hh24:mi-ddd:hh24:mi` (PreferredMaintenanceWindow, UTC), in any case. */
export function parseMaintenanceWindow(text: string): Window | undefined {
  const match = /^([a-z]{3}):(\d{1,2}:\d\d)-([a-z]{3}):(\d{1,2}:\d\d)$/.exec(text.trim().toLowerCase());
  const [, fromDay = '', from = '', toDay = '', to = ''] = match ?? [];
  return windowBetween(minuteOfWeek(fromDay, from), minuteOfWeek(toDay, to), week);
}

/** Reads a moment of the week in UTC such as `sun:04:50`, in any case, as minutes from Monday 00:00. */
export function parseMomentOfWeek(text: string): number | undefined {
  const [, day = '', time = ''] = /^([a-z]{3}):(\d{1,2}:\d\d)$/.exec(text.trim().toLowerCase()) ?? [];
  return minuteOfWeek(day, time);
}

/**
 * Milliseconds from an instant of the week to when a window is open: 0 while it is. The instant is in milliseconds from
 * Monday 00:00 UTC; `ring` says how often the window comes.
 */
export function millisecondsUntil({ start, minutes }: Window, instant: number, ring: 'day' | 'week'): number {
  const around = (ring === 'day' ? day : week) * millisecondsPerMinute;
  const since = modulo(instant - start * millisecondsPerMinute, around);
  return since < minutes * millisecondsPerMinute ? 0 : around - since;
}

/** A daily window as AWS writes it: `03:00-03:30`. */
export function formatBackupWindow({ start, minutes }: Window): string {
  return `${timeOfDay(start)}-${timeOfDay(start + minutes)}`;
}

/** A weekly window as AWS writes it: `sun:05:00-sun:05:30`. */
export function formatMaintenanceWindow({ start, minutes }: Window): string {
  return `${momentOfWeek(start)}-${momentOfWeek(start + minutes)}`;
}

/** The day (0 is Monday) and its minute at which a weekly window begins, by clocks that are hours ahead of UTC. */
export function localStart(
  { start }: Window,
  utcOffsetHours: number,
): { readonly day: number; readonly minute: number } {
  const moment = modulo(start + utcOffsetHours * 60, week);
  return { day: Math.floor(moment / day), minute: moment % day };
}

/** Whether the daily backup window shares a minute with the weekly maintenance window on any day. */
export function windowsOverlap(backup: Window, maintenance: Window): boolean {
  return days.some((_, index) => overlapOnWeek({ ...backup, start: backup.start + index * day }, maintenance));
}

/** The backup window moved behind the maintenance window, or undefined when it would still overlap there. */
export function shiftBehind(backup: Window, maintenance: Window): Window | undefined {
  const shifted = { start: (maintenance.start + maintenance.minutes) % day, minutes: backup.minutes };
  return windowsOverlap(shifted, maintenance) ? undefined : shifted;
}

function overlapOnWeek(a: Window, b: Window): boolean {
  if (a.minutes === 0 || b.minutes === 0) return false;
  return modulo(b.start - a.start, week) < a.minutes || modulo(a.start - b.start, week) < b.minutes;
}

function windowBetween(start: number | undefined, end: number | undefined, ring: number): Window | undefined {
  return start === undefined || end === undefined ? undefined : { start, minutes: modulo(end - start, ring) };
}

function minuteOfDay(time: string): number | undefined {
  const [hours = Number.NaN, minutes = Number.NaN] = time.split(':').map(Number);
  return hours < 24 && minutes < 60 ? hours * 60 + minutes : undefined;
}

function minuteOfWeek(dayName: string, time: string): number | undefined {
  const index = days.indexOf(dayName);
  const minute = minuteOfDay(time);
  return index < 0 || minute === undefined ? undefined : index * day + minute;
}

function timeOfDay(minute: number): string {
  const time = modulo(minute, day);
  return [Math.floor(time / 60), time % 60].map((part) => `${part}`.padStart(2, '0')).join(':');
}

/** A moment of the week as AWS writes it: `sun:04:50`. */
export function momentOfWeek(minute: number): string {
  return `${days[Math.floor(modulo(minute, week) / day)]}:${timeOfDay(minute)}`;
}

function modulo(value: number, ring: number): number {
  return ((value % ring) + ring) % ring;
}
