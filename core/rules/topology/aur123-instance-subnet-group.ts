import { clustersOf } from '../../design/design.ts';
import { known } from '../../design/node.ts';
import * as limits from '../../facts/generated/limits.ts';
import { remove } from '../design-fix.ts';
import type { DesignRule } from '../rule.ts';
import type { RulePage } from '../rule-page.ts';

export const rule: DesignRule = {
  id: 'AUR123',
  title: 'An instance names another subnet group than its cluster',
  group: 'Topology',
  severity: 'warning',
  facts: [limits.instance_subnet_group_match],
  check: (design, report) => {
    for (const cluster of clustersOf(design)) {
      const group = known(cluster.dbSubnetGroupName);
      for (const { dbSubnetGroupName } of cluster.instances.items) {
        const own = known(dbSubnetGroupName);
        if (group === undefined || own === undefined || own.toLowerCase() === group.toLowerCase()) continue;
        const message = `The instance names the subnet group ${own}, and its cluster ${group}: the cluster decides. Remove it from the instance.`;
        report(dbSubnetGroupName.path, message, { at: 'key', fixes: [remove(dbSubnetGroupName.path)] });
      }
    }
  },
};

export const page: RulePage = {
  reason: 'The subnet group belongs to the cluster. An instance may repeat its name, and can have no other.',
  bad: `aurora: 1
name: orders
engine: aurora-postgresql
primary:
  region: us-east-1
  dbSubnetGroupName: orders-private
  instances:
    - { id: orders-a, class: db.r7g.large, dbSubnetGroupName: orders-public }
#                                          ^^^^^^^^^^^^^^^^^ AUR123 orders-private
`,
  good: `aurora: 1
name: orders
engine: aurora-postgresql
primary:
  region: us-east-1
  dbSubnetGroupName: orders-private
  instances:
    - { id: orders-a, class: db.r7g.large }
`,
};
