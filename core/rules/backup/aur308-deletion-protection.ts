import { knownOr } from '../../design/node.ts';
import * as limits from '../../facts/generated/limits.ts';
import { setValue } from '../design-fix.ts';
import type { DesignRule } from '../rule.ts';
import type { RulePage } from '../rule-page.ts';

export const rule: DesignRule = {
  id: 'AUR308',
  title: 'The cluster can be deleted by one call',
  group: 'Backup and restore',
  severity: 'warning',
  profile: 'production',
  facts: [limits.delete_protection],
  check: ({ primary: { presence, deletionProtection } }, report) => {
    if (presence !== 'known') return;
    if (knownOr(deletionProtection, limits.delete_protection.default) !== false) return;
    const message =
      'Without deletionProtection one call deletes the cluster, and its automated backups with it. Set deletionProtection to true.';
    report(deletionProtection.path, message, { fixes: [setValue(deletionProtection.path, true)] });
  },
};

export const page: RulePage = {
  reason: 'Deletion protection costs nothing and turns an accident into an error message.',
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
  backupRetentionPeriod: 7
  deletionProtection: false
#                     ^^^^^ AUR308
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
  backupRetentionPeriod: 7
  deletionProtection: true
`,
};
