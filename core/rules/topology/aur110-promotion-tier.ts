import { clustersOf } from '../../design/design.ts';
import { known } from '../../design/node.ts';
import * as limits from '../../facts/generated/limits.ts';
import { setValue } from '../design-fix.ts';
import type { DesignRule } from '../rule.ts';
import type { RulePage } from '../rule-page.ts';

const { min, max } = limits.promotion_tier_range;

export const rule: DesignRule = {
  id: 'AUR110',
  title: 'The promotion tier is not between 0 and 15',
  group: 'Topology',
  severity: 'error',
  facts: [limits.promotion_tier_range],
  check: (design, report) => {
    for (const { promotionTier } of clustersOf(design).flatMap(({ instances }) => instances.items)) {
      const tier = known(promotionTier);
      if (tier === undefined) continue;
      const nearest = Math.min(Math.max(tier, min), max);
      if (tier === nearest) continue;
      const message = `promotionTier ${tier} does not exist: tiers go from ${min}, promoted first, to ${max}, promoted last.`;
      report(promotionTier.path, message, { fixes: [setValue(promotionTier.path, nearest)] });
    }
  },
};

export const page: RulePage = {
  reason: 'The tier orders the readers for promotion when the writer fails; RDS refuses anything outside 0 to 15.',
  bad: `aurora: 1
name: orders
engine: aurora-postgresql
primary:
  region: us-east-1
  instances:
    - { id: orders-a, class: db.r7g.large, promotionTier: 0 }
    - { id: orders-b, class: db.r7g.large, promotionTier: 16 }
#                                                         ^^ AUR110
`,
  good: `aurora: 1
name: orders
engine: aurora-postgresql
primary:
  region: us-east-1
  instances:
    - { id: orders-a, class: db.r7g.large, promotionTier: 0 }
    - { id: orders-b, class: db.r7g.large, promotionTier: 15 }
`,
};
