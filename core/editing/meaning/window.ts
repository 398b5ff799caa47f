import { known } from '../../design/node.ts';
import { parseBackupWindow, parseMaintenanceWindow, windowsOverlap } from '../../design/window.ts';
import type { Meaning } from './place.ts';

/** How long a window is, and whether the backup and the maintenance window of the cluster overlap. */
export const windowMeaning: Meaning = ({ cluster, written, path }) => {
  const isBackup = path.at(-1) === 'preferredBackupWindow';
  const window = (isBackup ? parseBackupWindow : parseMaintenanceWindow)(written);
  if (window === undefined) return undefined;
  const length = `${window.minutes} minutes, UTC, ${isBackup ? 'every day' : 'once a week'}.`;
  const [daily, weekly] = [known(cluster.preferredBackupWindow), known(cluster.preferredMaintenanceWindow)];
  const other = isBackup ? weekly : daily;
  const backup = isBackup ? window : parseBackupWindow(daily ?? '');
  const maintenance = isBackup ? parseMaintenanceWindow(weekly ?? '') : window;
  if (other === undefined || backup === undefined || maintenance === undefined) return length;
  const name = isBackup ? 'maintenance' : 'backup';
  const overlaps = windowsOverlap(backup, maintenance);
  return `${length} ${overlaps ? `It overlaps the ${name} window ${other}` : `Apart from the ${name} window ${other}`}.`;
};
