import { clustersOf } from '../../design/design.ts';
import { known } from '../../design/node.ts';
import * as limits from '../../facts/generated/limits.ts';
import type { DesignRule } from '../rule.ts';
import type { RulePage } from '../rule-page.ts';

/** What people look at first when something went wrong. */
const usualLogs = { 'aurora-postgresql': ['postgresql'], 'aurora-mysql': ['error', 'slowquery'] } as const;

export const rule: DesignRule = {
  id: 'AUR1005',
  title: 'No log is exported',
  group: 'Security, monitoring, integrations',
  severity: 'info',
  profile: 'production',
  facts: [limits.log_exports],
  check: (design, report) => {
    const engine = known(design.engine);
    if (engine === undefined) return;
    for (const { path, enableCloudwatchLogsExports: logs } of clustersOf(design)) {
      if (logs.presence === 'unknown' || logs.items.length > 0) continue;
      const value = usualLogs[engine];
      const message = `The logs of this cluster stay on its instances and are gone with them. Export ${value.join(' and ')} to CloudWatch Logs.`;
      const edits = [{ kind: 'set', path: logs.path, value }] as const;
      report(logs.presence === 'absent' ? path : logs.path, message, {
        at: 'key',
        fixes: [{ title: `Export ${value.join(' and ')}`, edits }],
      });
    }
  },
};

export const page: RulePage = {
  reason:
    'An instance keeps its logs for a few days, and an instance that is replaced takes them along. After a failover they are wanted most.',
  bad: `aurora: 1
name: orders
engine: aurora-postgresql
profile: production
primary:
^^^^^^^ AUR1005
  region: us-east-1
  instances:
    - { id: orders-a, class: db.r7g.large, availabilityZone: us-east-1a }
    - { id: orders-b, class: db.r7g.large, availabilityZone: us-east-1b }
  backupRetentionPeriod: 7
  deletionProtection: true
`,
  good: `aurora: 1
name: orders
engine: aurora-postgresql
profile: production
primary:
  region: us-east-1
  instances:
    - { id: orders-a, class: db.r7g.large, availabilityZone: us-east-1a }
    - { id: orders-b, class: db.r7g.large, availabilityZone: us-east-1b }
  backupRetentionPeriod: 7
  deletionProtection: true
  enableCloudwatchLogsExports: [postgresql]
`,
};
