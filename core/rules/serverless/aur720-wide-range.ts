import { clustersOf } from '../../design/design.ts';
import { known } from '../../design/node.ts';
import * as limits from '../../facts/generated/limits.ts';
import { setValue } from '../design-fix.ts';
import type { DesignRule } from '../rule.ts';
import type { RulePage } from '../rule-page.ts';
import { serverlessOnly } from './capacity.ts';
import { wideRange } from './wide-range.ts';

const tiny = 1;

export const rule: DesignRule = {
  id: 'AUR720',
  title: 'The capacity has a long way from its minimum to its maximum',
  group: 'Serverless v2',
  severity: 'info',
  facts: [limits.sv2_wide_range],
  check: (design, report) => {
    for (const cluster of serverlessOnly(clustersOf(design))) {
      const { minCapacity, maxCapacity } = cluster.serverlessV2ScalingConfiguration;
      const [minimum, maximum] = [known(minCapacity), known(maxCapacity)];
      if (minimum === undefined || maximum === undefined) continue;
      if (minimum > tiny || maximum < wideRange.wideFrom) continue;
      const message = `From ${minimum} to ${maximum} ACU takes long when load comes at once, and every scale-down loses the buffer cache. Raise minCapacity to what the working set needs (about 2 GiB per ACU).`;
      report(minCapacity.path, message, { fixes: [setValue(minCapacity.path, wideRange.narrowFrom)] });
    }
  },
};

export const page: RulePage = {
  reason:
    'Capacity grows in steps that are small while it is small. What does not fit the memory of the minimum leaves the cache at every scale-down.',
  bad: `aurora: 1
name: orders
engine: aurora-postgresql
primary:
  region: us-east-1
  serverlessV2ScalingConfiguration: { minCapacity: 1, maxCapacity: 64 }
#                                                  ^ AUR720
  instances:
    - { id: orders-a, class: db.serverless }
`,
  good: `aurora: 1
name: orders
engine: aurora-postgresql
primary:
  region: us-east-1
  serverlessV2ScalingConfiguration: { minCapacity: 2, maxCapacity: 64 }
  instances:
    - { id: orders-a, class: db.serverless }
`,
};
