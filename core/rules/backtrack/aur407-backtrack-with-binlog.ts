import { clusterParameter } from '../../design/cluster-parameters.ts';
import { clustersOf } from '../../design/design.ts';
import { known } from '../../design/node.ts';
import * as limits from '../../facts/generated/limits.ts';
import { remove } from '../design-fix.ts';
import type { DesignRule } from '../rule.ts';
import type { RulePage } from '../rule-page.ts';

export const rule: DesignRule = {
  id: 'AUR407',
  title: 'Backtrack is set on a cluster that writes a binlog',
  group: 'Backtrack',
  severity: 'info',
  facts: [limits.backtrack_excludes],
  check: (design, report) => {
    if (known(design.engine) !== 'aurora-mysql') return;
    for (const cluster of clustersOf(design)) {
      const { backtrackWindow } = cluster;
      const parameter = clusterParameter(cluster, 'binlog_format');
      const format = parameter === undefined ? undefined : known(parameter);
      if ((known(backtrackWindow) ?? 0) <= 0 || format === undefined || format.toUpperCase() === 'OFF') continue;
      const message = `The cluster writes a binlog (binlog_format is ${format}): a backtrack fails unless it is forced, and a forced one breaks the replicas that read the binlog.`;
      report(backtrackWindow.path, message, { at: 'key', fixes: [remove(backtrackWindow.path)] });
    }
  },
};

export const page: RulePage = {
  reason: 'A rewound cluster no longer has the changes that its binlog already told to others.',
  bad: `aurora: 1
name: orders
engine: aurora-mysql
primary:
  region: us-east-1
  instances:
    - { id: orders-a, class: db.r7g.large }
  parameters: { binlog_format: ROW }
  backtrackWindow: 86400
# ^^^^^^^^^^^^^^^ AUR407 ROW
`,
  good: `aurora: 1
name: orders
engine: aurora-mysql
primary:
  region: us-east-1
  instances:
    - { id: orders-a, class: db.r7g.large }
  parameters: { binlog_format: "OFF" }
  backtrackWindow: 86400
`,
};
