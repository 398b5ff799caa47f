import { clustersOf } from '../../design/design.ts';
import { known, knownOr } from '../../design/node.ts';
import * as limits from '../../facts/generated/limits.ts';
import { setValue } from '../design-fix.ts';
import type { DesignRule } from '../rule.ts';
import type { RulePage } from '../rule-page.ts';

const secondsPerDay = 86_400;

export const rule: DesignRule = {
  id: 'AUR408',
  title: 'Backtrack reaches further back than the backups',
  group: 'Backtrack',
  severity: 'info',
  facts: [limits.backtrack_window, limits.backtrack_scope, limits.backup_retention],
  check: (design, report) => {
    if (known(design.engine) !== 'aurora-mysql') return;
    for (const { backtrackWindow, backupRetentionPeriod, origin } of clustersOf(design)) {
      const window = known(backtrackWindow);
      // A restored cluster takes the retention of its source, which the design does not know.
      if (origin.presence !== 'absent' && backupRetentionPeriod.presence === 'absent') continue;
      const days = knownOr(backupRetentionPeriod, limits.backup_retention.default);
      if (window === undefined || days === undefined || window <= days * secondsPerDay) continue;
      if (window > limits.backtrack_window.max || days < limits.backup_retention.min) continue;
      const enough = Math.ceil(window / secondsPerDay);
      const message = `The cluster can be rewound by ${window / 3600} hours and backups reach back ${days * 24} hours: what is older can be had by rewinding the whole cluster in place only, and is gone with the cluster. Keep backups for ${enough} days.`;
      report(backtrackWindow.path, message, { fixes: [setValue(backupRetentionPeriod.path, enough)] });
    }
  },
};

export const page: RulePage = {
  reason:
    'Backtrack rewinds all databases of the cluster at once and ends with it. A backup of the same age brings one table back, beside the running cluster.',
  bad: `aurora: 1
name: orders
engine: aurora-mysql
primary:
  region: us-east-1
  instances:
    - { id: orders-a, class: db.r7g.large }
  backupRetentionPeriod: 1
  backtrackWindow: 259200
#                  ^^^^^^ AUR408 72 hours
`,
  good: `aurora: 1
name: orders
engine: aurora-mysql
primary:
  region: us-east-1
  instances:
    - { id: orders-a, class: db.r7g.large }
  backupRetentionPeriod: 3
  backtrackWindow: 259200
`,
};
