import { type Cluster, clustersOf } from '../../design/design.ts';
import { known } from '../../design/node.ts';
import * as limits from '../../facts/generated/limits.ts';
import type { DesignFix, DesignRule } from '../rule.ts';
import type { RulePage } from '../rule-page.ts';

const most = limits.availability_zones_list_max.value;

export const rule: DesignRule = {
  id: 'AUR106',
  title: 'The cluster lists more than three AZs',
  group: 'Topology',
  severity: 'error',
  facts: [limits.availability_zones_list_max],
  check: (design, report) => {
    for (const cluster of clustersOf(design)) {
      const { availabilityZones } = cluster;
      const count = availabilityZones.items.length;
      if (count <= most) continue;
      const message = `availabilityZones lists ${count} AZs; a cluster has ${most}. Keep the ${most} in which instances stand.`;
      report(availabilityZones.path, message, { at: 'key', fixes: keepUsed(cluster) });
    }
  },
};

/** Removes all but three: the AZs of instances stay first, then those listed first. */
function keepUsed({ availabilityZones, instances }: Cluster): readonly DesignFix[] {
  const used = new Set(instances.items.map(({ availabilityZone }) => known(availabilityZone)));
  const zones = availabilityZones.items.map(known);
  const byUse = [...zones.filter((zone) => used.has(zone)), ...zones];
  const kept = new Set([...new Set(byUse)].slice(0, most));
  if (kept.has(undefined)) return [];
  const extra = availabilityZones.items.filter(
    (_, index) => !kept.has(zones[index]) || zones.indexOf(zones[index]) < index,
  );
  return [{ title: `Keep ${[...kept].join(', ')}`, edits: extra.map(({ path }) => ({ kind: 'remove', path })) }];
}

export const page: RulePage = {
  reason:
    'CreateDBCluster refuses a list of more than three AZs; with fewer than three Aurora adds the rest by itself.',
  bad: `aurora: 1
name: orders
engine: aurora-postgresql
primary:
  region: us-east-1
  availabilityZones: [us-east-1a, us-east-1b, us-east-1c, us-east-1d]
# ^^^^^^^^^^^^^^^^^ AUR106 4 AZs
  instances:
    - { id: orders-a, class: db.r7g.large, availabilityZone: us-east-1a }
    - { id: orders-b, class: db.r7g.large, availabilityZone: us-east-1d }
`,
  good: `aurora: 1
name: orders
engine: aurora-postgresql
primary:
  region: us-east-1
  availabilityZones: [us-east-1a, us-east-1b, us-east-1d]
  instances:
    - { id: orders-a, class: db.r7g.large, availabilityZone: us-east-1a }
    - { id: orders-b, class: db.r7g.large, availabilityZone: us-east-1d }
`,
};
