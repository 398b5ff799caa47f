import { clustersOf } from '../../design/design.ts';
import { known } from '../../design/node.ts';
import { nextWriterOf, writerOf } from '../../design/promotion.ts';
import * as limits from '../../facts/generated/limits.ts';
import { setGroup, setValue } from '../design-fix.ts';
import type { DesignRule } from '../rule.ts';
import type { RulePage } from '../rule-page.ts';
import { capacityOfClass, isServerless } from './capacity.ts';
import { wideRange } from './wide-range.ts';

export const rule: DesignRule = {
  id: 'AUR717',
  title: 'A Serverless v2 failover target cannot grow to the size of the writer',
  group: 'Serverless v2',
  severity: 'warning',
  facts: [limits.promotion_tier_serverless_v2_scaling, limits.sv2_capacity],
  check: (design, report) => {
    for (const cluster of clustersOf(design)) {
      const writer = writerOf(design, cluster);
      const writerClass = writer && known(writer.class);
      const promotion = nextWriterOf(design, cluster);
      if (promotion === undefined) continue;
      const { promoted, reason } = promotion;
      const among = reason.kind === 'arbitrary' ? reason.among : [promoted];
      const target = among.find(({ instance }) => isServerless(instance));
      const size = capacityOfClass(writerClass);
      const { path, minCapacity, maxCapacity } = cluster.serverlessV2ScalingConfiguration;
      const minimum = known(minCapacity) ?? wideRange.narrowFrom;
      const maximum = known(maxCapacity);
      if (target === undefined || size === undefined || maximum === undefined) continue;
      if (maximum >= size) continue;
      const message = `${target.id} takes over from a writer of class ${writerClass}, which has the memory of ${size} ACU, and ends at ${maximum}: it cannot carry the same load. Raise maxCapacity to ${Math.ceil(size)}.`;
      const grown = Math.min(Math.ceil(size), limits.sv2_capacity.max);
      const isWide = minimum < wideRange.narrowFrom && grown >= wideRange.wideFrom;
      const fix = isWide
        ? setGroup(path, { minCapacity: wideRange.narrowFrom, maxCapacity: grown })
        : setValue(maxCapacity.path, grown);
      report(maxCapacity.path, message, { fixes: size <= limits.sv2_capacity.max ? [fix] : [] });
    }
  },
};

export const page: RulePage = {
  reason:
    'Aurora keeps a failover target in tiers 0 and 1 at the size of a provisioned writer, but never above maxCapacity. One ACU is about 2 GiB of memory.',
  bad: `aurora: 1
name: orders
engine: aurora-postgresql
primary:
  region: us-east-1
  serverlessV2ScalingConfiguration: { minCapacity: 4, maxCapacity: 8 }
#                                                                  ^ AUR717
  instances:
    - { id: orders-a, class: db.r7g.xlarge }
    - { id: orders-b, class: db.serverless, promotionTier: 1 }
`,
  good: `aurora: 1
name: orders
engine: aurora-postgresql
primary:
  region: us-east-1
  serverlessV2ScalingConfiguration: { minCapacity: 4, maxCapacity: 16 }
  instances:
    - { id: orders-a, class: db.r7g.xlarge }
    - { id: orders-b, class: db.serverless, promotionTier: 1 }
`,
};
