import { clustersOf } from '../../design/design.ts';
import { known } from '../../design/node.ts';
import { readersOf, writerOf } from '../../design/promotion.ts';
import * as limits from '../../facts/generated/limits.ts';
import type { DesignRule } from '../rule.ts';
import type { RulePage } from '../rule-page.ts';
import { addReader } from '../topology/add-reader.ts';

export const rule: DesignRule = {
  id: 'AUR803',
  title: 'Auto scaling begins with no reader and so never scales',
  group: 'Auto scaling of readers',
  severity: 'warning',
  facts: [limits.as_capacity],
  check: (design, report) => {
    for (const cluster of clustersOf(design)) {
      const { minCapacity } = cluster.autoScaling;
      if (known(minCapacity) !== 0 || cluster.instances.presence === 'unknown' || readersOf(design, cluster).length > 0)
        continue;
      const message =
        'With minCapacity 0 and no reader there is nothing to measure, and auto scaling never adds one. Declare a reader, or set minCapacity to 1.';
      const writer = writerOf(design, cluster);
      const fixes = writer === undefined ? [] : addReader(cluster, writer);
      report(minCapacity.path, message, { fixes });
    }
  },
};

export const page: RulePage = {
  reason: 'The metric is the average over all readers; without any there is no metric.',
  bad: `aurora: 1
name: orders
engine: aurora-postgresql
primary:
  region: us-east-1
  instances:
    - { id: orders-a, class: db.r7g.large }
  autoScaling: { minCapacity: 0, maxCapacity: 4, metric: RDSReaderAverageCPUUtilization, targetValue: 60 }
#                             ^ AUR803
`,
  good: `aurora: 1
name: orders
engine: aurora-postgresql
primary:
  region: us-east-1
  instances:
    - { id: orders-a, class: db.r7g.large }
    - { id: orders-b, class: db.r7g.large }
  autoScaling: { minCapacity: 0, maxCapacity: 4, metric: RDSReaderAverageCPUUtilization, targetValue: 60 }
`,
};
