import { clustersOf } from '../../design/design.ts';
import { known } from '../../design/node.ts';
import * as limits from '../../facts/generated/limits.ts';
import { serverlessClass } from '../../facts/instance-classes.ts';
import { remove } from '../design-fix.ts';
import type { DesignRule } from '../rule.ts';
import type { RulePage } from '../rule-page.ts';

export const rule: DesignRule = {
  id: 'AUR721',
  title: 'A capacity range is set and no instance is db.serverless',
  group: 'Serverless v2',
  severity: 'info',
  formats: ['blueprint'],
  facts: [limits.sv2_config_required],
  check: (design, report) => {
    for (const { instances, serverlessV2ScalingConfiguration } of clustersOf(design)) {
      if (serverlessV2ScalingConfiguration.presence !== 'known' || instances.items.length === 0) continue;
      const classes = instances.items.map((instance) => known(instance.class));
      if (classes.includes(undefined) || classes.includes(serverlessClass)) continue;
      const message =
        'serverlessV2ScalingConfiguration concerns db.serverless instances, and this cluster has none. Remove it, or give an instance that class.';
      const { path } = serverlessV2ScalingConfiguration;
      report(path, message, { at: 'key', fixes: [remove(path)] });
    }
  },
};

export const page: RulePage = {
  reason: 'It is kept for instances that may come later, and does nothing until then.',
  bad: `aurora: 1
name: orders
engine: aurora-postgresql
primary:
  region: us-east-1
  instances:
    - { id: orders-a, class: db.r7g.large }
  serverlessV2ScalingConfiguration: { minCapacity: 0.5, maxCapacity: 8 }
# ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ AUR721
`,
  good: `aurora: 1
name: orders
engine: aurora-postgresql
primary:
  region: us-east-1
  instances:
    - { id: orders-a, class: db.r7g.large }
`,
};
