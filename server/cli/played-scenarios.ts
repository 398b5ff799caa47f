import { resolve } from 'node:path';
import type { Path } from '@aurora-blueprint/core/design/path.ts';
import {
  type Blueprint,
  type BlueprintDocument,
  readBlueprint,
} from '@aurora-blueprint/core/design/readers/blueprint.ts';
import { readScenarioFile } from '@aurora-blueprint/core/design/readers/scenario-file.ts';
import { missingDesign } from '@aurora-blueprint/core/rules/scenarios/sim018-missing-design.ts';
import {
  type PlayedScenario,
  runScenario,
  scenarioName,
  type TestOptions,
} from '@aurora-blueprint/core/simulation/run-scenarios.ts';
import { isProblem } from '@aurora-blueprint/core/simulation/scenario.ts';
import { unknownScenario } from '@aurora-blueprint/core/simulation/simulate.ts';
import { LineIndex } from '@aurora-blueprint/core/text/line-index.ts';
import { DesignFiles } from '../documents/design-files.ts';
import { documentKind } from '../documents/document-kind.ts';
import { designsBeside } from '../documents/scenario-designs.ts';
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
  const kind = documentKind(file, '', '');
  // Folders and globs also name templates and SQL.
  if (!isOnly && kind !== 'blueprint' && kind !== 'scenarios') return [];
  const { text, documents } = kind === 'scenarios' ? readScenarios(file) : readDesigns(file, isOnly);
  return documents.flatMap((document) =>
    document.design.scenarios.items.map((scenario) => ({ playable: { file, text, document }, scenario })),
  );
}

function readDesigns(file: string, isOnly: boolean): Blueprint {
  return isOnly ? readBlueprintFile(file) : readBlueprint(readInput(file));
}

function readScenarios(file: string): Blueprint {
  return readScenarioFile(readInput(file), designsBeside(resolve(file), new DesignFiles()));
}

type Scenario = BlueprintDocument['design']['scenarios']['items'][number];

function play({ file, text, document }: Playable, scenario: Scenario, options: TestOptions): ScenarioOfFile {
  const lines = new LineIndex(text);
  const lineOf = (path: Path) => lines.positionAt(document.locator.rangeOf(path, 'key').start).line + 1;
  const missing = document.beside && missingDesign(document.beside);
  if (missing !== undefined) throw new UsageError(`${file}:${lineOf(['design'])}: ${missing.message}`);
  const before = performance.now();
  const test = runScenario(document.design, scenario, options);
  const seconds = (performance.now() - before) / 1000;
  if (isProblem(test)) throw new UsageError(`${file}:${lineOf(test.path)}: ${test.problem}`);
  return { file, scenario: test, lineOf, seconds };
}

function nameOf([first = '', ...others]: readonly string[]): string {
  return others.length === 0 ? first : `None of the ${others.length + 1} files`;
}
