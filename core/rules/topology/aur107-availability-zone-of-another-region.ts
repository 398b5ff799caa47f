import { type Cluster, clustersOf } from '../../design/design.ts';
import { known, type Value } from '../../design/node.ts';
import { regionByCode, regionOfAvailabilityZone, regionsFact } from '../../facts/regions.ts';
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
      for (const node of zonesWritten(cluster)) {
        const zone = known(node) ?? '';
        const own = regionOfAvailabilityZone(zone);
        if (own === undefined || own === region.code) continue;
        const name = region.azs.find((candidate) => candidate.at(-1) === zone.at(-1)) ?? region.azs[0];
        const message = `${zone} lies in ${own}, and the cluster in ${region.code}. A cluster lives in one Region: choose one of ${region.azs.join(', ')}.`;
        report(node.path, message, { fixes: name === undefined ? [] : [setValue(node.path, name)] });
      }
    }
  },
};

function zonesWritten({ availabilityZones, instances, subnets }: Cluster): readonly Value<string>[] {
  return [
    ...availabilityZones.items,
    ...instances.items.map(({ availabilityZone }) => availabilityZone),
    ...subnets.items.map(({ availabilityZone }) => availabilityZone),
  ];
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
