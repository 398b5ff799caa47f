import { addsReaders } from '../../design/auto-scaling.ts';
import { clustersOf } from '../../design/design.ts';
import { readersOf, writerOf } from '../../design/promotion.ts';
import * as limits from '../../facts/generated/limits.ts';
import type { DesignRule } from '../rule.ts';
import type { RulePage } from '../rule-page.ts';
import { addReader } from '../topology/add-reader.ts';

const { tier } = limits.as_new_replica.value;

export const rule: DesignRule = {
  id: 'AUR809',
  title: 'Only auto scaling gives the cluster a reader',
  group: 'Auto scaling of readers',
  severity: 'info',
  facts: [limits.as_new_replica, limits.as_capacity],
  check: (design, report) => {
    for (const cluster of clustersOf(design)) {
      const { autoScaling } = cluster;
      const writer = writerOf(design, cluster);
      if (autoScaling.presence !== 'known' || !addsReaders(cluster)) continue;
      if (writer === undefined || readersOf(design, cluster).length > 0) continue;
      const message = `Only auto scaling gives this cluster readers: they come with promotion tier ${tier}, in AZs that Aurora chooses, and until the first is there nobody can be promoted. Declare one reader.`;
      report(autoScaling.path, message, { at: 'key', fixes: addReader(cluster, writer) });
    }
  },
};

export const page: RulePage = {
  reason:
    'A reader that stands in the design has an AZ, a class and a promotion tier of its own choice, and auto scaling never removes it.',
  bad: `aurora: 1
name: orders
engine: aurora-postgresql
primary:
  region: us-east-1
  instances:
    - { id: orders-a, class: db.r7g.large, availabilityZone: us-east-1a }
  autoScaling: { minCapacity: 1, maxCapacity: 4, metric: RDSReaderAverageCPUUtilization, targetValue: 60 }
# ^^^^^^^^^^^ AUR809 tier 15
`,
  good: `aurora: 1
name: orders
engine: aurora-postgresql
primary:
  region: us-east-1
  instances:
    - { id: orders-a, class: db.r7g.large, availabilityZone: us-east-1a }
    - { id: orders-b, class: db.r7g.large, availabilityZone: us-east-1b }
  autoScaling: { minCapacity: 1, maxCapacity: 4, metric: RDSReaderAverageCPUUtilization, targetValue: 60 }
`,
};
