import { clustersOf } from '../../design/design.ts';
import { known, type Value } from '../../design/node.ts';
import * as limits from '../../facts/generated/limits.ts';
import { setValue } from '../design-fix.ts';
import type { DesignRule, Report } from '../rule.ts';
import type { RulePage } from '../rule-page.ts';

const { min, max, step } = limits.sv2_capacity;
const leastMaximum = 1;

export const rule: DesignRule = {
  id: 'AUR702',
  title: 'The Serverless v2 capacity is outside what Aurora takes',
  group: 'Serverless v2',
  severity: 'error',
  facts: [limits.sv2_capacity, limits.sv2_max_gt_half],
  check: (design, report) => {
    for (const { serverlessV2ScalingConfiguration } of clustersOf(design)) {
      const { minCapacity, maxCapacity } = serverlessV2ScalingConfiguration;
      const lower = soundCapacity(minCapacity, min, report);
      const upper = soundCapacity(maxCapacity, leastMaximum, report);
      if (lower === undefined || upper === undefined || lower <= upper) continue;
      const message = `minCapacity ${lower} is above maxCapacity ${upper}. Swap them.`;
      const edits = [
        { kind: 'set', path: minCapacity.path, value: upper },
        { kind: 'set', path: maxCapacity.path, value: lower },
      ] as const;
      report(minCapacity.path, message, { fixes: [{ title: 'Swap minCapacity and maxCapacity', edits }] });
    }
  },
};

/** The capacity when it is known and sound; reports one outside its range or between two steps. */
function soundCapacity(node: Value<number>, least: number, report: Report): number | undefined {
  const { path } = node;
  const capacity = known(node);
  if (capacity === undefined) return undefined;
  const nearest = Math.min(max, Math.max(least, Math.round(capacity / step) * step));
  if (nearest === capacity) return capacity;
  const message = `${path.at(-1)} is ${capacity} ACU; it goes from ${least} to ${max} in steps of ${step}. The nearest is ${nearest}.`;
  report(path, message, { fixes: [setValue(path, nearest)] });
  return undefined;
}

export const page: RulePage = {
  reason: 'RDS refuses any other range. One ACU is about 2 GiB of memory with matching CPU and network.',
  bad: `aurora: 1
name: orders
engine: aurora-postgresql
primary:
  region: us-east-1
  serverlessV2ScalingConfiguration: { minCapacity: 2.7, maxCapacity: 300 }
#                                                  ^^^ AUR702 2.5
#                                                                    ^^^ AUR702 256
  instances:
    - { id: orders-a, class: db.serverless }
`,
  good: `aurora: 1
name: orders
engine: aurora-postgresql
primary:
  region: us-east-1
  serverlessV2ScalingConfiguration: { minCapacity: 2.5, maxCapacity: 256 }
  instances:
    - { id: orders-a, class: db.serverless }
`,
};
