import type { DesignRule } from './rule.ts';
import { rule as sim009 } from './scenarios/sim009-unknown-target.ts';
import { rule as sim010 } from './scenarios/sim010-event-after-end.ts';
import { rule as sim013 } from './scenarios/sim013-no-expectation.ts';
import { rule as sim014 } from './scenarios/sim014-undecided-expectation.ts';
import { rule as sim015 } from './scenarios/sim015-event-without-duration.ts';

/** The rules over designs that report nothing but what stands under `scenarios`: they run over scenario files too. */
export const scenarioRules: readonly DesignRule[] = [sim009, sim010, sim013, sim014, sim015];
