import { formatDuration } from '../../design/format/duration.ts';
import { known } from '../../design/node.ts';
import { writerOf } from '../../design/promotion.ts';
import * as resilience from '../../facts/generated/resilience.ts';
import { failoverToReader } from '../../simulation/objectives/judgement.ts';
import { proofOf } from '../../simulation/objectives/proof.ts';
import { unmetObjectives } from '../../simulation/objectives/unmet-objectives.ts';
import type { DesignRule } from '../rule.ts';
import type { RulePage } from '../rule-page.ts';
import { addReader } from '../topology/add-reader.ts';

export const rule: DesignRule = {
  id: 'SIM003',
  title: 'The writer cannot be back in the time that is demanded',
  group: 'Cross-file and simulation',
  severity: 'warning',
  facts: [resilience.failover_no_replica, resilience.failover_time],
  check: (design, report) => {
    const { primary, objectives } = design;
    const unmet = unmetObjectives(design).find(({ objective }) => objective === 'writerRecovery');
    const { writerRecovery: takes = 0 } = unmet?.outcome ?? {};
    const demanded = known(objectives.writerRecovery);
    // What no reader would mend is said by SIM011.
    if (unmet === undefined || takes === null || takes <= failoverToReader || demanded === undefined) return;
    const message = `The cluster has no reader to promote: after a crash the writer is recreated in its AZ, which takes up to ${formatDuration(takes)} until writes are back, and ${formatDuration(demanded)} are demanded. Add a reader.`;
    const fixes = addReader(primary, writerOf(design, primary));
    report(objectives.writerRecovery.path, message, { fixes, proof: proofOf(design, unmet) });
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
