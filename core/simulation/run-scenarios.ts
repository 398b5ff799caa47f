import type { Design, Scenario } from '../design/design.ts';
import { known } from '../design/node.ts';
import { formatPath, type Path } from '../design/path.ts';
import { readScenario } from './read-scenario.ts';
import { isProblem, type PlainScenario, type Problem } from './scenario.ts';
import { type ManyRuns, playSeeds } from './seeds/play-seeds.ts';
import { simulate } from './simulate.ts';
import type { ExpectationOutcome, Timeline } from './timeline.ts';

/** How scenarios are run as tests. */
export interface TestOptions {
  /** Another seed than the scenario's own. */
  readonly seed?: number;
  /** With how many seeds each is played, and the share of runs in which an expectation has to hold. One seed when left out. */
  readonly seeds?: { readonly runs: number; readonly share: number };
}

interface Named {
  readonly name: string;
  readonly path: Path;
}

/** A scenario that was played as a test: one run, or many. */
export type PlayedScenario = Named & ({ readonly timeline: Timeline } | { readonly many: ManyRuns });

/** A scenario that was run as a test, or why it cannot be played. */
export type ScenarioTest = PlayedScenario | (Named & Problem);

/** What a scenario is called: its name, or where it stands. */
export function scenarioName({ name, path }: Scenario): string {
  return known(name) ?? formatPath(path);
}

/** Runs a scenario of a design as a test: the command line and the Test Explorer both do it so. Never throws. */
export function runScenario(design: Design, scenario: Scenario, options: TestOptions = {}): ScenarioTest {
  const named = { name: scenarioName(scenario), path: scenario.path };
  const plain = readScenario(scenario);
  return { ...named, ...(isProblem(plain) ? plain : run(design, plain, options)) };
}

function run(design: Design, scenario: PlainScenario, { seed, seeds }: TestOptions) {
  if (seeds === undefined) return simulate(design, { scenario }, seed);
  const many = playSeeds(design, { scenario }, { ...seeds, ...(seed !== undefined && { seed }) });
  return isProblem(many) ? many : { many };
}

/** What became of everything that a scenario expects, and of invariants that broke although nobody spoke of them. */
export function outcomesOf(test: PlayedScenario): readonly ExpectationOutcome[] {
  const judged = 'many' in test ? test.many : test.timeline;
  return [
    ...judged.expectations,
    ...unexpectedViolations(judged).map(({ invariant, detail }) => ({
      text: `never ${invariant}`,
      outcome: 'fail' as const,
      detail: `${detail}.`,
    })),
  ];
}

const lossMeasures = ['dataLoss', 'regionDataLoss'];

/**
 * The invariants that broke and that no expectation speaks of. Whoever says how much may be lost speaks of lost commits:
 * a failover to another Region loses what had not arrived.
 */
export function unexpectedViolations<V extends { readonly invariant: string }>(judged: {
  readonly expectations: readonly ExpectationOutcome[];
  readonly violations: readonly V[];
}): readonly V[] {
  const isSpokenOf = (invariant: string) =>
    judged.expectations.some(({ text, path }) => {
      const isOfLoss = lossMeasures.some((measure) => measure === path?.at(-1));
      return text === `never ${invariant}` || (invariant === 'acked-commit-lost' && isOfLoss);
    });
  return judged.violations.filter(({ invariant }) => !isSpokenOf(invariant));
}

/** Whether a scenario was played and everything that it expects holds. */
export function passes(test: ScenarioTest): boolean {
  return !isProblem(test) && outcomesOf(test).every(({ outcome }) => outcome === 'pass');
}
