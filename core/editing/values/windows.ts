import type { Cluster } from '../../design/design.ts';
import { known } from '../../design/node.ts';
import {
  formatBackupWindow,
  formatMaintenanceWindow,
  parseBackupWindow,
  parseMaintenanceWindow,
  type Window,
  windowsOverlap,
} from '../../design/window.ts';
import { regionByCode } from '../../facts/regions.ts';
import type { OfferedValue } from './offered-value.ts';

const hour = 60;
const day = 24 * hour;
const sunday = 6 * day;
const length = 30;

/** Hours of the night at which a window may begin, the best first. */
const nightHours = [3, 2, 4, 1, 5, 0];

/** Backup windows in the night of the cluster's Region that leave its maintenance window alone. */
export function backupWindowsToChoose(cluster: Cluster): readonly OfferedValue[] {
  const maintenance = parseMaintenanceWindow(known(cluster.preferredMaintenanceWindow) ?? '');
  return nightWindows(cluster)
    .filter(({ window }) => maintenance === undefined || !windowsOverlap(window, maintenance))
    .map(({ window, detail }) => ({ value: formatBackupWindow(window), detail }));
}

/** Maintenance windows in Sunday's night of the cluster's Region that leave its backup window alone. */
export function maintenanceWindowsToChoose(cluster: Cluster): readonly OfferedValue[] {
  const backup = parseBackupWindow(known(cluster.preferredBackupWindow) ?? '');
  return nightWindows(cluster)
    .map(({ window, detail }) => ({ window: { ...window, start: window.start + sunday }, detail }))
    .filter(({ window }) => backup === undefined || !windowsOverlap(backup, window))
    .map(({ window, detail }) => ({ value: formatMaintenanceWindow(window), detail: `Sunday, ${detail}` }));
}

function nightWindows({ region }: Cluster): readonly { readonly window: Window; readonly detail: string }[] {
  const found = regionByCode(known(region) ?? '');
  const offset = found?.utcOffsetHours ?? 0;
  return nightHours.map((begin) => {
    const start = (begin - offset) * hour;
    const clock = `${begin}`.padStart(2, '0');
    const local = found?.utcOffsetHours === undefined ? '' : `; ${clock}:00 standard time there`;
    return { window: { start, minutes: length }, detail: `UTC${local}` };
  });
}
