import { clustersOf } from '../../design/design.ts';
import { nightMaintenanceWindows } from '../../design/night-windows.ts';
import { known } from '../../design/node.ts';
import { formatMaintenanceWindow, localStart, parseMaintenanceWindow } from '../../design/window.ts';
import { maintenanceInWorkingHoursFact, regionByCode } from '../../facts/regions.ts';
import { setValue } from '../design-fix.ts';
import type { DesignRule } from '../rule.ts';
import type { RulePage } from '../rule-page.ts';

const working = { from: 9 * 60, to: 18 * 60 };
const workingDays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday'];

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
      const region = regionByCode(known(cluster.region) ?? '');
      const window = parseMaintenanceWindow(known(preferredMaintenanceWindow) ?? '');
      if (region === undefined || window === undefined) continue;
      const { day, minute } = localStart(window, region.utcOffsetHours);
      const name = workingDays[day];
      if (name === undefined || minute < working.from || minute >= working.to) continue;
      const time = `${Math.floor(minute / 60)}:${`${minute % 60}`.padStart(2, '0')}`;
      const nights = nightMaintenanceWindows(cluster, day, window.minutes).slice(0, 1);
      const message = `The maintenance window begins on ${name} at about ${time} in ${region.code}: patches restart the instances while people work. Move it to the night.`;
      report(preferredMaintenanceWindow.path, message, {
        fixes: nights.map((night) => setValue(preferredMaintenanceWindow.path, formatMaintenanceWindow(night.window))),
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
