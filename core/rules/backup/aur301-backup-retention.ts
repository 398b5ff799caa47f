import { clustersOf } from '../../design/design.ts';
import { known } from '../../design/node.ts';
import * as limits from '../../facts/generated/limits.ts';
import { setValue } from '../design-fix.ts';
import type { DesignRule } from '../rule.ts';
import type { RulePage } from '../rule-page.ts';

const { min, max } = limits.backup_retention;

export const rule: DesignRule = {
  id: 'AUR301',
  title: 'The backup retention is not between 1 and 35 days',
  group: 'Backup and restore',
  severity: 'error',
  facts: [limits.backup_retention],
  check: (design, report) => {
    for (const { backupRetentionPeriod } of clustersOf(design)) {
      const days = known(backupRetentionPeriod);
      if (days === undefined) continue;
      const nearest = Math.min(Math.max(days, min), max);
      if (days === nearest) continue;
      const message =
        nearest === min
          ? `backupRetentionPeriod is ${days}; automated backups of Aurora cannot be switched off. Keep them for ${min} to ${max} days.`
          : `backupRetentionPeriod is ${days} days; Aurora keeps automated backups for at most ${max} days. For longer, take manual snapshots.`;
      report(backupRetentionPeriod.path, message, { fixes: [setValue(backupRetentionPeriod.path, nearest)] });
    }
  },
};

export const page: RulePage = {
  reason:
    'RDS refuses a retention outside 1 to 35 days. Unlike other RDS engines Aurora takes no 0: backups are always on.',
  bad: `aurora: 1
name: orders
engine: aurora-postgresql
primary:
  region: us-east-1
  instances:
    - { id: orders-a, class: db.r7g.large }
  backupRetentionPeriod: 40
#                        ^^ AUR301 35
`,
  good: `aurora: 1
name: orders
engine: aurora-postgresql
primary:
  region: us-east-1
  instances:
    - { id: orders-a, class: db.r7g.large }
  backupRetentionPeriod: 35
`,
};
