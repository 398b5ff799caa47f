import { clustersOf } from '../../design/design.ts';
import { known } from '../../design/node.ts';
import { choosePromotion, type ReaderCandidate, readerCandidatesOf, writerOf } from '../../design/promotion.ts';
import * as limits from '../../facts/generated/limits.ts';
import * as resilience from '../../facts/generated/resilience.ts';
import type { DesignRule } from '../rule.ts';
import type { RulePage } from '../rule-page.ts';

export const rule: DesignRule = {
  id: 'AUR113',
  title: 'The reader that is promoted first stands in the AZ of the writer',
  group: 'Topology',
  severity: 'warning',
  facts: [resilience.promotion_rule, limits.multi_az_needs_reader_in_other_az],
  check: (design, report) => {
    for (const cluster of clustersOf(design)) {
      const writer = writerOf(design, cluster);
      const zone = writer === undefined ? undefined : known(writer.availabilityZone);
      const candidates = readerCandidatesOf(design, cluster) ?? [];
      const next = choosePromotion(candidates)?.promoted;
      if (next === undefined || zone === undefined || known(next.instance.availabilityZone) !== zone) continue;
      const elsewhere = readerElsewhere(candidates, zone, next.promotionTier);
      if (elsewhere === undefined) continue;
      const { path } = next.instance.promotionTier;
      const message = `${next.id} is promoted first and stands in ${zone} like the writer; ${elsewhere.id}, in another AZ, comes after it. When that AZ is slow or failing, the first choice is as badly off as the writer. Swap the tiers.`;
      const edits = [
        { kind: 'set', path, value: elsewhere.promotionTier },
        { kind: 'set', path: elsewhere.instance.promotionTier.path, value: next.promotionTier },
      ] as const;
      report(path, message, { fixes: [{ title: `Swap the tiers of ${next.id} and ${elsewhere.id}`, edits }] });
    }
  },
};

/** The first reader in another AZ whose tier is worse. */
function readerElsewhere(candidates: readonly ReaderCandidate[], zone: string, tier: number) {
  return candidates.find(({ instance, promotionTier }) => {
    const own = known(instance.availabilityZone);
    return own !== undefined && own !== zone && promotionTier > tier;
  });
}

export const page: RulePage = {
  reason: 'Failing over inside the AZ that is in trouble gains nothing; Aurora goes by tier and size, not by AZ.',
  bad: `aurora: 1
name: orders
engine: aurora-postgresql
primary:
  region: us-east-1
  instances:
    - { id: orders-a, class: db.r7g.large, availabilityZone: us-east-1a, role: writer, promotionTier: 0 }
    - { id: orders-b, class: db.r7g.large, availabilityZone: us-east-1a, promotionTier: 1 }
#                                                                                       ^ AUR113 orders-c
    - { id: orders-c, class: db.r7g.large, availabilityZone: us-east-1b, promotionTier: 2 }
`,
  good: `aurora: 1
name: orders
engine: aurora-postgresql
primary:
  region: us-east-1
  instances:
    - { id: orders-a, class: db.r7g.large, availabilityZone: us-east-1a, role: writer, promotionTier: 0 }
    - { id: orders-b, class: db.r7g.large, availabilityZone: us-east-1a, promotionTier: 2 }
    - { id: orders-c, class: db.r7g.large, availabilityZone: us-east-1b, promotionTier: 1 }
`,
};
