import { type Cluster, clustersOf } from '../../design/design.ts';
import { areAllEqual, known } from '../../design/node.ts';
import { volumeZonesOf } from '../../design/placement.ts';
import * as limits from '../../facts/generated/limits.ts';
import type { DesignFix, DesignRule } from '../rule.ts';
import type { RulePage } from '../rule-page.ts';

export const rule: DesignRule = {
  id: 'AUR104',
  title: 'All instances stand in one AZ',
  group: 'Topology',
  severity: 'warning',
  facts: [limits.multi_az_needs_reader_in_other_az],
  check: (design, report) => {
    for (const cluster of clustersOf(design)) {
      const zones = cluster.instances.items.map(({ availabilityZone }) => availabilityZone);
      if (!areAllEqual(zones)) continue;
      const [zone] = zones.flatMap((value) => known(value) ?? []);
      const message = `All ${zones.length} instances stand in ${zone ?? 'the same AZ'}: when that AZ is down, nobody is promoted. Spread them over the AZs of the cluster.`;
      report(cluster.instances.path, message, { at: 'key', fixes: spread(cluster, zone) });
    }
  },
};

/** Deals the instances to the AZs of the volume in turn, beginning with the one they stand in. */
function spread(cluster: Cluster, zone: string | undefined): readonly DesignFix[] {
  const volume = volumeZonesOf(cluster);
  if (volume.some(({ origin }) => origin === 'unknown')) return [];
  return volume.flatMap(({ name: first }) => {
    if (first !== zone) return [];
    const zones = [first, ...volume.flatMap(({ name }) => (name === first ? [] : name))];
    const edits = cluster.instances.items.flatMap(({ availabilityZone: { path } }, index) => {
      const value = zones[index % zones.length] ?? first;
      return value === first ? [] : [{ kind: 'set', path, value } as const];
    });
    return [{ title: `Spread the instances over ${zones.join(', ')}`, edits }];
  });
}

export const page: RulePage = {
  reason:
    'The six copies of the data lie in three AZs, but only an instance can take over. Without one outside the failed AZ the cluster is down until somebody creates an instance elsewhere by hand.',
  bad: `aurora: 1
name: orders
engine: aurora-postgresql
primary:
  region: us-east-1
  instances:
# ^^^^^^^^^ AUR104 us-east-1b
    - { id: orders-a, class: db.r7g.large, availabilityZone: us-east-1b }
    - { id: orders-b, class: db.r7g.large, availabilityZone: us-east-1b }
`,
  good: `aurora: 1
name: orders
engine: aurora-postgresql
primary:
  region: us-east-1
  instances:
    - { id: orders-a, class: db.r7g.large, availabilityZone: us-east-1b }
    - { id: orders-b, class: db.r7g.large, availabilityZone: us-east-1a }
`,
};
