import { regionByCode } from '../facts/regions.ts';
import type { Cluster } from './design.ts';
import { known } from './node.ts';
import { parseBackupWindow, parseMaintenanceWindow, type Window, windowsOverlap } from './window.ts';

/** A window that begins in the night. */
export interface NightWindow {
  readonly window: Window;
  /** The hour at which it begins, by the clocks of the Region. */
  readonly hour: number;
}

const hour = 60;
const day = 24 * hour;

/** The hours of a night at which a window may begin, the best first. */
const nightHours = [3, 2, 4, 1, 5, 0];

/** The backup windows of this length (minutes) in the night of the cluster's Region that leave its maintenance window alone, the best first. */
export function nightBackupWindows(cluster: Cluster, minutes: number): readonly NightWindow[] {
  const maintenance = parseMaintenanceWindow(known(cluster.preferredMaintenanceWindow) ?? '');
  return nightWindows(cluster, 0, minutes).filter(
    ({ window }) => maintenance === undefined || !windowsOverlap(window, maintenance),
  );
}

/**
 * The maintenance windows of this length (minutes) in the night of a day (0 is Monday, by the clocks of the cluster's
 * Region) that leave its backup window alone, the best first.
 */
export function nightMaintenanceWindows(cluster: Cluster, localDay: number, minutes: number): readonly NightWindow[] {
  const backup = parseBackupWindow(known(cluster.preferredBackupWindow) ?? '');
  return nightWindows(cluster, localDay, minutes).filter(
    ({ window }) => backup === undefined || !windowsOverlap(backup, window),
  );
}

/** By UTC where the Region is unknown. */
function nightWindows({ region }: Cluster, localDay: number, minutes: number): readonly NightWindow[] {
  const offset = regionByCode(known(region) ?? '')?.utcOffsetHours ?? 0;
  return nightHours.map((begin) => ({
    window: { start: localDay * day + (begin - offset) * hour, minutes },
    hour: begin,
  }));
}
