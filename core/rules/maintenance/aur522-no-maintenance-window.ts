import { clustersOf } from '../../design/design.ts';
import { nightMaintenanceWindows } from '../../design/night-windows.ts';
import { known } from '../../design/node.ts';
import { formatMaintenanceWindow } from '../../design/window.ts';
import * as limits from '../../facts/generated/limits.ts';
import { maintainsInWorkingHours, maintenanceInWorkingHoursFact } from '../../facts/regions.ts';
import { setValue } from '../design-fix.ts';
import type { DesignRule } from '../rule.ts';
import type { RulePage } from '../rule-page.ts';

const sunday = 6;

export const rule: DesignRule = {
  id: 'AUR522',
  title: 'The default maintenance window of the Region lies in working hours',
  group: 'Maintenance and lifecycle',
  severity: 'info',
  profile: 'production',
  facts: [maintenanceInWorkingHoursFact, limits.default_windows],
  check: (design, report) => {
    for (const cluster of clustersOf(design)) {
      const region = known(cluster.region) ?? '';
      const { path, presence } = cluster.preferredMaintenanceWindow;
      if (presence !== 'absent' || !maintainsInWorkingHours(region)) continue;
      const shortest = limits.maintenance_window_format.min_minutes;
      const nights = nightMaintenanceWindows(cluster, sunday, shortest).slice(0, 1);
      const message = `Without preferredMaintenanceWindow RDS draws one, and in ${region} most of those begin in local working hours. State one at night.`;
      report(path, message, { fixes: nights.map(({ window }) => setValue(path, formatMaintenanceWindow(window))) });
    }
  },
};

export const page: RulePage = {
  reason:
    'RDS draws the window from an 8-hour block of the Region. In some Regions at least half of that block lies between 09:00 and 18:00.',
  bad: `aurora: 1
name: orders
engine: aurora-postgresql
profile: production
primary:
^^^^^^^ AUR522
  region: ap-south-1
  instances:
    - { id: orders-a, class: db.r7g.large }
    - { id: orders-b, class: db.r7g.large }
  backupRetentionPeriod: 7
  deletionProtection: true
  enableCloudwatchLogsExports: [postgresql]
`,
  good: `aurora: 1
name: orders
engine: aurora-postgresql
profile: production
primary:
  region: ap-south-1
  instances:
    - { id: orders-a, class: db.r7g.large }
    - { id: orders-b, class: db.r7g.large }
  backupRetentionPeriod: 7
  deletionProtection: true
  enableCloudwatchLogsExports: [postgresql]
  preferredMaintenanceWindow: sat:21:30-sat:22:00
`,
};
