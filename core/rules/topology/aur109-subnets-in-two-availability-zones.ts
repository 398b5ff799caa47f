import { clustersOf } from '../../design/design.ts';
import { known } from '../../design/node.ts';
import * as limits from '../../facts/generated/limits.ts';
import { regionByCode } from '../../facts/regions.ts';
import type { DesignRule } from '../rule.ts';
import type { RulePage } from '../rule-page.ts';
import { addSubnets } from './add-subnets.ts';
import { subnetZonesOf } from './subnet-zones.ts';

const { value: all } = limits.storage_azs;
const { value: least } = limits.subnet_group_az_min;

export const rule: DesignRule = {
  id: 'AUR109',
  title: 'The subnet group covers two AZs of the three',
  group: 'Topology',
  severity: 'info',
  facts: [limits.storage_azs, limits.subnet_group_az_min],
  check: (design, report) => {
    for (const cluster of clustersOf(design)) {
      const zones = subnetZonesOf(cluster);
      const offered = regionByCode(known(cluster.region) ?? '')?.azs.length ?? 0;
      if (zones?.length !== least || offered < all) continue;
      const message = `The subnets cover ${zones.join(' and ')}: the volume lies in three AZs all the same, but instances can stand in these two only. Add a subnet in a third.`;
      report(cluster.subnets.path, message, { at: 'key', fixes: addSubnets(cluster, zones) });
    }
  },
};

export const page: RulePage = {
  reason:
    'Two AZs are enough for RDS. With a third, a reader can be added elsewhere while one AZ is down and another has no capacity.',
  bad: `aurora: 1
name: orders
engine: aurora-postgresql
primary:
  region: us-east-1
  instances:
    - { id: orders-a, class: db.r7g.large }
  subnets:
# ^^^^^^^ AUR109 us-east-1a and us-east-1c
    - { id: subnet-a, availabilityZone: us-east-1a }
    - { id: subnet-c, availabilityZone: us-east-1c }
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
