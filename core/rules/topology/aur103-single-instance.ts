import { addsReaders } from '../../design/auto-scaling.ts';
import * as limits from '../../facts/generated/limits.ts';
import * as resilience from '../../facts/generated/resilience.ts';
import type { DesignRule } from '../rule.ts';
import type { RulePage } from '../rule-page.ts';
import { addReader } from './add-reader.ts';

export const rule: DesignRule = {
  id: 'AUR103',
  title: 'The cluster has a single instance',
  group: 'Topology',
  severity: 'warning',
  profile: 'production',
  facts: [resilience.failover_no_replica, limits.multi_az_needs_reader_in_other_az],
  check: ({ primary }, report) => {
    const [only, ...others] = primary.instances.items;
    if (only === undefined || others.length > 0 || addsReaders(primary)) return;
    const minutes = resilience.failover_no_replica.value / 60;
    const message = `This is the only instance: when it fails, the writer is recreated in the same AZ, typically within ${minutes} minutes, and when its AZ is down nothing happens by itself. Add a reader in another AZ.`;
    report(primary.instances.path, message, { at: 'key', fixes: addReader(primary, only) });
  },
};

export const page: RulePage = {
  reason:
    'Failover needs a reader to promote. Without one Aurora recreates the writer where it was, typically within ten minutes, and not at all while that AZ is down.',
  bad: `aurora: 1
name: orders
engine: aurora-postgresql
profile: production
primary:
  region: us-east-1
  enableCloudwatchLogsExports: [postgresql]
  instances:
# ^^^^^^^^^ AUR103
    - { id: orders-a, class: db.r7g.large, availabilityZone: us-east-1a }
  backupRetentionPeriod: 7
  deletionProtection: true
`,
  good: `aurora: 1
name: orders
engine: aurora-postgresql
profile: production
primary:
  region: us-east-1
  enableCloudwatchLogsExports: [postgresql]
  instances:
    - { id: orders-a, class: db.r7g.large, availabilityZone: us-east-1a }
    - { id: orders-b, class: db.r7g.large, availabilityZone: us-east-1b }
  backupRetentionPeriod: 7
  deletionProtection: true
`,
};
