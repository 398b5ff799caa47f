import type { Cluster } from '../../design/design.ts';
import { type NightWindow, nightBackupWindows, nightMaintenanceWindows } from '../../design/night-windows.ts';
import { known } from '../../design/node.ts';
import { formatBackupWindow, formatMaintenanceWindow } from '../../design/window.ts';
import { regionByCode } from '../../facts/regions.ts';
import type { OfferedValue } from './offered-value.ts';

const sunday = 6;
const minutes = 30;

/** Backup windows in the night of the cluster's Region that leave its maintenance window alone. */
export function backupWindowsToChoose(cluster: Cluster): readonly OfferedValue[] {
  return nightBackupWindows(cluster, minutes).map((night) => ({
    value: formatBackupWindow(night.window),
    detail: clocks(cluster, night),
  }));
}

/** Maintenance windows in Sunday's night of the cluster's Region that leave its backup window alone. */
export function maintenanceWindowsToChoose(cluster: Cluster): readonly OfferedValue[] {
  return nightMaintenanceWindows(cluster, sunday, minutes).map((night) => ({
    value: formatMaintenanceWindow(night.window),
    detail: `Sunday, ${clocks(cluster, night)}`,
  }));
}

function clocks({ region }: Cluster, { hour }: NightWindow): string {
  const isKnown = regionByCode(known(region) ?? '') !== undefined;
  return isKnown ? `UTC; ${`${hour}`.padStart(2, '0')}:00 standard time there` : 'UTC';
}
