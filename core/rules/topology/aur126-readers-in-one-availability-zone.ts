import { type Cluster, clustersOf, type Instance } from '../../design/design.ts';
import { known } from '../../design/node.ts';
import { volumeZonesOf } from '../../design/placement.ts';
import { readersOf, writerOf } from '../../design/promotion.ts';
import * as limits from '../../facts/generated/limits.ts';
import * as resilience from '../../facts/generated/resilience.ts';
import { setValue } from '../design-fix.ts';
import type { DesignFix, DesignRule } from '../rule.ts';
import type { RulePage } from '../rule-page.ts';

export const rule: DesignRule = {
  id: 'AUR126',
  title: 'All readers stand in one AZ',
  group: 'Topology',
  severity: 'warning',
  profile: 'production',
  facts: [limits.multi_az_needs_reader_in_other_az, resilience.promotion_rule],
  check: (design, report) => {
    for (const cluster of clustersOf(design)) {
      const writer = writerOf(design, cluster);
      const writerZone = writer === undefined ? undefined : known(writer.availabilityZone);
      const readers = readersOf(design, cluster);
      const [zone, ...others] = readers.map(({ availabilityZone }) => known(availabilityZone));
      if (writerZone === undefined || zone === undefined || zone === writerZone) continue;
      if (others.length === 0 || others.some((other) => other !== zone)) continue;
      const message = `All ${readers.length} readers stand in ${zone}: when that AZ is down, no reads are served beside the writer and nobody is left to be promoted. Move one of them.`;
      report(cluster.instances.path, message, { at: 'key', fixes: moveLast(cluster, readers, [zone, writerZone]) });
    }
  },
};

/** Moves the last reader to an AZ of the volume where nobody stands yet. */
function moveLast(cluster: Cluster, readers: readonly Instance[], used: readonly string[]): readonly DesignFix[] {
  const free = volumeZonesOf(cluster).find(({ name, origin }) => origin !== 'unknown' && !used.includes(name));
  const last = readers.slice(-1);
  return free === undefined ? [] : last.map(({ availabilityZone: { path } }) => setValue(path, free.name));
}

export const page: RulePage = {
  reason:
    'The loss of that AZ takes every reader and every failover target at once. The writer stands elsewhere and goes on, but without anyone to take over.',
  bad: `aurora: 1
name: orders
engine: aurora-postgresql
profile: production
primary:
  region: us-east-1
  instances:
# ^^^^^^^^^ AUR126 us-east-1b
    - { id: orders-a, class: db.r7g.large, availabilityZone: us-east-1a }
    - { id: orders-b, class: db.r7g.large, availabilityZone: us-east-1b, promotionTier: 0 }
    - { id: orders-c, class: db.r7g.large, availabilityZone: us-east-1b }
  backupRetentionPeriod: 7
  deletionProtection: true
  enableCloudwatchLogsExports: [postgresql]
`,
  good: `aurora: 1
name: orders
engine: aurora-postgresql
profile: production
primary:
  region: us-east-1
  instances:
    - { id: orders-a, class: db.r7g.large, availabilityZone: us-east-1a }
    - { id: orders-b, class: db.r7g.large, availabilityZone: us-east-1b, promotionTier: 0 }
    - { id: orders-c, class: db.r7g.large, availabilityZone: us-east-1c }
  backupRetentionPeriod: 7
  deletionProtection: true
  enableCloudwatchLogsExports: [postgresql]
`,
};
