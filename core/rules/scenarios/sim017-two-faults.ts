import { type Cluster, clustersOf, type Design } from '../../design/design.ts';
import { formatDuration } from '../../design/format/duration.ts';
import { known } from '../../design/node.ts';
import { placementsOf } from '../../design/placement.ts';
import { writerOf } from '../../design/promotion.ts';
import { recoveryPointParameter } from '../../design/recovery-point.ts';
import * as resilience from '../../facts/generated/resilience.ts';
import { proofOf } from '../../simulation/objectives/proof.ts';
import { type UnmetObjective, unmetByPairs } from '../../simulation/objectives/unmet-objectives.ts';
import type { DesignFix, DesignRule } from '../rule.ts';
import type { RulePage } from '../rule-page.ts';
import { addReader } from '../topology/add-reader.ts';

export const rule: DesignRule = {
  id: 'SIM017',
  title: 'Two faults at the same time break an objective',
  group: 'Cross-file and simulation',
  severity: 'info',
  facts: [resilience.promotion_rule, resilience.global_not_automatic],
  profile: 'production',
  check: (design, report) => {
    for (const unmet of unmetByPairs(design)) {
      const { value, faults } = unmet;
      const lost = faults.map(({ target }) => target).join(' and ');
      const { advice, fixes } = remedyOf(design, unmet);
      const message = `Losing ${lost} at the same time ${whatFollows(unmet)}. ${advice}`;
      report(value.path, message, { fixes, proof: proofOf(design, unmet) });
    }
  },
};

function whatFollows({ value, outcome }: UnmetObjective): string {
  const { writesReturn, writerRecovery, waitsForReplication } = outcome;
  if (waitsForReplication)
    return `leaves commits waiting until one of them returns: ${recoveryPointParameter} allows no more of them`;
  if (!writesReturn) return 'leaves writes away until one of them returns: nobody outside them can take over';
  const demanded = formatDuration(Number(known(value)));
  return `keeps writes away for ${formatDuration(writerRecovery ?? 0)}, and ${demanded} are demanded: nobody is ready to be promoted`;
}

interface Remedy {
  readonly advice: string;
  readonly fixes: readonly DesignFix[];
}

/** What helps: another reader of the primary, another AZ of the only secondary that can take over, or an instance in a third Region. */
function remedyOf(design: Design, { faults, outcome }: UnmetObjective): Remedy {
  const { primary } = design;
  if (outcome.waitsForReplication) {
    return { advice: 'Without that bound they go on, and more of them may be lost with a Region.', fixes: [] };
  }
  if (outcome.regionRecovery === 0) {
    return { advice: 'Put another reader in an AZ of its own.', fixes: addReader(primary, writerOf(design, primary)) };
  }
  const zone = faults.find(({ kind }) => kind === 'az')?.target;
  const secondary = zone === undefined ? undefined : clustersOf(design).find((cluster) => standsIn(cluster, zone));
  if (secondary === undefined) return { advice: 'An instance in a third Region could take over.', fixes: [] };
  const [model] = secondary.instances.items;
  const region = known(secondary.region) ?? 'the secondary';
  return { advice: `Put another instance of ${region} in another AZ.`, fixes: addReader(secondary, model) };
}

function standsIn(cluster: Cluster, zone: string): boolean {
  return placementsOf(cluster).some(({ availabilityZone }) => availabilityZone === zone);
}

const example = (zone: string, pairMark = '', objectiveMark = '') => `aurora: 1
name: orders
engine: aurora-postgresql
primary:
  region: us-east-1
  backupRetentionPeriod: 7
  deletionProtection: true
  enableCloudwatchLogsExports: [postgresql]
  instances:
    - { id: orders-a, class: db.r7g.large, availabilityZone: us-east-1a }
    - { id: orders-b, class: db.r7g.large, availabilityZone: us-east-1b }
secondaries:
  - region: eu-west-1
    clusterIdentifier: orders-eu
    deletionProtection: true
    enableCloudwatchLogsExports: [postgresql]
    instances:
${pairMark}      - { id: orders-eu-a, class: db.r7g.large, availabilityZone: eu-west-1a }
      - { id: orders-eu-b, class: db.r7g.large, availabilityZone: ${zone} }
objectives: { regionRecovery: 10m, survive: [az, region] }
${objectiveMark}`;

export const page: RulePage = {
  reason:
    'A fault that comes during another one is rare, and the recovery from the first rests on what the second takes away. Two AZs of the primary take the write quorum from every design, so that nothing is said of them.',
  bad: /* @__PURE__ */ example(
    'eu-west-1a',
    '#   ^^^^^^^^^ AUR104\n',
    '#                             ^^^ SIM017 eu-west-1a\n',
  ),
  good: /* @__PURE__ */ example('eu-west-1b'),
};
