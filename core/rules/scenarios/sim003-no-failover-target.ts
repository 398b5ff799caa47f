import { addsReaders } from '../../design/auto-scaling.ts';
import { formatDuration } from '../../design/format/duration.ts';
import { known } from '../../design/node.ts';
import { readersOf, writerOf } from '../../design/promotion.ts';
import * as resilience from '../../facts/generated/resilience.ts';
import type { DesignRule } from '../rule.ts';
import type { RulePage } from '../rule-page.ts';
import { addReader } from '../topology/add-reader.ts';

/** Milliseconds until a writer without a failover target is recreated, at the most. */
const recreation = resilience.failover_no_replica.value * 1000;

export const rule: DesignRule = {
  id: 'SIM003',
  title: 'The writer cannot be back in the time that is demanded',
  group: 'Cross-file and simulation',
  severity: 'warning',
  facts: [resilience.failover_no_replica, resilience.failover_time],
  check: (design, report) => {
    const { primary, objectives } = design;
    const demanded = known(objectives.writerRecovery);
    const writer = writerOf(design, primary);
    if (demanded === undefined || demanded >= recreation || writer === undefined) return;
    if (readersOf(design, primary).length > 0 || addsReaders(primary)) return;
    const message = `The cluster has no reader to promote: the writer is recreated in its AZ, which takes up to ${formatDuration(recreation)}, and ${formatDuration(demanded)} are demanded. Add a reader.`;
    report(objectives.writerRecovery.path, message, { fixes: addReader(primary, writer) });
  },
};

export const page: RulePage = {
  reason: 'With a reader to promote Aurora is back in less than 60 s; without one it recreates the writer.',
  bad: `aurora: 1
name: orders
engine: aurora-postgresql
profile: development
primary:
  region: us-east-1
  instances:
    - { id: orders-a, class: db.r7g.large, availabilityZone: us-east-1a }
objectives: { writerRecovery: 60s }
#                             ^^^ SIM003 10 min
`,
  good: `aurora: 1
name: orders
engine: aurora-postgresql
profile: development
primary:
  region: us-east-1
  instances:
    - { id: orders-a, class: db.r7g.large, availabilityZone: us-east-1a }
    - { id: orders-b, class: db.r7g.large, availabilityZone: us-east-1b }
objectives: { writerRecovery: 60s }
`,
};
