import type { Design } from '@aurora-blueprint/core/design/design.ts';
import { known } from '@aurora-blueprint/core/design/node.ts';
import { simulate } from '@aurora-blueprint/core/simulation/simulate.ts';
import type { Timeline } from '@aurora-blueprint/core/simulation/timeline.ts';
import { type Command, InvalidArgumentError, Option } from 'commander';
import { ExitStatus, UsageError } from './exit-status.ts';
import { readBlueprintFile } from './input-files.ts';
import { timelinesAsJson } from './simulate-json.ts';
import { timelineAsText } from './simulate-text.ts';

interface SimulateOptions {
  readonly scenario?: string;
  readonly seed?: number;
  readonly format: 'text' | 'json';
}

/** `simulate`: plays the scenarios of a blueprint and judges what they expect. */
export function addSimulateCommand(program: Command): void {
  program
    .command('simulate')
    .description('Plays the scenarios of a design; fails when an expectation does not hold.')
    .argument('<file>', 'a blueprint with scenarios')
    .option('--scenario <name>', 'only this one')
    .option('--seed <number>', 'another seed than the scenario asks for', wholeNumber)
    .addOption(new Option('--format <format>', 'how to print').choices(['text', 'json']).default('text'))
    .action((file: string, options: SimulateOptions) => {
      const timelines = readBlueprintFile(file).documents.flatMap(({ design }) => play(design, options));
      if (timelines.length === 0) throw new UsageError(`${file} has no scenarios. Write some under "scenarios:".`);
      const text = options.format === 'json' ? timelinesAsJson(timelines) : timelines.map(timelineAsText).join('\n');
      process.stdout.write(text);
      process.exitCode = timelines.every(holds) ? ExitStatus.clean : ExitStatus.findings;
    });
}

function play(design: Design, { scenario, seed }: SimulateOptions): readonly Timeline[] {
  const all = design.scenarios.items.flatMap(({ name }) => known(name) ?? []);
  return (scenario === undefined ? all : [scenario]).map((name) => {
    const result = simulate(design, { scenario: name }, seed);
    if ('problem' in result) throw new UsageError(result.problem);
    return result.timeline;
  });
}

function holds({ expectations, violations }: Timeline): boolean {
  return violations.length === 0 && expectations.every(({ outcome }) => outcome === 'pass');
}

function wholeNumber(text: string): number {
  const number = Number(text);
  if (!Number.isSafeInteger(number) || number < 0) throw new InvalidArgumentError('It is a whole number, 0 or more.');
  return number;
}
