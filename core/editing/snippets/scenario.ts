import type { Design } from '../../design/design.ts';
import { known } from '../../design/node.ts';
import { placementsOf } from '../../design/placement.ts';
import { writerOf } from '../../design/promotion.ts';
import { firstInvariants } from '../../simulation/engine/invariants.ts';
import { escapeSnippet } from '../snippet.ts';
import type { WholeSnippet } from './whole-snippet.ts';

/** A scenario that fits a design. */
export interface FittingScenario {
  readonly name: string;
  /** The event in a few words. */
  readonly detail: string;
  /** As an item of `scenarios`, without its dash. */
  readonly text: string;
}

/** The scenarios that fit the design, as snippets. */
export function scenarioSnippets(design: Design): readonly WholeSnippet[] {
  return fittingScenarios(design).map(({ name, detail, text }) => ({
    label: `scenario: ${name}`,
    detail,
    text: escapeSnippet(text),
  }));
}

/** Scenarios that fit the design: the AZ of the writer is lost, its Region is lost; or the only instance crashes. */
export function fittingScenarios(design: Design): readonly FittingScenario[] {
  const { primary } = design;
  const writer = writerOf(design, primary);
  const placed = placementsOf(primary).find(({ instance }) => instance === writer);
  const region = known(primary.region);
  const survivor = design.secondaries.items.some(({ instances }) => instances.items.length > 0);
  const scenarios: FittingScenario[] = [];
  if (placed === undefined || placed.chosenBy === 'unknown') return [];
  const { availabilityZone } = placed;
  if (placementsOf(primary).some((other) => other.availabilityZone !== availabilityZone)) {
    const event = `{ at: 60s, fail: az, target: ${availabilityZone}, for: 20m }`;
    scenarios.push(scenario('lose the AZ of the writer', event, [`dataLoss: 0s`]));
  }
  scenarios.push(scenario('the writer crashes', '{ at: 60s, crash: writer }', ['dataLoss: 0s']));
  if (region !== undefined && survivor) {
    scenarios.push(scenario('lose the primary Region', `{ at: 60s, fail: region, target: ${region} }`, []));
  }
  return scenarios;
}

function scenario(name: string, event: string, expected: readonly string[]): FittingScenario {
  const never = expected.length === 0 ? ['two-writers-in-one-epoch'] : firstInvariants;
  const lines = [
    `name: ${name}`,
    '  duration: 30m',
    '  events:',
    `    - ${event}`,
    '  expect:',
    ...[...expected, `never: [${never.join(', ')}]`].map((line) => `    ${line}`),
  ];
  return { name, detail: event.slice(2, -2), text: lines.join('\n') };
}
