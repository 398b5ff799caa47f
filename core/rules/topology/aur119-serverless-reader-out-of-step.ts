import { clustersOf } from '../../design/design.ts';
import { known } from '../../design/node.ts';
import { nextWriterOf, writerOf } from '../../design/promotion.ts';
import * as limits from '../../facts/generated/limits.ts';
import * as resilience from '../../facts/generated/resilience.ts';
import { serverlessClass } from '../../facts/instance-classes.ts';
import { setValue } from '../design-fix.ts';
import type { DesignRule } from '../rule.ts';
import type { RulePage } from '../rule-page.ts';

/** The last tier in which a Serverless v2 reader is kept at the capacity of the writer. */
const lastTierInStep = Math.max(...limits.promotion_tier_serverless_v2_scaling.value);

export const rule: DesignRule = {
  id: 'AUR119',
  title: 'The Serverless v2 reader that is promoted first does not scale with the writer',
  group: 'Topology',
  severity: 'warning',
  facts: [resilience.tier2_undersized, limits.promotion_tier_serverless_v2_scaling],
  check: (design, report) => {
    for (const cluster of clustersOf(design)) {
      const writer = writerOf(design, cluster);
      const promotion = nextWriterOf(design, cluster);
      if (writer === undefined || promotion === undefined || promotion.promoted.promotionTier <= lastTierInStep)
        continue;
      const among = promotion.reason.kind === 'arbitrary' ? promotion.reason.among : [promotion.promoted];
      const serverless = among.find((reader) => reader.class === serverlessClass);
      if (serverless === undefined) continue;
      const { path } = serverless.instance.promotionTier;
      const message = `${serverless.id} can be the next writer and stands in tier ${serverless.promotionTier}: only in tiers 0 and 1 Aurora keeps a db.serverless reader at the capacity of the writer. After a failover under load it has to scale up first. Put it into tier ${lastTierInStep}.`;
      // Behind a provisioned writer tier 1 has its price: the reader then never scales below the writer's size (AUR718).
      const fixes = known(writer.class) === serverlessClass ? [setValue(path, lastTierInStep)] : [];
      report(path, message, { fixes });
    }
  },
};

export const page: RulePage = {
  reason:
    'Serverless v2 readers of tiers 2 to 15 scale by their own load. Promoted while the cluster is busy, they are too small for as long as they take to grow.',
  bad: `aurora: 1
name: orders
engine: aurora-postgresql
primary:
  region: us-east-1
  serverlessV2ScalingConfiguration: { minCapacity: 8, maxCapacity: 16 }
  instances:
    - { id: orders-a, class: db.serverless }
    - { id: orders-b, class: db.serverless, promotionTier: 2 }
#                                                          ^ AUR119
`,
  good: `aurora: 1
name: orders
engine: aurora-postgresql
primary:
  region: us-east-1
  serverlessV2ScalingConfiguration: { minCapacity: 8, maxCapacity: 16 }
  instances:
    - { id: orders-a, class: db.serverless }
    - { id: orders-b, class: db.serverless, promotionTier: 1 }
`,
};
