import { performance } from 'node:perf_hooks';
import type { Design, Scenario } from '@aurora-blueprint/core/design/design.ts';
import { knownOr } from '@aurora-blueprint/core/design/node.ts';
import type { Path } from '@aurora-blueprint/core/design/path.ts';
import type { StagePlace } from '@aurora-blueprint/core/protocol/client-commands.ts';
import {
  type RunScenarioTestParams,
  type RunScenarioTestResult,
  runScenarioTestMethod,
  type ScenarioTestMessage,
  type ScenarioTestsParams,
  type ScenarioTestsResult,
  scenarioTestsMethod,
} from '@aurora-blueprint/core/protocol/scenario-test-requests.ts';
import { missingDesign } from '@aurora-blueprint/core/rules/scenarios/sim018-missing-design.ts';
import { outcomesOf, passes, runScenario, scenarioName } from '@aurora-blueprint/core/simulation/run-scenarios.ts';
import { defaultSeed, isProblem } from '@aurora-blueprint/core/simulation/scenario.ts';
import { RequestType } from 'vscode-languageserver';
import { scenarioAsText } from '../cli/simulate-text.ts';
import { toProtocolRange } from '../protocol-ranges.ts';
import { analysisAt } from './analysis-at.ts';
import type { Feature, ServerContext } from './feature.ts';
import { placeInPanel } from './place-in-panel.ts';

const list = new RequestType<ScenarioTestsParams, ScenarioTestsResult, void>(scenarioTestsMethod);
const run = new RequestType<RunScenarioTestParams, RunScenarioTestResult, void>(runScenarioTestMethod);

/** `aurora/scenarioTests` and `aurora/runScenarioTest`: the scenarios of a blueprint or a scenario file as tests, run as the command line does. */
export const scenarioTests: Feature = {
  capabilities: () => ({}),
  register: (context) => {
    context.connection.onRequest(list, ({ uri }) => ({
      tests: testsIn(context, uri).map(({ id, scenario, rangeOf, shownAt }) => {
        const name = scenarioName(scenario);
        const range = rangeOf(scenario.name.presence === 'absent' ? scenario.path : scenario.name.path);
        const seed = knownOr(scenario.seed, defaultSeed) ?? defaultSeed;
        return { id, name, range, ...(shownAt && { place: { ...shownAt(name), seed } }) };
      }),
    }));
    context.connection.onRequest(run, ({ uri, id }) => {
      const found = testsIn(context, uri).find((test) => test.id === id);
      return found === undefined ? gone(id) : play(found);
    });
  },
};

interface FoundTest {
  readonly id: string;
  readonly design: Design;
  readonly scenario: Scenario;
  readonly rangeOf: (path: Path) => ScenarioTestMessage['range'];
  /** What shows a scenario of its name in the panel. */
  readonly shownAt?: ((name: string) => StagePlace) | undefined;
  /** Why there is no design to play it on. */
  readonly obstacle?: ScenarioTestMessage;
}

/** The scenarios of all designs of a file. Of two with one name the second has a number behind its id. */
function testsIn(context: ServerContext, uri: string): readonly FoundTest[] {
  const analysis = analysisAt(context, uri);
  if (analysis?.kind !== 'blueprint' && analysis?.kind !== 'scenarios') return [];
  const seen = new Map<string, number>();
  return analysis.blueprint.documents.flatMap(({ design, locator, beside }, index) => {
    const rangeOf = (path: Path) => toProtocolRange(analysis.lines, locator.rangeOf(path));
    const missing = beside && missingDesign(beside);
    const shownAt = placeInPanel(context, uri, analysis, index);
    const obstacle = missing && { message: missing.message, range: rangeOf(beside.name.path) };
    return design.scenarios.items.map((scenario) => {
      const name = scenarioName(scenario);
      const count = (seen.get(name) ?? 0) + 1;
      seen.set(name, count);
      const id = count === 1 ? name : `${name} (${count})`;
      return { id, design, scenario, rangeOf, shownAt, ...(obstacle && { obstacle }) };
    });
  });
}

function play({ design, scenario, rangeOf, obstacle }: FoundTest): RunScenarioTestResult {
  if (obstacle !== undefined) return notPlayed(obstacle, 0);
  const before = performance.now();
  const test = runScenario(design, scenario);
  const duration = performance.now() - before;
  if (isProblem(test)) return notPlayed({ message: test.problem, range: rangeOf(scenario.path) }, duration);
  const outcomes = outcomesOf(test);
  const messages = outcomes
    .filter(({ outcome }) => outcome !== 'pass')
    .map(({ text, detail, path }) => ({ message: `${text}: ${detail}`, range: rangeOf(path ?? scenario.path) }));
  const isFailed = outcomes.some(({ outcome }) => outcome === 'fail');
  const outcome = passes(test) ? 'passed' : isFailed ? 'failed' : 'inconclusive';
  return { outcome, messages, output: scenarioAsText(test), duration };
}

function notPlayed(why: ScenarioTestMessage, duration: number): RunScenarioTestResult {
  return { outcome: 'inconclusive', messages: [why], output: `${why.message}\n`, duration };
}

function gone(id: string): RunScenarioTestResult {
  return { outcome: 'inconclusive', messages: [], output: `There is no scenario ${id} any more.\n`, duration: 0 };
}
