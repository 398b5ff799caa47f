import type { Design } from '../../design/design.ts';
import { writeDuration } from '../../design/format/duration.ts';
import { known } from '../../design/node.ts';
import type { ScenarioEvent } from '../scenario.ts';
import { rowsOf } from './design-rows.ts';
import { failureId, failureScenario } from './failure-scenario.ts';
import type { FaultSet } from './fault-sets.ts';
import type { UnmetObjective } from './unmet-objectives.ts';

/** The smallest failure that breaks an objective, in forms to read, to play and to paste. */
export interface Proof {
  /** What is lost at the same instant. */
  readonly faults: FaultSet;
  /** Id by which `simulate` plays it, as it does the other faults of a design. */
  readonly fault: string;
  /** The same as a scenario in the words of a blueprint. It fails as long as the objective is not met. */
  readonly scenario: WrittenScenario;
}

/** A scenario as it stands in a blueprint. */
export interface WrittenScenario {
  readonly name: string;
  readonly duration: string;
  readonly assumptions: Readonly<Record<string, string>>;
  readonly events: readonly (Omit<ScenarioEvent, 'at'> & { readonly at: string })[];
  readonly expect: Readonly<Record<string, string>>;
}

/** The proof that an objective is not met. */
export function proofOf(design: Design, unmet: UnmetObjective): Proof {
  const { faults } = unmet;
  const { name, duration, assumptions, events } = failureScenario(rowsOf(design), faults);
  const scenario = {
    name,
    duration: writeDuration(duration),
    assumptions,
    events: events.map((event) => ({ ...event, at: writeDuration(event.at) })),
    expect: expectationOf(unmet, duration),
  };
  return { faults, fault: failureId(faults), scenario };
}

/** What the objective demands of the run; where it is to survive, that writes are back before the end. */
function expectationOf({ objective, value, outcome }: UnmetObjective, duration: number): WrittenScenario['expect'] {
  const limit = known(value);
  if (objective !== 'survive' && typeof limit === 'number') return { [objective]: `<= ${writeDuration(limit)}` };
  return { [outcome.regionRecovery === 0 ? 'writerRecovery' : 'regionRecovery']: `< ${writeDuration(duration)}` };
}
