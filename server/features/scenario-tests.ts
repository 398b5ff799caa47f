import { performance } from 'node:perf_hooks';
import type { Design, Scenario } from '@aurora-blueprint/core/design/design.ts';
import { knownOr } from '@aurora-blueprint/core/design/node.ts';
import type { Path } from '@aurora-blueprint/core/design/path.ts';
import { type Blueprint, readBlueprint } from '@aurora-blueprint/core/design/readers/blueprint.ts';
import {
  type RunScenarioTestParams,
  type RunScenarioTestResult,
  runScenarioTestMethod,
  type ScenarioTestMessage,
  type ScenarioTestsParams,
  type ScenarioTestsResult,
  scenarioTestsMethod,
} from '@aurora-blueprint/core/protocol/scenario-test-requests.ts';
import { outcomesOf, passes, runScenario, scenarioName } from '@aurora-blueprint/core/simulation/run-scenarios.ts';
import { defaultSeed, isProblem } from '@aurora-blueprint/core/simulation/scenario.ts';
import { LineIndex } from '@aurora-blueprint/core/text/line-index.ts';
import { RequestType } from 'vscode-languageserver';
import { scenarioAsText } from '../cli/simulate-text.ts';
import { documentKind } from '../documents/document-kind.ts';
import { textOfFile } from '../documents/text-of-file.ts';
import { pathOfUri } from '../documents/uri-of-file.ts';
import { toProtocolRange } from '../protocol-ranges.ts';
import type { Feature, ServerContext } from './feature.ts';

const list = new RequestType<ScenarioTestsParams, ScenarioTestsResult, void>(scenarioTestsMethod);
const run = new RequestType<RunScenarioTestParams, RunScenarioTestResult, void>(runScenarioTestMethod);

/** `aurora/scenarioTests` and `aurora/runScenarioTest`: the scenarios of a blueprint as tests, run as the command line does. */
export const scenarioTests: Feature = {
  capabilities: () => ({}),
  register: (context) => {
    context.connection.onRequest(list, ({ uri }) => ({
      tests: testsIn(context, uri).map(({ id, scenario, rangeOf }) => ({
        id,
        name: scenarioName(scenario),
        range: rangeOf(scenario.name.presence === 'absent' ? scenario.path : scenario.name.path),
        seed: knownOr(scenario.seed, defaultSeed) ?? defaultSeed,
      })),
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
}

/** The scenarios of all designs of a blueprint. Of two with one name the second has a number behind its id. */
function testsIn(context: ServerContext, uri: string): readonly FoundTest[] {
  const blueprint = blueprintAt(context, uri);
  if (blueprint === undefined) return [];
  const lines = new LineIndex(blueprint.text);
  const seen = new Map<string, number>();
  return blueprint.documents.flatMap(({ design, locator }) =>
    design.scenarios.items.map((scenario) => {
      const name = scenarioName(scenario);
      const count = (seen.get(name) ?? 0) + 1;
      seen.set(name, count);
      const rangeOf = (path: Path) => toProtocolRange(lines, locator.rangeOf(path));
      return { id: count === 1 ? name : `${name} (${count})`, design, scenario, rangeOf };
    }),
  );
}

/** What is being edited, or else what stands on disk. */
function blueprintAt({ documents, analyzer }: ServerContext, uri: string): Blueprint | undefined {
  if (documents.get(uri) !== undefined) {
    const analysis = analyzer.analyze(uri);
    return analysis?.kind === 'blueprint' ? analysis.blueprint : undefined;
  }
  const path = pathOfUri(uri);
  const text = path === undefined || documentKind(uri, '', '') !== 'blueprint' ? undefined : textOfFile(path);
  return text === undefined ? undefined : readBlueprint(text);
}

function play({ design, scenario, rangeOf }: FoundTest): RunScenarioTestResult {
  const before = performance.now();
  const test = runScenario(design, scenario);
  const duration = performance.now() - before;
  if (isProblem(test)) {
    const messages = [{ message: test.problem, range: rangeOf(scenario.path) }];
    return { outcome: 'inconclusive', messages, output: `${test.problem}\n`, duration };
  }
  const outcomes = outcomesOf(test);
  const messages = outcomes
    .filter(({ outcome }) => outcome !== 'pass')
    .map(({ text, detail, path }) => ({ message: `${text}: ${detail}`, range: rangeOf(path ?? scenario.path) }));
  const isFailed = outcomes.some(({ outcome }) => outcome === 'fail');
  const outcome = passes(test) ? 'passed' : isFailed ? 'failed' : 'inconclusive';
  return { outcome, messages, output: scenarioAsText(test), duration };
}

function gone(id: string): RunScenarioTestResult {
  return { outcome: 'inconclusive', messages: [], output: `There is no scenario ${id} any more.\n`, duration: 0 };
}
