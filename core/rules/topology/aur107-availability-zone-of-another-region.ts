import { type Cluster, clustersOf } from '../../design/design.ts';
import { known, type Value } from '../../design/node.ts';
import { type Region, regionByCode, regionOfAvailabilityZone, regionsFact } from '../../facts/regions.ts';
import { setValue } from '../design-fix.ts';
import type { DesignRule } from '../rule.ts';
import type { RulePage } from '../rule-page.ts';

export const rule: DesignRule = {
  id: 'AUR107',
  title: 'The AZ lies in another Region than the cluster',
  group: 'Topology',
  severity: 'error',
  facts: [regionsFact],
  check: (design, report) => {
    for (const cluster of clustersOf(design)) {
      const region = regionByCode(known(cluster.region) ?? '');
      if (region === undefined) continue;
      for (const nodes of zonesWritten(cluster)) {
        for (const node of nodes) {
          const zone = known(node) ?? '';
          const own = regionOfAvailabilityZone(zone);
          if (own === undefined || own === region.code) continue;
          const nearest = nearestZones(zone, region, nodes).slice(0, 1);
          const message = `${zone} lies in ${own}, and the cluster in ${region.code}. A cluster lives in one Region: choose one of ${region.azs.join(', ')}.`;
          report(node.path, message, { fixes: nearest.map((name) => setValue(node.path, name)) });
        }
      }
    }
  },
};

/** The AZs of the list, of the instances and of the subnets. */
function zonesWritten({ availabilityZones, instances, subnets }: Cluster): readonly (readonly Value<string>[])[] {
  const zoneOf = ({ availabilityZone }: { readonly availabilityZone: Value<string> }) => availabilityZone;
  return [availabilityZones.items, instances.items.map(zoneOf), subnets.items.map(zoneOf)];
}

/** The AZs of the Region, the best first: with the same letter, and named by none of the others. */
function nearestZones(zone: string, { azs }: Region, others: readonly Value<string>[]): readonly string[] {
  const taken = new Set(others.map(known));
  const sameLetter = azs.filter((name) => name.at(-1) === zone.at(-1));
  const free = [...sameLetter, ...azs].filter((name) => !taken.has(name));
  return [...free, ...sameLetter, ...azs];
}

export const page: RulePage = {
  reason: 'A cluster and its instances live in one Region; RDS does not know the AZs of another.',
  bad: `aurora: 1
name: orders
engine: aurora-postgresql
primary:
  region: eu-west-1
  instances:
    - { id: orders-a, class: db.r7g.large, availabilityZone: eu-west-1a }
    - { id: orders-b, class: db.r7g.large, availabilityZone: us-east-1b }
#                                                            ^^^^^^^^^^ AUR107 eu-west-1
`,
  good: `aurora: 1
name: orders
engine: aurora-postgresql
primary:
  region: eu-west-1
  instances:
    - { id: orders-a, class: db.r7g.large, availabilityZone: eu-west-1a }
    - { id: orders-b, class: db.r7g.large, availabilityZone: eu-west-1b }
`,
};
