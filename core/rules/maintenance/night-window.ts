import type { Cluster } from '../../design/design.ts';
import { known } from '../../design/node.ts';
import { formatMaintenanceWindow, parseBackupWindow, type Window, windowsOverlap } from '../../design/window.ts';
import { regionByCode } from '../../facts/regions.ts';

const hour = 60;
const day = 24 * hour;
const week = 7 * day;

/** The hours of a night at which to begin, the best first. */
const nightHours = [3, 2, 4, 1, 5, 0];

/** The moment of the local week of a Region at which a window begins, in minutes from Monday 00:00; undefined for an unknown Region. */
export function localStart(window: Window, region: string): number | undefined {
  const offset = regionByCode(region)?.utcOffsetHours;
  return offset === undefined ? undefined : modulo(window.start + offset * hour);
}

/**
 * A maintenance window of this length in the night of a local day (0 is Monday) that leaves the backup window alone;
 * undefined when there is none, or the Region is unknown.
 */
export function nightWindow(cluster: Cluster, region: string, localDay: number, minutes: number): string | undefined {
  const offset = regionByCode(region)?.utcOffsetHours;
  if (offset === undefined) return undefined;
  const backup = parseBackupWindow(known(cluster.preferredBackupWindow) ?? '');
  const windows = nightHours.map((begin) => ({
    start: modulo(localDay * day + (begin - offset) * hour),
    minutes,
  }));
  const free = windows.find((window) => backup === undefined || !windowsOverlap(backup, window));
  return free === undefined ? undefined : formatMaintenanceWindow(free);
}

function modulo(minute: number): number {
  return ((minute % week) + week) % week;
}
