import { knownOr } from '../../design/node.ts';
import * as limits from '../../facts/generated/limits.ts';
import { setValue } from '../design-fix.ts';
import type { DesignRule } from '../rule.ts';
import type { RulePage } from '../rule-page.ts';

const { min } = limits.backup_retention;
const week = 7;

export const rule: DesignRule = {
  id: 'AUR302',
  title: 'Backups are kept for one day only',
  group: 'Backup and restore',
  severity: 'warning',
  profile: 'production',
  facts: [limits.backup_retention],
  check: ({ primary: { presence, origin, backupRetentionPeriod } }, report) => {
    if (presence !== 'known' || origin.presence !== 'absent') return;
    if (knownOr(backupRetentionPeriod, limits.backup_retention.default) !== min) return;
    const stated =
      backupRetentionPeriod.presence === 'known'
        ? 'backupRetentionPeriod is 1'
        : 'Without backupRetentionPeriod the retention is 1 day';
    const message = `${stated}: a fault that is noticed on the second day can no longer be undone. Keep ${week} days or more.`;
    report(backupRetentionPeriod.path, message, { fixes: [setValue(backupRetentionPeriod.path, week)] });
  },
};

export const page: RulePage = {
  reason:
    'Restoring to a point in time reaches back as far as the retention. One day is the default, and short for a cluster that matters.',
  bad: `aurora: 1
name: orders
engine: aurora-postgresql
profile: production
primary:
  region: us-east-1
  enableCloudwatchLogsExports: [postgresql]
  instances:
    - { id: orders-a, class: db.r7g.large }
    - { id: orders-b, class: db.r7g.large }
  deletionProtection: true
  backupRetentionPeriod: 1
#                        ^ AUR302
`,
  good: `aurora: 1
name: orders
engine: aurora-postgresql
profile: production
primary:
  region: us-east-1
  enableCloudwatchLogsExports: [postgresql]
  instances:
    - { id: orders-a, class: db.r7g.large }
    - { id: orders-b, class: db.r7g.large }
  deletionProtection: true
  backupRetentionPeriod: 7
`,
};
