import { type Cluster, clustersOf } from '../../design/design.ts';
import { known } from '../../design/node.ts';
import * as limits from '../../facts/generated/limits.ts';
import { forNewClusters, remove } from '../design-fix.ts';
import type { DesignFix, DesignRule } from '../rule.ts';
import type { RulePage } from '../rule-page.ts';

/** Modes that are or were accepted; `serverless` is AUR704, `parallelquery` and `global` are AUR121. */
const otherModes: readonly string[] = ['provisioned', 'serverless', 'parallelquery', 'global'];

export const rule: DesignRule = {
  id: 'AUR120',
  title: 'The engine mode is multimaster, or no engine mode at all',
  group: 'Topology',
  severity: 'error',
  facts: [limits.multi_master],
  check: (design, report) => {
    for (const cluster of clustersOf(design)) {
      const { engineMode } = cluster;
      const mode = known(engineMode);
      if (mode === undefined || otherModes.includes(mode)) continue;
      const message =
        mode === 'multimaster'
          ? 'Multi-master is retired: it existed for Aurora MySQL 1 only, whose support ended on 2023-02-28. Remove engineMode and keep one writer.'
          : `Aurora has no engine mode "${mode}". Remove engineMode: provisioned is the only one left, and the default.`;
      report(engineMode.path, message, {
        fixes: [mode === 'multimaster' ? keepOneWriter(cluster) : forNewClusters(remove(engineMode.path))],
      });
    }
  },
};

/** Without the mode, further writers would be one too many (AUR102). */
function keepOneWriter({ engineMode, instances }: Cluster): DesignFix {
  const others = instances.items.filter(({ role }) => known(role) === 'writer').slice(1);
  if (others.length === 0) return remove(engineMode.path);
  const readers = others.map(({ role }) => ({ kind: 'set', path: role.path, value: 'reader' }) as const);
  return { title: 'Remove engineMode and keep one writer', edits: [...remove(engineMode.path).edits, ...readers] };
}

export const page: RulePage = {
  reason: 'Every new cluster is provisioned. Serverless v2 is no mode but the instance class db.serverless.',
  bad: `aurora: 1
name: orders
engine: aurora-mysql
primary:
  region: us-east-1
  engineMode: multimaster
#             ^^^^^^^^^^^ AUR120 retired
  instances:
    - { id: orders-a, class: db.r7g.large, role: writer }
    - { id: orders-b, class: db.r7g.large }
`,
  good: `aurora: 1
name: orders
engine: aurora-mysql
primary:
  region: us-east-1
  instances:
    - { id: orders-a, class: db.r7g.large, role: writer }
    - { id: orders-b, class: db.r7g.large }
`,
};
