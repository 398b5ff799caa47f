import type { Cluster, Design } from '../../design/design.ts';
import { known, type Value } from '../../design/node.ts';
import { writerOf } from '../../design/promotion.ts';
import * as limits from '../../facts/generated/limits.ts';
import * as resilience from '../../facts/generated/resilience.ts';
import { proofOf } from '../../simulation/objectives/proof.ts';
import { losingPrimaryRegion } from '../../simulation/objectives/unmet-objectives.ts';
import type { DesignFix, DesignRule } from '../rule.ts';
import type { RulePage } from '../rule-page.ts';

export const rule: DesignRule = {
  id: 'SIM006',
  title: 'No other Region is ready to take over as demanded',
  group: 'Cross-file and simulation',
  severity: 'warning',
  facts: [limits.global_headless, resilience.global_rto, resilience.pitr],
  check: (design, report) => {
    const { items } = design.secondaries;
    const { regionRecovery } = design.objectives;
    const loss = losingPrimaryRegion(design);
    if (loss === undefined || loss.outcome.regionRecovery !== null) return;
    const message =
      items.length === 0
        ? 'No other Region has the data: nothing is copied there by itself, and restoring a backup there takes hours. Add a secondary.'
        : 'No secondary has an instance: one has to be added before it can take over, which takes minutes. Add one now.';
    const fixes = items.slice(0, 1).flatMap((secondary) => addInstance(design, secondary));
    for (const value of demands(design)) {
      const proof = proofOf(design, {
        ...loss,
        objective: value === regionRecovery ? 'regionRecovery' : 'survive',
        value,
      });
      report(value.path, message, { fixes, ...(design.primary.instances.items.length > 0 && { proof }) });
    }
  },
};

/** What the objectives demand of other Regions. */
function demands({ objectives }: Design): readonly Value<unknown>[] {
  const { regionRecovery, regionDataLoss, survive } = objectives;
  const stated = [regionRecovery, regionDataLoss].filter(({ presence }) => presence === 'known');
  return [...stated, ...survive.items.filter((item) => known(item) === 'region')];
}

/** An instance like the writer of the primary. */
function addInstance(design: Design, secondary: Cluster): readonly DesignFix[] {
  const writer = writerOf(design, design.primary);
  const [instanceClass, region] = [writer && known(writer.class), known(secondary.region)];
  const name = known(secondary.clusterIdentifier) ?? known(design.name);
  if (instanceClass === undefined || region === undefined || name === undefined) return [];
  const value = { id: `${name}-a`, class: instanceClass };
  return [
    {
      title: `Add the instance ${value.id} in ${region}`,
      edits: [{ kind: 'insert', path: secondary.instances.path, value }],
    },
  ];
}

export const page: RulePage = {
  reason:
    'Backups stay in their Region. A secondary of a global database holds the data elsewhere and is about a second behind; without an instance it cannot be switched to.',
  bad: `aurora: 1
name: orders
engine: aurora-postgresql
profile: development
primary:
  region: us-east-1
  instances:
    - { id: orders-a, class: db.r7g.large, availabilityZone: us-east-1a }
    - { id: orders-b, class: db.r7g.large, availabilityZone: us-east-1b }
objectives: { regionRecovery: 5m, survive: [az, region] }
#                             ^^ SIM006 restoring a backup
#                                               ^^^^^^ SIM006
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
objectives: { regionRecovery: 7m, survive: [az, region] }
`,
};
