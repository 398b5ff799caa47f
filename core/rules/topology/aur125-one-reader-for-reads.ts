import { addsReaders } from '../../design/auto-scaling.ts';
import { known } from '../../design/node.ts';
import { readersOf, writerOf } from '../../design/promotion.ts';
import * as limits from '../../facts/generated/limits.ts';
import * as resilience from '../../facts/generated/resilience.ts';
import type { DesignRule } from '../rule.ts';
import type { RulePage } from '../rule-page.ts';
import { addReader } from './add-reader.ts';

export const rule: DesignRule = {
  id: 'AUR125',
  title: 'One reader alone serves the reads',
  group: 'Topology',
  severity: 'warning',
  profile: 'production',
  facts: [limits.reader_endpoint_no_replica, resilience.promotion_rule],
  check: (design, report) => {
    const { primary, workload } = design;
    const reads = known(workload.readsPerSecond) ?? 0;
    const [writer, readers] = [writerOf(design, primary), readersOf(design, primary)];
    if (reads <= 0 || readers.length !== 1 || addsReaders(primary)) return;
    const message = `${reads} reads per second are planned, and one reader serves them: once it is promoted, the reader endpoint leads to the writer until another reader is there. Add a second one.`;
    report(primary.instances.path, message, { at: 'key', fixes: addReader(primary, writer) });
  },
};

export const page: RulePage = {
  reason:
    'A failover takes the reader away from the reads: it becomes the writer. Without another reader the reader endpoint sends the reads to the new writer, which then carries both.',
  bad: `aurora: 1
name: orders
engine: aurora-postgresql
profile: production
primary:
  region: us-east-1
  instances:
# ^^^^^^^^^ AUR125 40000 reads
    - { id: orders-a, class: db.r7g.large, availabilityZone: us-east-1a }
    - { id: orders-b, class: db.r7g.large, availabilityZone: us-east-1b }
  backupRetentionPeriod: 7
  deletionProtection: true
  enableCloudwatchLogsExports: [postgresql]
workload: { readsPerSecond: 40000 }
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
    - { id: orders-c, class: db.r7g.large, availabilityZone: us-east-1c, promotionTier: 2 }
  backupRetentionPeriod: 7
  deletionProtection: true
  enableCloudwatchLogsExports: [postgresql]
workload: { readsPerSecond: 40000 }
`,
};
