import { formatDuration } from '../../design/format/duration.ts';
import { globalSecondaries } from '../../design/global-database.ts';
import { known } from '../../design/node.ts';
import * as limits from '../../facts/generated/limits.ts';
import * as resilience from '../../facts/generated/resilience.ts';
import { assumptionTable } from '../../simulation/assumptions.ts';
import { setValue } from '../design-fix.ts';
import type { DesignRule } from '../rule.ts';
import type { RulePage } from '../rule-page.ts';

const { globalLag } = assumptionTable;
const bounded = limits.global_rpo_param.min;

export const rule: DesignRule = {
  id: 'SIM008',
  title: 'Less may be lost with a Region than Aurora can guarantee',
  group: 'Cross-file and simulation',
  severity: 'info',
  facts: [limits.global_rpo_param, resilience.global_lag],
  check: (design, report) => {
    const { regionDataLoss } = design.objectives;
    const demanded = known(regionDataLoss);
    if (demanded === undefined || demanded < globalLag.max || demanded >= bounded * 1000) return;
    if (globalSecondaries(design).length === 0) return;
    const limit =
      known(design.engine) === 'aurora-mysql'
        ? 'Aurora MySQL has no parameter that bounds it'
        : `the bound that rds.global_db_rpo sets begins at ${bounded} s`;
    const message = `${formatDuration(demanded)} are usual, since secondaries are typically less than ${resilience.global_lag.value} s behind, but not guaranteed: ${limit}.`;
    report(regionDataLoss.path, message, { fixes: [setValue(regionDataLoss.path, `${bounded}s`)] });
  },
};

export const page: RulePage = {
  reason:
    'The lag between Regions is small and has no limit of its own. Under load, or while the network between the Regions is slow, it grows.',
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
objectives: { regionDataLoss: 5s }
#                             ^^ SIM008 20 s
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
