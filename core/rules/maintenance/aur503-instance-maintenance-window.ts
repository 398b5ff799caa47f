import { clustersOf } from '../../design/design.ts';
import { known } from '../../design/node.ts';
import { parseMaintenanceWindow } from '../../design/window.ts';
import * as limits from '../../facts/generated/limits.ts';
import { remove } from '../design-fix.ts';
import type { DesignRule } from '../rule.ts';
import type { RulePage } from '../rule-page.ts';

export const rule: DesignRule = {
  id: 'AUR503',
  title: 'An instance has another maintenance window than its cluster',
  group: 'Maintenance and lifecycle',
  severity: 'info',
  facts: [limits.maintenance_cluster_owned],
  check: (design, report) => {
    for (const cluster of clustersOf(design)) {
      const stated = known(cluster.preferredMaintenanceWindow);
      const ofCluster = parseMaintenanceWindow(stated ?? '');
      for (const { preferredMaintenanceWindow } of cluster.instances.items) {
        const own = parseMaintenanceWindow(known(preferredMaintenanceWindow) ?? '');
        if (ofCluster === undefined || own === undefined) continue;
        if (own.start === ofCluster.start && own.minutes === ofCluster.minutes) continue;
        const message = `Engine upgrades follow the window of the cluster, ${stated}; this one counts for work on the instance alone. Remove it unless that is meant.`;
        report(preferredMaintenanceWindow.path, message, { fixes: [remove(preferredMaintenanceWindow.path)] });
      }
    }
  },
};

export const page: RulePage = {
  reason:
    'Whoever reads the window of an instance expects its patches there. Aurora upgrades the engine of all instances in the window of the cluster.',
  bad: `aurora: 1
name: orders
engine: aurora-postgresql
primary:
  region: us-east-1
  instances:
    - { id: orders-a, class: db.r7g.large, preferredMaintenanceWindow: sat:03:00-sat:03:30 }
#                                                                      ^^^^^^^^^^^^^^^^^^^ AUR503
  preferredMaintenanceWindow: sun:05:00-sun:05:30
`,
  good: `aurora: 1
name: orders
engine: aurora-postgresql
primary:
  region: us-east-1
  instances:
    - { id: orders-a, class: db.r7g.large }
  preferredMaintenanceWindow: sun:05:00-sun:05:30
`,
};
