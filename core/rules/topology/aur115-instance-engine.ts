import { clustersOf } from '../../design/design.ts';
import { known } from '../../design/node.ts';
import * as limits from '../../facts/generated/limits.ts';
import { setValue } from '../design-fix.ts';
import type { DesignRule } from '../rule.ts';
import type { RulePage } from '../rule-page.ts';

export const rule: DesignRule = {
  id: 'AUR115',
  title: 'An instance has another engine than its cluster',
  group: 'Topology',
  severity: 'error',
  facts: [limits.instance_engine_match],
  check: (design, report) => {
    const engine = known(design.engine);
    if (engine === undefined) return;
    for (const instance of clustersOf(design).flatMap(({ instances }) => instances.items)) {
      const own = known(instance.engine);
      if (own === undefined || own === engine) continue;
      const message = `The instance has the engine ${own}, and its cluster ${engine}. All instances of a cluster run the engine of the cluster.`;
      report(instance.engine.path, message, { fixes: [setValue(instance.engine.path, engine)] });
    }
  },
};

export const page: RulePage = {
  reason:
    'All instances of a cluster read one volume, in the format of one engine. RDS refuses an instance of the other.',
  bad: `aurora: 1
name: orders
engine: aurora-postgresql
primary:
  region: us-east-1
  instances:
    - { id: orders-a, class: db.r7g.large, engine: aurora-mysql }
#                                                  ^^^^^^^^^^^^ AUR115
`,
  good: `aurora: 1
name: orders
engine: aurora-postgresql
primary:
  region: us-east-1
  instances:
    - { id: orders-a, class: db.r7g.large, engine: aurora-postgresql }
`,
};
