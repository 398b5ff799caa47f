import { type Cluster, clustersOf, type Design } from '../../design/design.ts';
import { globalMembers } from '../../design/global-database.ts';
import { known } from '../../design/node.ts';
import * as limits from '../../facts/generated/limits.ts';
import * as resilience from '../../facts/generated/resilience.ts';
import { remove } from '../design-fix.ts';
import type { DesignRule } from '../rule.ts';
import type { RulePage } from '../rule-page.ts';

export const rule: DesignRule = {
  id: 'AUR404',
  title: 'Backtrack is set on a cluster that other Regions follow',
  group: 'Backtrack',
  severity: 'warning',
  facts: [limits.backtrack_excludes, limits.global_unsupported_features, resilience.cross_region_replicas],
  check: (design, report) => {
    if (known(design.engine) !== 'aurora-mysql') return;
    for (const cluster of clustersOf(design)) {
      const { backtrackWindow } = cluster;
      const obstacle = (known(backtrackWindow) ?? 0) > 0 ? obstacleOf(design, cluster) : undefined;
      if (obstacle === undefined) continue;
      const message = `Backtrack cannot be combined with ${obstacle}. Remove backtrackWindow, and restore to a point in time instead.`;
      report(backtrackWindow.path, message, { at: 'key', fixes: [remove(backtrackWindow.path)] });
    }
  },
};

/** What rewinding in place would break; undefined when nothing certainly does. */
function obstacleOf(design: Design, cluster: Cluster): string | undefined {
  if (globalMembers(design).includes(cluster)) return 'a global database';
  const isSource = cluster === design.primary;
  const replica = design.secondaries.items.some(({ replication }) => known(replication) === 'binlog');
  return isSource && replica ? 'replicas in other Regions' : undefined;
}

export const page: RulePage = {
  reason:
    'The other Regions cannot be rewound with the cluster they follow. Aurora supports backtrack neither in a global database nor on the source of a cross-Region replica.',
  bad: `aurora: 1
name: orders
engine: aurora-mysql
primary:
  region: us-east-1
  instances:
    - { id: orders-a, class: db.r7g.large }
  backtrackWindow: 86400
# ^^^^^^^^^^^^^^^ AUR404 a global database
secondaries:
  - region: eu-west-1
    instances:
      - { id: orders-eu-a, class: db.r7g.large }
`,
  good: `aurora: 1
name: orders
engine: aurora-mysql
primary:
  region: us-east-1
  instances:
    - { id: orders-a, class: db.r7g.large }
secondaries:
  - region: eu-west-1
    instances:
      - { id: orders-eu-a, class: db.r7g.large }
`,
};
