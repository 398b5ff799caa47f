import { switchedOn } from '../../design/cluster-parameters.ts';
import { clustersOf } from '../../design/design.ts';
import { promotionTierOf, readersOf, writerOf } from '../../design/promotion.ts';
import * as limits from '../../facts/generated/limits.ts';
import { remove } from '../design-fix.ts';
import type { DesignRule } from '../rule.ts';
import type { RulePage } from '../rule-page.ts';
import { isServerless } from './capacity.ts';

const name = 'apg_ccm_enabled';

export const rule: DesignRule = {
  id: 'AUR714',
  title: 'Cluster cache management has no effect on Serverless v2',
  group: 'Serverless v2',
  severity: 'warning',
  facts: [limits.ccm_unsupported, limits.sv2_unsupported],
  check: (design, report) => {
    for (const cluster of clustersOf(design)) {
      const parameter = switchedOn(cluster, name);
      const writer = writerOf(design, cluster);
      if (parameter === undefined || writer === undefined) continue;
      const targets = readersOf(design, cluster).filter((reader) => promotionTierOf(reader) === 0);
      if (![writer, ...targets].some(isServerless)) continue;
      const message = `${name} keeps the cache of a failover target warm, and does nothing where the writer or the target is db.serverless. Remove it.`;
      report(parameter.path, message, { fixes: [remove(parameter.path)] });
    }
  },
};

export const page: RulePage = {
  reason: 'Whoever counts on a warm cache after a failover gets a cold one.',
  bad: `aurora: 1
name: orders
engine: aurora-postgresql
primary:
  region: us-east-1
  serverlessV2ScalingConfiguration: { minCapacity: 2, maxCapacity: 8 }
  instances:
    - { id: orders-a, class: db.serverless, promotionTier: 0 }
    - { id: orders-b, class: db.serverless, promotionTier: 0 }
  parameters: { apg_ccm_enabled: "1" }
#                                ^^^ AUR714
`,
  good: `aurora: 1
name: orders
engine: aurora-postgresql
primary:
  region: us-east-1
  serverlessV2ScalingConfiguration: { minCapacity: 2, maxCapacity: 8 }
  instances:
    - { id: orders-a, class: db.serverless, promotionTier: 0 }
    - { id: orders-b, class: db.serverless, promotionTier: 0 }
`,
};
