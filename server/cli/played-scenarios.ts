import type { Path } from '@aurora-blueprint/core/design/path.ts';
import { type BlueprintDocument, readBlueprint } from '@aurora-blueprint/core/design/readers/blueprint.ts';
import {
  type PlayedScenario,
  runScenario,
  scenarioName,
  type TestOptions,
} from '@aurora-blueprint/core/simulation/run-scenarios.ts';
import { isProblem } from '@aurora-blueprint/core/simulation/scenario.ts';
import { unknownScenario } from '@aurora-blueprint/core/simulation/simulate.ts';
import { LineIndex } from '@aurora-blueprint/core/text/line-index.ts';
import { documentKind } from '../documents/document-kind.ts';
import { UsageError } from './exit-status.ts';
import { readBlueprintFile, readInput } from './input-files.ts';

/** A scenario of a file that was played. */
export interface ScenarioOfFile {
  readonly file: string;
  readonly scenario: PlayedScenario;
  /** The line, from 1 on, on which something of the scenario stands. */
  readonly lineOf: (path: Path) => number;
  /** How long playing it took. */
  readonly seconds: number;
}

interface Playable {
  readonly file: string;
  readonly text: string;
  readonly document: BlueprintDocument;
}

/**
 * Plays the scenarios of blueprints, or those of one name. Throws a UsageError when there are none, and for one that cannot
 * be played.
 */
export function playScenarios(
  files: readonly string[],
  options: TestOptions,
  name: string | undefined,
): readonly ScenarioOfFile[] {
  const all = files.flatMap((file) => scenariosIn(file, files.length === 1));
  const wanted = all.filter(({ scenario }) => name === undefined || scenarioName(scenario) === name);
  if (all.length === 0) throw new UsageError(`${nameOf(files)} has no scenarios. Write some under "scenarios:".`);
  if (wanted.length === 0) {
    throw new UsageError(
      unknownScenario(
        all.map(({ scenario }) => scenarioName(scenario)),
        name ?? '',
      ),
    );
  }
  return wanted.map(({ playable, scenario }) => play(playable, scenario, options));
}

function scenariosIn(file: string, isOnly: boolean) {
  // Folders and globs also name templates and SQL.
  if (!isOnly && documentKind(file, '', '') !== 'blueprint') return [];
  const { text, documents } = isOnly ? readBlueprintFile(file) : readBlueprint(readInput(file));
  return documents.flatMap((document) =>
    document.design.scenarios.items.map((scenario) => ({ playable: { file, text, document }, scenario })),
  );
}

type Scenario = BlueprintDocument['design']['scenarios']['items'][number];

function play({ file, text, document }: Playable, scenario: Scenario, options: TestOptions): ScenarioOfFile {
  const lines = new LineIndex(text);
  const lineOf = (path: Path) => lines.positionAt(document.locator.rangeOf(path, 'key').start).line + 1;
  const before = performance.now();
  const test = runScenario(document.design, scenario, options);
  const seconds = (performance.now() - before) / 1000;
  if (isProblem(test)) throw new UsageError(`${file}:${lineOf(test.path)}: ${test.problem}`);
  return { file, scenario: test, lineOf, seconds };
}

function nameOf([first = '', ...others]: readonly string[]): string {
  return others.length === 0 ? first : `None of the ${others.length + 1} files`;
}
