import { clustersOf } from '../../design/design.ts';
import { known } from '../../design/node.ts';
import { formatMaintenanceWindow, parseMaintenanceWindow } from '../../design/window.ts';
import * as limits from '../../facts/generated/limits.ts';
import { setValue } from '../design-fix.ts';
import type { DesignRule } from '../rule.ts';
import type { RulePage } from '../rule-page.ts';

const least = limits.maintenance_window_format.min_minutes;

export const rule: DesignRule = {
  id: 'AUR502',
  title: 'The maintenance window is shorter than 30 minutes',
  group: 'Maintenance and lifecycle',
  severity: 'error',
  facts: [limits.maintenance_window_format],
  check: (design, report) => {
    const clusters = clustersOf(design);
    for (const { preferredMaintenanceWindow } of [
      ...clusters,
      ...clusters.flatMap(({ instances }) => instances.items),
    ]) {
      const window = parseMaintenanceWindow(known(preferredMaintenanceWindow) ?? '');
      if (window === undefined || window.minutes >= least) continue;
      const longer = formatMaintenanceWindow({ ...window, minutes: least });
      const fixes = [setValue(preferredMaintenanceWindow.path, longer)];
      if (window.minutes > 0) {
        const message = `The maintenance window has ${window.minutes} minutes; Aurora needs at least ${least}. Write ${longer}.`;
        report(preferredMaintenanceWindow.path, message, { fixes });
      } else {
        const message = `The maintenance window begins and ends at the same moment. Write at least ${least} minutes: ${longer}.`;
        report(preferredMaintenanceWindow.path, message, { fixes, severity: 'warning' });
      }
    }
  },
};

export const page: RulePage = {
  reason: 'RDS refuses a window of less than half an hour. A window may pass midnight and the end of the week.',
  bad: `aurora: 1
name: orders
engine: aurora-postgresql
primary:
  region: us-east-1
  instances:
    - { id: orders-a, class: db.r7g.large }
  preferredMaintenanceWindow: sun:23:50-mon:00:10
#                             ^^^^^^^^^^^^^^^^^^^ AUR502 20 minutes
`,
  good: `aurora: 1
name: orders
engine: aurora-postgresql
primary:
  region: us-east-1
  instances:
    - { id: orders-a, class: db.r7g.large }
  preferredMaintenanceWindow: sun:23:50-mon:00:20
`,
};
