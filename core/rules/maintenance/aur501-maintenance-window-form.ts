import { clustersOf } from '../../design/design.ts';
import { known } from '../../design/node.ts';
import { formatMaintenanceWindow, parseMaintenanceWindow } from '../../design/window.ts';
import * as limits from '../../facts/generated/limits.ts';
import { correct } from '../design-fix.ts';
import type { DesignRule } from '../rule.ts';
import type { RulePage } from '../rule-page.ts';

export const rule: DesignRule = {
  id: 'AUR501',
  title: 'The maintenance window is not written as two moments of the week',
  group: 'Maintenance and lifecycle',
  severity: 'error',
  facts: [limits.maintenance_window_format],
  check: (design, report) => {
    const clusters = clustersOf(design);
    for (const { preferredMaintenanceWindow } of [
      ...clusters,
      ...clusters.flatMap(({ instances }) => instances.items),
    ]) {
      const text = known(preferredMaintenanceWindow);
      if (text === undefined || parseMaintenanceWindow(text) !== undefined) continue;
      const meant = rewritten(text);
      const message = `"${text}" is no maintenance window. Write two moments in UTC: ${limits.maintenance_window_format.format}, such as sun:05:00-sun:05:30.`;
      report(preferredMaintenanceWindow.path, message, {
        fixes: meant === undefined ? [] : [correct(preferredMaintenanceWindow.path, meant, true)],
      });
    }
  },
};

/** The window that long day names, other signs or a missing second day probably stand for: `Sunday 5:00 - 5:30`. */
function rewritten(text: string): string | undefined {
  const moment = '(?:([a-z]{3})[a-z]*)?\\W*(\\d{1,2})\\W?(\\d\\d)';
  const match = new RegExp(`^\\W*${moment}\\W+${moment}\\W*$`).exec(text.toLowerCase());
  const [, fromDay, from, fromMinute, toDay = fromDay, to, toMinute] = match ?? [];
  const window = parseMaintenanceWindow(`${fromDay}:${from}:${fromMinute}-${toDay}:${to}:${toMinute}`);
  return window === undefined ? undefined : formatMaintenanceWindow(window);
}

export const page: RulePage = {
  reason: 'RDS refuses a window in any other form when the cluster is created.',
  bad: `aurora: 1
name: orders
engine: aurora-postgresql
primary:
  region: us-east-1
  instances:
    - { id: orders-a, class: db.r7g.large }
  preferredMaintenanceWindow: Sunday 05:00-05:30
#                             ^^^^^^^^^^^^^^^^^^ AUR501
`,
  good: `aurora: 1
name: orders
engine: aurora-postgresql
primary:
  region: us-east-1
  instances:
    - { id: orders-a, class: db.r7g.large }
  preferredMaintenanceWindow: sun:05:00-sun:05:30
`,
};
