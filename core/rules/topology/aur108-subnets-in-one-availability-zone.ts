import { type Cluster, clustersOf } from '../../design/design.ts';
import { areAllEqual } from '../../design/node.ts';
import * as limits from '../../facts/generated/limits.ts';
import type { DesignRule } from '../rule.ts';
import type { RulePage } from '../rule-page.ts';
import { addSubnets } from './add-subnets.ts';
import { subnetZonesOf } from './subnet-zones.ts';

const least = limits.subnet_group_az_min.value;

export const rule: DesignRule = {
  id: 'AUR108',
  title: 'The subnet group covers fewer than two AZs',
  group: 'Topology',
  severity: 'error',
  facts: [limits.subnet_group_az_min],
  check: (design, report) => {
    for (const cluster of clustersOf(design)) {
      const zones = subnetZonesOf(cluster);
      const isOne = zones === undefined ? lieTogether(cluster) : zones.length < least;
      if (!isOne) continue;
      const message = `The subnets lie in ${zones?.join() ?? 'one AZ'} alone; RDS refuses a subnet group that covers fewer than ${least} AZs. Add subnets in other AZs.`;
      report(cluster.subnets.path, message, {
        at: 'key',
        fixes: zones === undefined ? [] : addSubnets(cluster, zones),
      });
    }
  },
};

/** Whether several subnets certainly lie in one AZ, whichever it is: the same expression gives it. */
function lieTogether({ subnets }: Cluster): boolean {
  return areAllEqual(subnets.items.map(({ availabilityZone }) => availabilityZone));
}

export const page: RulePage = {
  reason:
    'RDS answers that the subnet group does not meet the coverage of Availability Zones. Three AZs let instances stand wherever the volume lies.',
  bad: `aurora: 1
name: orders
engine: aurora-postgresql
primary:
  region: us-east-1
  instances:
    - { id: orders-a, class: db.r7g.large }
  subnets:
# ^^^^^^^ AUR108 us-east-1a alone
    - { id: subnet-a, availabilityZone: us-east-1a }
`,
  good: `aurora: 1
name: orders
engine: aurora-postgresql
primary:
  region: us-east-1
  instances:
    - { id: orders-a, class: db.r7g.large }
  subnets:
    - { id: subnet-a, availabilityZone: us-east-1a }
    - { id: subnet-b, availabilityZone: us-east-1b }
    - { id: subnet-c, availabilityZone: us-east-1c }
`,
};
