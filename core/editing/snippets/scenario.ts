import type { Design } from '../../design/design.ts';
import { known } from '../../design/node.ts';
import { placementsOf } from '../../design/placement.ts';
import { writerOf } from '../../design/promotion.ts';
import { judgedInvariants } from '../../simulation/engine/invariants.ts';
import { escapeSnippet } from '../snippet.ts';
import type { WholeSnippet } from './whole-snippet.ts';

/** Scenarios that fit the design: the AZ of the writer is lost, its Region is lost; or the only instance crashes. */
export function scenarioSnippets(design: Design): readonly WholeSnippet[] {
  const { primary } = design;
  const writer = writerOf(design, primary);
  const placed = placementsOf(primary).find(({ instance }) => instance === writer);
  const region = known(primary.region);
  const survivor = design.secondaries.items.some(({ instances }) => instances.items.length > 0);
  const snippets: WholeSnippet[] = [];
  if (placed === undefined || placed.chosenBy === 'unknown') return [];
  const { availabilityZone } = placed;
  if (placementsOf(primary).some((other) => other.availabilityZone !== availabilityZone)) {
    const event = `{ at: 60s, fail: az, target: ${availabilityZone}, for: 20m }`;
    snippets.push(scenario('lose the AZ of the writer', event, [`dataLoss: 0s`]));
  }
  snippets.push(scenario('the writer crashes', '{ at: 60s, crash: writer }', ['dataLoss: 0s']));
  if (region !== undefined && survivor) {
    snippets.push(scenario('lose the primary Region', `{ at: 60s, fail: region, target: ${region} }`, []));
  }
  return snippets;
}

function scenario(name: string, event: string, expected: readonly string[]): WholeSnippet {
  const never = expected.length === 0 ? ['two-writers-in-one-epoch'] : judgedInvariants;
  const lines = [
    `name: ${name}`,
    '  duration: 30m',
    '  events:',
    `    - ${event}`,
    '  expect:',
    ...[...expected, `never: [${never.join(', ')}]`].map((line) => `    ${line}`),
  ];
  return { label: `scenario: ${name}`, detail: event.slice(2, -2), text: escapeSnippet(lines.join('\n')) };
}
