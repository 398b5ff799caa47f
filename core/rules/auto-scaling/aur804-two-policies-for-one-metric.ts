import { clustersOf } from '../../design/design.ts';
import { known } from '../../design/node.ts';
import { parentPath } from '../../design/path.ts';
import * as limits from '../../facts/generated/limits.ts';
import type { DesignRule } from '../rule.ts';
import type { RulePage } from '../rule-page.ts';

export const rule: DesignRule = {
  id: 'AUR804',
  title: 'Two scaling policies hold the same metric',
  group: 'Auto scaling of readers',
  severity: 'error',
  facts: [limits.as_metrics],
  check: (design, report) => {
    for (const { autoScaling } of clustersOf(design)) {
      const seen = new Set<string>();
      for (const { metric } of [autoScaling, ...autoScaling.policies.items]) {
        const name = known(metric);
        if (name === undefined) continue;
        if (seen.has(name)) {
          const message = `Another policy of this cluster holds ${name}, and Application Auto Scaling takes one per metric. Remove this one, or choose the other metric.`;
          const edits = [{ kind: 'remove', path: parentPath(metric.path) }] as const;
          report(metric.path, message, { fixes: [{ title: 'Remove this policy', edits }] });
        }
        seen.add(name);
      }
    }
  },
};

export const page: RulePage = {
  reason:
    'Application Auto Scaling answers: Only one TargetTrackingScaling policy for a given metric specification is allowed.',
  bad: `aurora: 1
name: orders
engine: aurora-postgresql
primary:
  region: us-east-1
  instances:
    - { id: orders-a, class: db.r7g.large }
    - { id: orders-b, class: db.r7g.large }
  autoScaling:
    minCapacity: 1
    maxCapacity: 6
    metric: RDSReaderAverageCPUUtilization
    targetValue: 60
    policies:
      - { metric: RDSReaderAverageDatabaseConnections, targetValue: 500 }
      - { metric: RDSReaderAverageCPUUtilization, targetValue: 80 }
#                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ AUR804
`,
  good: `aurora: 1
name: orders
engine: aurora-postgresql
primary:
  region: us-east-1
  instances:
    - { id: orders-a, class: db.r7g.large }
    - { id: orders-b, class: db.r7g.large }
  autoScaling:
    minCapacity: 1
    maxCapacity: 6
    metric: RDSReaderAverageCPUUtilization
    targetValue: 60
    policies:
      - { metric: RDSReaderAverageDatabaseConnections, targetValue: 500 }
`,
};
