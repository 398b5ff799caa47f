import { clustersOf } from '../../design/design.ts';
import { known } from '../../design/node.ts';
import * as limits from '../../facts/generated/limits.ts';
import { setValue } from '../design-fix.ts';
import type { DesignRule } from '../rule.ts';
import type { RulePage } from '../rule-page.ts';

const { min, max } = limits.backtrack_window;

export const rule: DesignRule = {
  id: 'AUR402',
  title: 'The backtrack window is negative or longer than 72 hours',
  group: 'Backtrack',
  severity: 'error',
  facts: [limits.backtrack_window],
  check: (design, report) => {
    for (const { backtrackWindow } of clustersOf(design)) {
      const seconds = known(backtrackWindow);
      if (seconds === undefined) continue;
      const nearest = Math.min(Math.max(seconds, min), max);
      if (seconds === nearest) continue;
      if (nearest === max && known(design.engine) === 'aurora-postgresql') continue;
      const message = `backtrackWindow is ${seconds} s; a cluster can be rewound by ${min} to ${max} s (${max / 3600} hours).`;
      report(backtrackWindow.path, message, { fixes: [setValue(backtrackWindow.path, nearest)] });
    }
  },
};

export const page: RulePage = {
  reason: 'RDS refuses a longer window. To go back further, restore to a point in time, into a new cluster.',
  bad: `aurora: 1
name: orders
engine: aurora-mysql
primary:
  region: us-east-1
  instances:
    - { id: orders-a, class: db.r7g.large }
  backupRetentionPeriod: 7
  backtrackWindow: 604800
#                  ^^^^^^ AUR402 259200
`,
  good: `aurora: 1
name: orders
engine: aurora-mysql
primary:
  region: us-east-1
  instances:
    - { id: orders-a, class: db.r7g.large }
  backupRetentionPeriod: 7
  backtrackWindow: 259200
`,
};
