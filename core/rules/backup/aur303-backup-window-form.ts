import { clustersOf } from '../../design/design.ts';
import { known } from '../../design/node.ts';
import { formatBackupWindow, parseBackupWindow } from '../../design/window.ts';
import * as limits from '../../facts/generated/limits.ts';
import { correct } from '../design-fix.ts';
import type { DesignRule } from '../rule.ts';
import type { RulePage } from '../rule-page.ts';

export const rule: DesignRule = {
  id: 'AUR303',
  title: 'The backup window is not written as two times',
  group: 'Backup and restore',
  severity: 'error',
  facts: [limits.backup_window_format],
  check: (design, report) => {
    for (const { preferredBackupWindow } of clustersOf(design)) {
      const text = known(preferredBackupWindow);
      if (text === undefined || parseBackupWindow(text) !== undefined) continue;
      const meant = rewritten(text);
      const message = `"${text}" is no backup window. Write two times in UTC: ${limits.backup_window_format.format}, such as 03:00-03:30.`;
      report(preferredBackupWindow.path, message, {
        fixes: meant === undefined ? [] : [correct(preferredBackupWindow.path, meant, saysOnlyTimes(text))],
      });
    }
  },
};

/** The window that other signs or missing ones probably stand for: `3.00 - 3.30`, `0300-0330`; none with `3:00 PM`. */
function rewritten(text: string): string | undefined {
  if (/\d\s*[ap]\.?m/i.test(text)) return undefined;
  const [, from, fromMinute, to, toMinute] = /^\D*(\d{1,2})\D?(\d\d)\D+(\d{1,2})\D?(\d\d)\D*$/.exec(text) ?? [];
  const window = parseBackupWindow(`${from}:${fromMinute}-${to}:${toMinute}`);
  return window === undefined ? undefined : formatBackupWindow(window);
}

/** Whether there are no words in it: with `CET` it is another time. */
function saysOnlyTimes(text: string): boolean {
  return !/\p{L}/u.test(text);
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
  preferredBackupWindow: 3.00 - 3.30
#                        ^^^^^^^^^^^ AUR303
`,
  good: `aurora: 1
name: orders
engine: aurora-postgresql
primary:
  region: us-east-1
  instances:
    - { id: orders-a, class: db.r7g.large }
  preferredBackupWindow: 03:00-03:30
`,
};
