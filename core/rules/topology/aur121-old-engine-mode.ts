import { clustersOf } from '../../design/design.ts';
import { known } from '../../design/node.ts';
import * as limits from '../../facts/generated/limits.ts';
import { forNewClusters, remove } from '../design-fix.ts';
import type { DesignRule } from '../rule.ts';
import type { RulePage } from '../rule-page.ts';

const oldModes: readonly string[] = ['parallelquery', 'global'];

export const rule: DesignRule = {
  id: 'AUR121',
  title: 'The engine mode is one of Aurora MySQL 1',
  group: 'Topology',
  severity: 'warning',
  facts: [limits.multi_master],
  check: (design, report) => {
    for (const { engineMode } of clustersOf(design)) {
      const mode = known(engineMode) ?? '';
      if (!oldModes.includes(mode)) continue;
      const message = `The engine mode ${mode} belongs to Aurora MySQL 1; later versions need no mode for it. Remove engineMode.`;
      report(engineMode.path, message, { fixes: [forNewClusters(remove(engineMode.path))] });
    }
  },
};

export const page: RulePage = {
  reason: 'Parallel query and global databases work in provisioned clusters; their modes are no longer documented.',
  bad: `aurora: 1
name: orders
engine: aurora-mysql
primary:
  region: us-east-1
  engineMode: parallelquery
#             ^^^^^^^^^^^^^ AUR121
  instances:
    - { id: orders-a, class: db.r7g.large }
`,
  good: `aurora: 1
name: orders
engine: aurora-mysql
primary:
  region: us-east-1
  instances:
    - { id: orders-a, class: db.r7g.large }
`,
};
