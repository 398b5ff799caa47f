import type { Design } from '../design/design.ts';
import { known } from '../design/node.ts';
import { nearestName } from '../text/nearest-name.ts';
import { scenarioOfFault } from './faults.ts';
import { readScenario } from './read-scenario.ts';
import { record } from './record.ts';
import { isProblem, type PlainScenario, type Problem } from './scenario.ts';
import type { Timeline } from './timeline.ts';

/** What to play on a design: a fault by its id, a scenario of the design by its name, or a scenario that is given. */
export type Choice = { readonly fault: string } | { readonly scenario: string | PlainScenario };

/**
 * Plays a fault or a scenario on a design. Deterministic: the same design, choice and seed give the same timeline.
 * Without a seed, the scenario's own counts. What stands in the way is said in one sentence; never throws.
 */
export function simulate(design: Design, choice: Choice, seed?: number): { readonly timeline: Timeline } | Problem {
  const chosen = choose(design, choice);
  if (isProblem(chosen)) return chosen;
  return record(design, seed === undefined ? chosen : { ...chosen, seed });
}

function choose(design: Design, choice: Choice): PlainScenario | Problem {
  if ('fault' in choice) {
    return scenarioOfFault(design, choice.fault) ?? { problem: `The design has no fault ${choice.fault} to play.` };
  }
  const { scenario } = choice;
  if (typeof scenario !== 'string') return scenario;
  const found = design.scenarios.items.find((candidate) => known(candidate.name) === scenario);
  return found === undefined
    ? {
        problem: unknownScenario(
          design.scenarios.items.flatMap(({ name }) => known(name) ?? []),
          scenario,
        ),
      }
    : readScenario(found);
}

/** Says that there is no scenario of a name, and which one may be meant. */
export function unknownScenario(names: readonly string[], name: string): string {
  const meant = nearestName(name, names);
  if (meant !== undefined) return `The design has no scenario ${name}; did you mean ${meant}?`;
  return `The design has no scenario ${name}; ${names.length === 0 ? 'it has none' : `it has ${names.join(', ')}`}.`;
}
