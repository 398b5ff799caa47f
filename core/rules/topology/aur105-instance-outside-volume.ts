import { type Cluster, clustersOf } from '../../design/design.ts';
import { known, type Value } from '../../design/node.ts';
import * as limits from '../../facts/generated/limits.ts';
import { regionOfAvailabilityZone } from '../../facts/regions.ts';
import { setValue } from '../design-fix.ts';
import type { DesignRule } from '../rule.ts';
import type { RulePage } from '../rule-page.ts';

const most = limits.storage_azs.value;

/** The AZs an instance may stand in, and why, as the end of a sentence. */
interface Allowed {
  readonly zones: readonly string[];
  readonly reason: string;
}

export const rule: DesignRule = {
  id: 'AUR105',
  title: 'An instance stands outside the three AZs of the volume',
  group: 'Topology',
  severity: 'error',
  facts: [limits.storage_azs, limits.availability_zones_list_max, limits.subnet_group_az_min],
  check: (design, report) => {
    for (const cluster of clustersOf(design)) {
      const allowed = allowedZones(cluster);
      for (const { availabilityZone } of cluster.instances.items) {
        const zone = known(availabilityZone);
        if (zone === undefined || allowed.zones.includes(zone) || liesElsewhere(zone, cluster)) continue;
        const message = `${zone} is none of the AZs this instance can stand in: ${allowed.reason}. Choose ${allowed.zones.join(', ')}.`;
        const fixes = [setValue(availabilityZone.path, leastUsed(allowed.zones, cluster))];
        report(availabilityZone.path, message, { fixes });
      }
    }
  },
};

/** A list of one or two AZs tells nothing: Aurora fills it up. */
function allowedZones(cluster: Cluster): Allowed {
  const listed = allKnown(cluster.availabilityZones.items);
  if (listed?.length === most) return { zones: listed, reason: 'the cluster lists three others' };
  const subnets = allKnown(cluster.subnets.items.map((subnet) => subnet.availabilityZone));
  if (subnets !== undefined && subnets.length > 0) return { zones: subnets, reason: 'no subnet lies there' };
  const used = cluster.instances.items.flatMap(({ availabilityZone }) => {
    const zone = known(availabilityZone);
    return zone === undefined || liesElsewhere(zone, cluster) ? [] : zone;
  });
  const zones = [...new Set(used)].slice(0, most);
  return { zones, reason: 'instances above it fill the three AZs of the volume' };
}

/** The AZ in which the fewest instances stand. */
function leastUsed(zones: readonly string[], { instances }: Cluster): string {
  const count = (zone: string) =>
    instances.items.filter((instance) => known(instance.availabilityZone) === zone).length;
  return zones.reduce((best, zone) => (count(zone) < count(best) ? zone : best));
}

/** The distinct values, or undefined when one of them is not known. */
function allKnown(items: readonly Value<string>[]): readonly string[] | undefined {
  const values = items.flatMap((item) => known(item) ?? []);
  return values.length === items.length ? [...new Set(values)] : undefined;
}

/** Whether an AZ lies in another Region than the cluster: AUR107 says so. */
function liesElsewhere(zone: string, { region }: Cluster): boolean {
  const own = regionOfAvailabilityZone(zone);
  return own !== undefined && known(region) !== undefined && own !== known(region);
}

export const page: RulePage = {
  reason:
    'The volume has its six copies in exactly three AZs, and every instance of the cluster has to stand in one of them.',
  bad: `aurora: 1
name: orders
engine: aurora-postgresql
primary:
  region: us-east-1
  availabilityZones: [us-east-1a, us-east-1b, us-east-1c]
  instances:
    - { id: orders-a, class: db.r7g.large, availabilityZone: us-east-1a }
    - { id: orders-b, class: db.r7g.large, availabilityZone: us-east-1d }
#                                                            ^^^^^^^^^^ AUR105
`,
  good: `aurora: 1
name: orders
engine: aurora-postgresql
primary:
  region: us-east-1
  availabilityZones: [us-east-1a, us-east-1b, us-east-1c]
  instances:
    - { id: orders-a, class: db.r7g.large, availabilityZone: us-east-1a }
    - { id: orders-b, class: db.r7g.large, availabilityZone: us-east-1b }
`,
};
