import { clustersOf } from '../../design/design.ts';
import { known } from '../../design/node.ts';
import { nextWriterOf, promotionTierOf, readersOf, writerOf } from '../../design/promotion.ts';
import * as limits from '../../facts/generated/limits.ts';
import { setValue } from '../design-fix.ts';
import type { DesignRule } from '../rule.ts';
import type { RulePage } from '../rule-page.ts';
import { capacityOfClass, isServerless } from './capacity.ts';

const lastTierInStep = Math.max(...limits.promotion_tier_serverless_v2_scaling.value);

export const rule: DesignRule = {
  id: 'AUR718',
  title: 'A Serverless v2 reader never scales below the size of the writer',
  group: 'Serverless v2',
  severity: 'info',
  facts: [limits.promotion_tier_serverless_v2_scaling],
  check: (design, report) => {
    for (const cluster of clustersOf(design)) {
      const writer = writerOf(design, cluster);
      const promotion = nextWriterOf(design, cluster);
      const size = writer === undefined ? undefined : capacityOfClass(known(writer.class));
      if (promotion === undefined || size === undefined) continue;
      const { promoted, reason } = promotion;
      const targets = (reason.kind === 'arbitrary' ? reason.among : [promoted]).map(({ instance }) => instance);
      for (const reader of readersOf(design, cluster)) {
        const tier = promotionTierOf(reader) ?? Number.POSITIVE_INFINITY;
        if (!isServerless(reader) || tier > lastTierInStep || targets.includes(reader)) continue;
        const next = lastTierInStep + 1;
        const message = `In tier ${tier} Aurora keeps this reader at the size of the provisioned writer, about ${size} ACU, day and night, and ${promoted.id} is promoted before it. In tier ${next} it scales by its own load.`;
        report(reader.class.path, message, { fixes: [setValue(reader.promotionTier.path, next)] });
      }
    }
  },
};

export const page: RulePage = {
  reason:
    'Readers of tiers 0 and 1 are kept ready to take over: behind a provisioned writer they are paid like it. For one that is not to be promoted that is wasted.',
  bad: `aurora: 1
name: orders
engine: aurora-postgresql
primary:
  region: us-east-1
  serverlessV2ScalingConfiguration: { minCapacity: 4, maxCapacity: 16 }
  instances:
    - { id: orders-a, class: db.r7g.xlarge }
    - { id: orders-b, class: db.r7g.xlarge, promotionTier: 0 }
    - { id: orders-c, class: db.serverless, promotionTier: 1 }
#                            ^^^^^^^^^^^^^ AUR718
`,
  good: `aurora: 1
name: orders
engine: aurora-postgresql
primary:
  region: us-east-1
  serverlessV2ScalingConfiguration: { minCapacity: 4, maxCapacity: 16 }
  instances:
    - { id: orders-a, class: db.r7g.xlarge }
    - { id: orders-b, class: db.r7g.xlarge, promotionTier: 0 }
    - { id: orders-c, class: db.serverless, promotionTier: 2 }
`,
};
