import { clustersOf } from '../../design/design.ts';
import { known } from '../../design/node.ts';
import { formatBackupWindow, parseBackupWindow } from '../../design/window.ts';
import * as limits from '../../facts/generated/limits.ts';
import { setValue } from '../design-fix.ts';
import type { DesignRule } from '../rule.ts';
import type { RulePage } from '../rule-page.ts';

const least = limits.backup_window_format.min_minutes;

export const rule: DesignRule = {
  id: 'AUR304',
  title: 'The backup window is shorter than 30 minutes',
  group: 'Backup and restore',
  severity: 'error',
  facts: [limits.backup_window_format],
  check: (design, report) => {
    for (const { preferredBackupWindow } of clustersOf(design)) {
      const window = parseBackupWindow(known(preferredBackupWindow) ?? '');
      if (window === undefined || window.minutes >= least) continue;
      const longer = formatBackupWindow({ ...window, minutes: least });
      const fixes = [setValue(preferredBackupWindow.path, longer)];
      if (window.minutes > 0) {
        const message = `The backup window has ${window.minutes} minutes; Aurora needs at least ${least}. Write ${longer}.`;
        report(preferredBackupWindow.path, message, { fixes });
      } else {
        const message = `The backup window begins and ends at the same time. Write at least ${least} minutes: ${longer}.`;
        report(preferredBackupWindow.path, message, { fixes, severity: 'warning' });
      }
    }
  },
};

export const page: RulePage = {
  reason: 'RDS refuses a window of less than half an hour. A window may pass midnight: 23:45-00:15 is half an hour.',
  bad: `aurora: 1
name: orders
engine: aurora-postgresql
primary:
  region: us-east-1
  instances:
    - { id: orders-a, class: db.r7g.large }
  preferredBackupWindow: 23:50-00:10
#                        ^^^^^^^^^^^ AUR304 20 minutes
`,
  good: `aurora: 1
name: orders
engine: aurora-postgresql
primary:
  region: us-east-1
  instances:
    - { id: orders-a, class: db.r7g.large }
  preferredBackupWindow: 23:50-00:20
`,
};
