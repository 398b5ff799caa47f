import { clustersOf } from '../../design/design.ts';
import { known } from '../../design/node.ts';
import { promotionTierOf, readersOf, writerOf } from '../../design/promotion.ts';
import * as limits from '../../facts/generated/limits.ts';
import { setValue } from '../design-fix.ts';
import type { DesignRule } from '../rule.ts';
import type { RulePage } from '../rule-page.ts';
import { busyCapacityOf, isServerless } from './capacity.ts';

/** How much smaller than the writer a minimum may be. */
const share = 10;
const lastTierInStep = Math.max(...limits.promotion_tier_serverless_v2_scaling.value);

export const rule: DesignRule = {
  id: 'AUR712',
  title: 'A Serverless v2 reader with a small minimum may fall behind the writer',
  group: 'Serverless v2',
  severity: 'warning',
  facts: [limits.sv2_low_min_reader_lag, limits.promotion_tier_serverless_v2_scaling],
  check: (design, report) => {
    for (const cluster of clustersOf(design)) {
      const writer = writerOf(design, cluster);
      const { minCapacity, maxCapacity } = cluster.serverlessV2ScalingConfiguration;
      const minimum = known(minCapacity);
      const size = writer === undefined ? undefined : busyCapacityOf(cluster, writer);
      if (minimum === undefined || size === undefined || minimum * share > size) continue;
      const behind = readersOf(design, cluster).find(
        (reader) => isServerless(reader) && (promotionTierOf(reader) ?? 0) > lastTierInStep,
      );
      if (behind === undefined) continue;
      const larger = Math.floor(size / share) + 1;
      const message = `${known(behind.id) ?? 'This reader'} scales by its own load from ${minimum} ACU, and the writer has up to ${size}: when the writer is busy, the reader may fall behind. Raise minCapacity to ${larger}, or put the reader into tier ${lastTierInStep}.`;
      const fits = larger < (known(maxCapacity) ?? 0);
      report(behind.promotionTier.path, message, { fixes: fits ? [setValue(minCapacity.path, larger)] : [] });
    }
  },
};

export const page: RulePage = {
  reason:
    'Readers of tiers 2 to 15 do not scale with the writer. One that is asleep or small when the writer gets busy cannot apply the changes as fast as they come, and is restarted when it lags too far.',
  bad: `aurora: 1
name: orders
engine: aurora-postgresql
primary:
  region: us-east-1
  serverlessV2ScalingConfiguration: { minCapacity: 1, maxCapacity: 16 }
  instances:
    - { id: orders-a, class: db.r7g.xlarge }
    - { id: orders-b, class: db.r7g.xlarge }
    - { id: orders-c, class: db.serverless, promotionTier: 2 }
#                                                          ^ AUR712
`,
  good: `aurora: 1
name: orders
engine: aurora-postgresql
primary:
  region: us-east-1
  serverlessV2ScalingConfiguration: { minCapacity: 2, maxCapacity: 16 }
  instances:
    - { id: orders-a, class: db.r7g.xlarge }
    - { id: orders-b, class: db.r7g.xlarge }
    - { id: orders-c, class: db.serverless, promotionTier: 2 }
`,
};
