import type { Cluster } from '../../design/design.ts';
import { known } from '../../design/node.ts';
import { isInside, type Path } from '../../design/path.ts';
import { promotionTierOf } from '../../design/promotion.ts';
import * as limits from '../../facts/generated/limits.ts';
import type { OfferedValue } from './offered-value.ts';

const { min, max } = limits.promotion_tier_range;

/** Every promotion tier with the instances of the cluster that stand in it, without the one at `path`. */
export function tiersToChoose({ instances }: Cluster, path: Path): readonly OfferedValue[] {
  const others = instances.items.filter((instance) => !isInside(path, instance.path));
  return Array.from({ length: max - min + 1 }, (_, index) => min + index).map((tier) => {
    const there = others.filter((instance) => promotionTierOf(instance) === tier).flatMap(({ id }) => known(id) ?? []);
    const detail = there.length === 0 ? (tier === min ? 'promoted first' : '') : there.join(', ');
    return { value: `${tier}`, ...(detail === '' ? {} : { detail }) };
  });
}
