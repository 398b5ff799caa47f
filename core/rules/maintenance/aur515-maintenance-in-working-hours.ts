import { clustersOf } from '../../design/design.ts';
import { known } from '../../design/node.ts';
import { parseMaintenanceWindow } from '../../design/window.ts';
import { maintenanceInWorkingHoursFact } from '../../facts/regions.ts';
import { setValue } from '../design-fix.ts';
import type { DesignRule } from '../rule.ts';
import type { RulePage } from '../rule-page.ts';
import { localStart, nightWindow } from './night-window.ts';

const day = 24 * 60;
const workingDays = 5;
const working = { from: 9 * 60, to: 18 * 60 };
const names = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday'];

export const rule: DesignRule = {
  id: 'AUR515',
  title: 'The maintenance window begins in working hours',
  group: 'Maintenance and lifecycle',
  severity: 'warning',
  profile: 'production',
  facts: [maintenanceInWorkingHoursFact],
  check: (design, report) => {
    for (const cluster of clustersOf(design)) {
      const { preferredMaintenanceWindow } = cluster;
      const region = known(cluster.region) ?? '';
      const window = parseMaintenanceWindow(known(preferredMaintenanceWindow) ?? '');
      const start = window === undefined ? undefined : localStart(window, region);
      if (window === undefined || start === undefined) continue;
      const [localDay, minute] = [Math.floor(start / day), start % day];
      if (localDay >= workingDays || minute < working.from || minute >= working.to) continue;
      const time = `${Math.floor(minute / 60)}:${`${minute % 60}`.padStart(2, '0')}`;
      const night = nightWindow(cluster, region, localDay, window.minutes);
      const message = `The maintenance window begins on ${names[localDay]} at about ${time} in ${region}: patches restart the instances while people work. Move it to the night.`;
      report(preferredMaintenanceWindow.path, message, {
        fixes: night === undefined ? [] : [setValue(preferredMaintenanceWindow.path, night)],
      });
    }
  },
};

export const page: RulePage = {
  reason:
    'Windows are written in UTC, and easily meant in local time. AWS recommends the time of lowest usage. Local time is the standard time of the Region.',
  bad: `aurora: 1
name: orders
engine: aurora-postgresql
profile: production
primary:
  region: ap-northeast-1
  instances:
    - { id: orders-a, class: db.r7g.large }
    - { id: orders-b, class: db.r7g.large }
  backupRetentionPeriod: 7
  deletionProtection: true
  enableCloudwatchLogsExports: [postgresql]
  preferredMaintenanceWindow: tue:02:00-tue:02:30
#                             ^^^^^^^^^^^^^^^^^^^ AUR515 Tuesday at about 11:00
`,
  good: `aurora: 1
name: orders
engine: aurora-postgresql
profile: production
primary:
  region: ap-northeast-1
  instances:
    - { id: orders-a, class: db.r7g.large }
    - { id: orders-b, class: db.r7g.large }
  backupRetentionPeriod: 7
  deletionProtection: true
  enableCloudwatchLogsExports: [postgresql]
  preferredMaintenanceWindow: mon:18:00-mon:18:30
`,
};
