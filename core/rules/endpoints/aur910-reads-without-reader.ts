import { known } from '../../design/node.ts';
import { isMultiMaster, readersOf, writerOf } from '../../design/promotion.ts';
import * as limits from '../../facts/generated/limits.ts';
import type { DesignRule } from '../rule.ts';
import type { RulePage } from '../rule-page.ts';
import { addReader } from '../topology/add-reader.ts';

export const rule: DesignRule = {
  id: 'AUR910',
  title: 'Reads are planned, and the cluster has no reader',
  group: 'Endpoints',
  severity: 'warning',
  formats: ['blueprint'],
  facts: [limits.reader_endpoint_no_replica],
  check: (design, report) => {
    const { primary, workload } = design;
    const reads = known(workload.readsPerSecond) ?? 0;
    const writer = writerOf(design, primary);
    if (reads === 0 || writer === undefined || readersOf(design, primary).length > 0) return;
    if (primary.autoScaling.presence !== 'absent' || isMultiMaster(design, primary)) return;
    const message = `${reads} reads per second are planned, and without a reader the reader endpoint leads to the writer, which then does all of them. Add a reader.`;
    report(workload.readsPerSecond.path, message, { fixes: addReader(primary, writer) });
  },
};

export const page: RulePage = {
  reason:
    'The reader endpoint of a cluster without readers connects to the writer, and takes writes too. Nothing says so to the application.',
  bad: `aurora: 1
name: orders
engine: aurora-postgresql
primary:
  region: us-east-1
  instances:
    - { id: orders-a, class: db.r7g.large, availabilityZone: us-east-1a }
workload: { readsPerSecond: 5000, writesPerSecond: 500 }
#                           ^^^^ AUR910
`,
  good: `aurora: 1
name: orders
engine: aurora-postgresql
primary:
  region: us-east-1
  instances:
    - { id: orders-a, class: db.r7g.large, availabilityZone: us-east-1a }
    - { id: orders-b, class: db.r7g.large, availabilityZone: us-east-1b }
workload: { readsPerSecond: 5000, writesPerSecond: 500 }
`,
};
