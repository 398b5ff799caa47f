import { clustersOf, type Design, type Instance } from '../../design/design.ts';
import { known } from '../../design/node.ts';
import { promotionTierOf, readersOf, writerOf } from '../../design/promotion.ts';
import { promotion_tier_serverless_v2_scaling as scaling } from '../../facts/generated/limits.ts';
import { serverlessClass } from '../../facts/instance-classes.ts';
import type { Hint } from './hint.ts';

/** How the Serverless v2 readers of a design scale: with the writer in the first tiers, by their own load in the others. */
export function capacityHints(design: Design): readonly Hint[] {
  return clustersOf(design).flatMap((cluster) => {
    if (writerOf(design, cluster) === undefined) return [];
    return readersOf(design, cluster).flatMap(hintOn);
  });
}

function hintOn(reader: Instance): readonly Hint[] {
  const tier = promotionTierOf(reader);
  if (known(reader.class) !== serverlessClass || tier === undefined) return [];
  const text = tier <= Math.max(...scaling.value) ? 'scales with the writer' : 'scales by its own load';
  return [{ kind: 'capacity', path: reader.class.path, at: 'value', text, tooltip: scaling.fact }];
}
