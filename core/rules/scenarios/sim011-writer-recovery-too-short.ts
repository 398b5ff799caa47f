import { formatDuration } from '../../design/format/duration.ts';
import { known } from '../../design/node.ts';
import { isMultiMaster } from '../../design/promotion.ts';
import * as resilience from '../../facts/generated/resilience.ts';
import { setValue } from '../design-fix.ts';
import type { DesignRule } from '../rule.ts';
import type { RulePage } from '../rule-page.ts';

const { typical_s: typical, usually_below_s: stated } = resilience.failover_time.value;

export const rule: DesignRule = {
  id: 'SIM011',
  title: 'The writer has to be back sooner than AWS states',
  group: 'Cross-file and simulation',
  severity: 'warning',
  facts: [resilience.failover_time, resilience.proxy_failover],
  check: (design, report) => {
    if (isMultiMaster(design, design.primary)) return;
    const { writerRecovery } = design.objectives;
    const demanded = known(writerRecovery);
    if (demanded === undefined || demanded >= typical * 1000) return;
    const message = `AWS states less than ${stated} s for a failover, often less than ${typical} s; ${formatDuration(demanded)} are not promised by anybody. Demand ${stated} s; a proxy in front of the cluster shortens what clients see of it.`;
    report(writerRecovery.path, message, { fixes: [setValue(writerRecovery.path, `${stated}s`)] });
  },
};

export const page: RulePage = {
  reason: 'An objective that the service does not promise fails on a bad day, however good the design is.',
  bad: `aurora: 1
name: orders
engine: aurora-postgresql
profile: development
primary:
  region: us-east-1
  instances:
    - { id: orders-a, class: db.r7g.large, availabilityZone: us-east-1a }
    - { id: orders-b, class: db.r7g.large, availabilityZone: us-east-1b }
objectives: { writerRecovery: 20s }
#                             ^^^ SIM011
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
