import { clustersOf } from '../../design/design.ts';
import { known } from '../../design/node.ts';
import * as limits from '../../facts/generated/limits.ts';
import { setValue } from '../design-fix.ts';
import type { DesignRule } from '../rule.ts';
import type { RulePage } from '../rule-page.ts';

const { max } = limits.as_capacity;

export const rule: DesignRule = {
  id: 'AUR811',
  title: 'Auto scaling may add more than 15 readers',
  group: 'Auto scaling of readers',
  severity: 'warning',
  facts: [limits.as_capacity, limits.replicas_per_cluster_max],
  check: (design, report) => {
    for (const { maxCapacity } of clustersOf(design).map(({ autoScaling }) => autoScaling)) {
      const upper = known(maxCapacity);
      if (upper === undefined || upper <= max) continue;
      const message = `maxCapacity is ${upper}; a cluster holds at most ${max} readers, however they were made.`;
      report(maxCapacity.path, message, { fixes: [setValue(maxCapacity.path, max)] });
    }
  },
};

export const page: RulePage = {
  reason: 'Beyond the fifteenth reader adding fails, just when the load is highest.',
  bad: `aurora: 1
name: orders
engine: aurora-postgresql
primary:
  region: us-east-1
  instances:
    - { id: orders-a, class: db.r7g.large }
    - { id: orders-b, class: db.r7g.large }
  autoScaling: { minCapacity: 1, maxCapacity: 20, metric: RDSReaderAverageCPUUtilization, targetValue: 60 }
#                                             ^^ AUR811
`,
  good: `aurora: 1
name: orders
engine: aurora-postgresql
primary:
  region: us-east-1
  instances:
    - { id: orders-a, class: db.r7g.large }
    - { id: orders-b, class: db.r7g.large }
  autoScaling: { minCapacity: 1, maxCapacity: 15, metric: RDSReaderAverageCPUUtilization, targetValue: 60 }
`,
};
