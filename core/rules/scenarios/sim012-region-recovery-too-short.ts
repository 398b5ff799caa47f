import { formatDuration } from '../../design/format/duration.ts';
import { known } from '../../design/node.ts';
import * as resilience from '../../facts/generated/resilience.ts';
import { assumptionTable } from '../../simulation/assumptions.ts';
import { proofOf } from '../../simulation/objectives/proof.ts';
import { unmetObjectives } from '../../simulation/objectives/unmet-objectives.ts';
import { setValue } from '../design-fix.ts';
import type { DesignRule } from '../rule.ts';
import type { RulePage } from '../rule-page.ts';

const { operatorDelay, regionFailover, globalDns } = assumptionTable;

/** Milliseconds in which a Region is back when everything goes as fast as assumed. */
const fastest = operatorDelay.min + regionFailover.min + globalDns.min;

const minute = 60_000;

export const rule: DesignRule = {
  id: 'SIM012',
  title: 'A Region has to be back sooner than a person can decide',
  group: 'Cross-file and simulation',
  severity: 'warning',
  facts: [resilience.global_not_automatic, resilience.global_rto],
  check: (design, report) => {
    const { regionRecovery } = design.objectives;
    const demanded = known(regionRecovery);
    const unmet = unmetObjectives(design).find(({ objective }) => objective === 'regionRecovery');
    const takes = unmet?.outcome.regionRecovery ?? fastest;
    if (demanded === undefined || demanded >= takes || design.secondaries.items.length === 0) return;
    const when = unmet === undefined ? 'takes at best' : 'may take, and the design has to survive it';
    const message = `No Region takes over by itself: somebody has to notice and decide (taken to be ${formatDuration(operatorDelay.min)}), and the failover then takes minutes. ${formatDuration(demanded)} are less than the ${formatDuration(takes)} that all of this ${when}.`;
    const fixes = [setValue(regionRecovery.path, `${Math.ceil(takes / minute)}m`)];
    report(regionRecovery.path, message, { fixes, ...(unmet && { proof: proofOf(design, unmet) }) });
  },
};

export const page: RulePage = {
  reason: 'Failover to another Region is never automatic. Once it is called for, it usually takes a few minutes.',
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
objectives: { regionRecovery: 1m }
#                             ^^ SIM012 4 min 5 s
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
objectives: { regionRecovery: 5m }
`,
};
