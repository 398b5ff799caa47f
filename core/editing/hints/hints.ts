import type { Design } from '../../design/design.ts';
import { capacityHints } from './capacity.ts';
import { defaultsHints } from './defaults.ts';
import { growthHints } from './growth.ts';
import type { Hint, HintKind, HintSource } from './hint.ts';
import { localTimeHints } from './local-time.ts';
import { promotionHints } from './promotion.ts';

const sources: Readonly<Record<HintKind, HintSource>> = {
  localTime: localTimeHints,
  promotion: promotionHints,
  capacity: capacityHints,
  growth: growthHints,
  defaults: defaultsHints,
};

/** What follows from a design and is not written in it, of the kinds that are wanted. */
export function hintsOf(design: Design, isWanted: (kind: HintKind) => boolean): readonly Hint[] {
  return (Object.keys(sources) as HintKind[]).filter(isWanted).flatMap((kind) => sources[kind](design));
}
