import { clustersOf } from '../../design/design.ts';
import { known } from '../../design/node.ts';
import * as limits from '../../facts/generated/limits.ts';
import { setValue } from '../design-fix.ts';
import type { DesignRule } from '../rule.ts';
import type { RulePage } from '../rule-page.ts';

const { min } = limits.as_capacity;

export const rule: DesignRule = {
  id: 'AUR802',
  title: 'The bounds of auto scaling are negative or the wrong way round',
  group: 'Auto scaling of readers',
  severity: 'error',
  facts: [limits.as_capacity],
  check: (design, report) => {
    for (const { autoScaling } of clustersOf(design)) {
      const { minCapacity, maxCapacity } = autoScaling;
      const [lower, upper] = [known(minCapacity), known(maxCapacity)];
      for (const { path, value } of [minCapacity, maxCapacity].filter((node) => node.presence === 'known')) {
        if (value >= min) continue;
        report(path, `${path.at(-1)} is ${value}; a cluster cannot have fewer than ${min} readers.`, {
          fixes: [setValue(path, min)],
        });
      }
      if (lower === undefined || upper === undefined || lower <= upper || upper < min) continue;
      const edits = [
        { kind: 'set', path: minCapacity.path, value: upper },
        { kind: 'set', path: maxCapacity.path, value: lower },
      ] as const;
      report(minCapacity.path, `minCapacity ${lower} is above maxCapacity ${upper}. Swap them.`, {
        fixes: [{ title: 'Swap minCapacity and maxCapacity', edits }],
      });
    }
  },
};

export const page: RulePage = {
  reason: 'Application Auto Scaling refuses a minimum below 0 or above the maximum.',
  bad: `aurora: 1
name: orders
engine: aurora-postgresql
primary:
  region: us-east-1
  instances:
    - { id: orders-a, class: db.r7g.large }
    - { id: orders-b, class: db.r7g.large }
  autoScaling: { minCapacity: 6, maxCapacity: 1, metric: RDSReaderAverageCPUUtilization, targetValue: 60 }
#                             ^ AUR802 above
`,
  good: `aurora: 1
name: orders
engine: aurora-postgresql
primary:
  region: us-east-1
  instances:
    - { id: orders-a, class: db.r7g.large }
    - { id: orders-b, class: db.r7g.large }
  autoScaling: { minCapacity: 1, maxCapacity: 6, metric: RDSReaderAverageCPUUtilization, targetValue: 60 }
`,
};
