import { passes } from '@aurora-blueprint/core/simulation/run-scenarios.ts';
import { mostSeeds } from '@aurora-blueprint/core/simulation/seeds/judge-runs.ts';
import { defaultShare } from '@aurora-blueprint/core/simulation/seeds/play-seeds.ts';
import { type Command, InvalidArgumentError, Option } from 'commander';
import { ExitStatus, UsageError } from './exit-status.ts';
import { inputFiles } from './input-files.ts';
import { playScenarios, type ScenarioOfFile } from './played-scenarios.ts';
import { scenariosAsJson } from './simulate-json.ts';
import { scenariosAsJUnit } from './simulate-junit.ts';
import { scenariosAsText } from './simulate-text.ts';

interface SimulateOptions {
  readonly scenario?: string;
  readonly seed?: number;
  readonly seeds?: number;
  readonly share?: number;
  readonly format: 'text' | 'json' | 'junit';
}

const formats: Readonly<Record<SimulateOptions['format'], (scenarios: readonly ScenarioOfFile[]) => string>> = {
  text: scenariosAsText,
  json: scenariosAsJson,
  junit: scenariosAsJUnit,
};

/** `simulate`: plays the scenarios of blueprints and judges what they expect. */
export function addSimulateCommand(program: Command): void {
  program
    .command('simulate')
    .description('Plays the scenarios of designs; fails when an expectation does not hold, or cannot be judged.')
    .argument('<files...>', 'blueprints with scenarios, and scenario files: files, folders or globs')
    .option('--scenario <name>', 'only this one')
    .option('--seed <number>', 'another seed than the scenario asks for', wholeNumber)
    .option('--seeds <number>', 'plays with so many seeds, from the first one on', seedCount)
    .option('--share <share>', `of all runs in which an expectation has to hold (${defaultShare})`, share)
    .addOption(new Option('--format <format>', 'how to print').choices(Object.keys(formats)).default('text'))
    .action((names: readonly string[], { scenario, seed, seeds, share, format }: SimulateOptions) => {
      if (share !== undefined && seeds === undefined) throw new UsageError('--share needs --seeds.');
      const options = {
        ...(seed !== undefined && { seed }),
        ...(seeds !== undefined && { seeds: { runs: seeds, share: share ?? defaultShare } }),
      };
      const scenarios = playScenarios(inputFiles(names), options, scenario);
      process.stdout.write(formats[format](scenarios));
      process.exitCode = scenarios.every((played) => passes(played.scenario)) ? ExitStatus.clean : ExitStatus.findings;
    });
}

function wholeNumber(text: string): number {
  const number = Number(text);
  if (!Number.isSafeInteger(number) || number < 0) throw new InvalidArgumentError('It is a whole number, 0 or more.');
  return number;
}

function seedCount(text: string): number {
  const number = wholeNumber(text);
  if (number < 1 || number > mostSeeds) throw new InvalidArgumentError(`It is a whole number from 1 to ${mostSeeds}.`);
  return number;
}

function share(text: string): number {
  const number = text.trim() === '' ? Number.NaN : Number(text);
  if (!(number > 0 && number < 1)) throw new InvalidArgumentError('It is a number between 0 and 1, such as 0.95.');
  return number;
}
