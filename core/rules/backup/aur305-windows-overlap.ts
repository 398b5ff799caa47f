import { clustersOf } from '../../design/design.ts';
import { known } from '../../design/node.ts';
import {
  formatBackupWindow,
  parseBackupWindow,
  parseMaintenanceWindow,
  shiftBehind,
  windowsOverlap,
} from '../../design/window.ts';
import * as limits from '../../facts/generated/limits.ts';
import { setValue } from '../design-fix.ts';
import type { DesignRule } from '../rule.ts';
import type { RulePage } from '../rule-page.ts';

export const rule: DesignRule = {
  id: 'AUR305',
  title: 'The backup window overlaps the maintenance window',
  group: 'Backup and restore',
  severity: 'error',
  facts: [limits.backup_window_format, limits.maintenance_window_format],
  check: (design, report) => {
    for (const { preferredBackupWindow, preferredMaintenanceWindow } of clustersOf(design)) {
      const [daily, weekly] = [known(preferredBackupWindow), known(preferredMaintenanceWindow)];
      const [backup, maintenance] = [parseBackupWindow(daily ?? ''), parseMaintenanceWindow(weekly ?? '')];
      if (backup === undefined || maintenance === undefined || !windowsOverlap(backup, maintenance)) continue;
      const free = shiftBehind(backup, maintenance);
      const shifted = free === undefined ? undefined : formatBackupWindow(free);
      const advice = shifted === undefined ? 'Shorten one of them.' : `Move it to ${shifted}, behind the maintenance.`;
      const message = `The backup window ${daily} overlaps the maintenance window ${weekly}. ${advice}`;
      report(preferredBackupWindow.path, message, {
        fixes: shifted === undefined ? [] : [setValue(preferredBackupWindow.path, shifted)],
      });
    }
  },
};

export const page: RulePage = {
  reason: 'RDS refuses windows that share a minute on any day; windows that only touch are fine.',
  bad: `aurora: 1
name: orders
engine: aurora-postgresql
primary:
  region: us-east-1
  instances:
    - { id: orders-a, class: db.r7g.large }
  preferredBackupWindow: 23:45-00:15
#                        ^^^^^^^^^^^ AUR305 mon:00:00
  preferredMaintenanceWindow: mon:00:00-mon:00:30
`,
  good: `aurora: 1
name: orders
engine: aurora-postgresql
primary:
  region: us-east-1
  instances:
    - { id: orders-a, class: db.r7g.large }
  preferredBackupWindow: 00:30-01:00
  preferredMaintenanceWindow: mon:00:00-mon:00:30
`,
};
