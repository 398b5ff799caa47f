import { globalSecondaries } from '../../design/global-database.ts';
import { known } from '../../design/node.ts';
import * as limits from '../../facts/generated/limits.ts';
import * as resilience from '../../facts/generated/resilience.ts';
import type { DesignRule } from '../rule.ts';
import type { RulePage } from '../rule-page.ts';
import { addReader } from '../topology/add-reader.ts';

export const rule: DesignRule = {
  id: 'AUR620',
  title: 'A secondary has a single instance',
  group: 'Global database',
  severity: 'warning',
  profile: 'production',
  facts: [resilience.failover_no_replica, limits.multi_az_needs_reader_in_other_az],
  check: (design, report) => {
    for (const secondary of globalSecondaries(design)) {
      const [only, ...others] = secondary.instances.items;
      if (only === undefined || others.length > 0) continue;
      const message = `The cluster in ${known(secondary.region) ?? 'this Region'} has one instance: once it is promoted it writes, and has nobody to fail over to. Add a reader in another AZ.`;
      report(secondary.instances.path, message, { at: 'key', fixes: addReader(secondary, only) });
    }
  },
};

export const page: RulePage = {
  reason:
    'After the failover to another Region the secondary is the cluster. With one instance it stands as an only instance does: recreated in its AZ, and not at all while that AZ is down.',
  bad: `aurora: 1
name: orders
engine: aurora-postgresql
profile: production
primary:
  region: us-east-1
  instances:
    - { id: orders-a, class: db.r7g.large }
    - { id: orders-b, class: db.r7g.large }
  backupRetentionPeriod: 7
  deletionProtection: true
  enableCloudwatchLogsExports: [postgresql]
secondaries:
  - region: eu-west-1
    instances:
#   ^^^^^^^^^ AUR620 eu-west-1
      - { id: orders-eu-a, class: db.r7g.large }
    enableCloudwatchLogsExports: [postgresql]
`,
  good: `aurora: 1
name: orders
engine: aurora-postgresql
profile: production
primary:
  region: us-east-1
  instances:
    - { id: orders-a, class: db.r7g.large }
    - { id: orders-b, class: db.r7g.large }
  backupRetentionPeriod: 7
  deletionProtection: true
  enableCloudwatchLogsExports: [postgresql]
secondaries:
  - region: eu-west-1
    instances:
      - { id: orders-eu-a, class: db.r7g.large }
      - { id: orders-eu-b, class: db.r7g.large }
    enableCloudwatchLogsExports: [postgresql]
`,
};
