import { known } from '../../design/node.ts';
import * as limits from '../../facts/generated/limits.ts';
import * as resilience from '../../facts/generated/resilience.ts';
import { assumptionTable } from '../../simulation/assumptions.ts';
import { proofOf } from '../../simulation/objectives/proof.ts';
import { unmetObjectives } from '../../simulation/objectives/unmet-objectives.ts';
import { setValue } from '../design-fix.ts';
import type { DesignRule } from '../rule.ts';
import type { RulePage } from '../rule-page.ts';

const { globalLag } = assumptionTable;
const bounded = limits.global_rpo_param.min;

export const rule: DesignRule = {
  id: 'SIM007',
  title: 'Less may be lost with a Region than replication between Regions leaves behind',
  group: 'Cross-file and simulation',
  severity: 'error',
  facts: [resilience.global_rpo, resilience.global_lag],
  check: (design, report) => {
    const { regionDataLoss } = design.objectives;
    const demanded = known(regionDataLoss);
    if (demanded === undefined || demanded >= globalLag.max || design.secondaries.items.length === 0) return;
    const unmet = unmetObjectives(design).find(({ objective }) => objective === 'regionDataLoss');
    const message = `What has not reached the other Region yet is lost with the first, usually less than ${resilience.global_lag.value} s of commits; only a planned switchover loses nothing. Demand a few seconds, or ${bounded} s, which rds.global_db_rpo can guarantee.`;
    report(regionDataLoss.path, message, {
      severity: demanded === 0 ? 'error' : 'warning',
      fixes: [setValue(regionDataLoss.path, `${bounded}s`)],
      ...(unmet && { proof: proofOf(design, unmet) }),
    });
  },
};

export const page: RulePage = {
  reason:
    'A commit is acknowledged before it travels to the other Region. A demand of 0 s cannot be met by any design.',
  bad: `aurora: 1
name: orders
engine: aurora-postgresql
profile: development
primary:
  region: us-east-1
  instances:
    - { id: orders-a, class: db.r7g.large, availabilityZone: us-east-1a }
    - { id: orders-b, class: db.r7g.large, availabilityZone: us-east-1b }
secondaries:
  - region: eu-west-1
    clusterIdentifier: orders-eu
    instances:
      - { id: orders-eu-a, class: db.r7g.large }
      - { id: orders-eu-b, class: db.r7g.large }
objectives: { regionDataLoss: 0s }
#                             ^^ SIM007
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
secondaries:
  - region: eu-west-1
    clusterIdentifier: orders-eu
    instances:
      - { id: orders-eu-a, class: db.r7g.large }
      - { id: orders-eu-b, class: db.r7g.large }
objectives: { regionDataLoss: 20s }
`,
};
