import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ImportedBlueprint } from '@aurora-blueprint/core/design/import/import-blueprints.ts';
import { importTexts } from '@aurora-blueprint/core/design/import/import-texts.ts';
import { blueprintFileStem } from '@aurora-blueprint/core/editing/conversion.ts';
import { nearestName } from '@aurora-blueprint/core/text/nearest-name.ts';
import type { Command } from 'commander';
import { UsageError } from './exit-status.ts';
import { inputFiles, readInput, readStandardInput } from './input-files.ts';
import { readParameters } from './parameters-file.ts';

interface ImportCommandOptions {
  readonly parameters?: ReadonlyMap<string, string>;
  readonly region?: string;
  readonly cluster?: string;
  readonly out?: string;
}

const readable =
  'Import takes CloudFormation templates with Aurora clusters, and what describe-db-clusters, describe-db-instances, describe-global-clusters and describe-db-cluster-endpoints of the AWS CLI print.';

/** `import`: blueprints of clusters that exist, or that a template describes. */
export function addImportCommand(program: Command): void {
  program
    .command('import')
    .description('Makes blueprints of CloudFormation templates, or of what the AWS CLI prints for running clusters.')
    .argument(
      '<files...>',
      'templates and outputs of the AWS CLI, read together; folders and globs of templates; - is the standard input',
    )
    .option('--parameters <file>', 'values for the parameters of templates, as JSON', readParameters)
    .option('--region <region>', 'the Region of clusters of which the files do not say it')
    .option('--cluster <id>', 'the design to print: its name, or the identifier of one of its clusters')
    .option('--out <folder>', 'write a file for each design; one is printed when left out')
    .addHelpText(
      'after',
      '\nDescribe commands: aws rds describe-db-clusters, describe-db-instances, describe-global-clusters,\ndescribe-db-cluster-endpoints; aws application-autoscaling describe-scalable-targets, describe-scaling-policies.\nWhat no file says stands in the blueprint as a comment.',
    )
    .action((names: string[], { cluster, out, ...options }: ImportCommandOptions) => {
      const files = names.flatMap((name) => (name === '-' ? [name] : inputFiles([name])));
      if (files.length === 0) throw new UsageError(`No template with Aurora stands in ${names.join(', ')}.`);
      const texts = files.map((file) => (file === '-' ? readStandardInput() : readInput(file)));
      const { blueprints, unrecognised } = importTexts(texts, options);
      const [strange] = unrecognised;
      if (strange !== undefined) throw new UsageError(`${files[strange]} cannot be imported. ${readable}`);
      const chosen = cluster === undefined ? blueprints : [choose(blueprints, cluster)];
      if (chosen.length === 0) throw new UsageError(`No Aurora cluster stands in ${files.join(', ')}.`);
      if (out === undefined) print(chosen);
      else write(chosen, out);
      for (const { name, notes } of chosen) {
        for (const { text } of notes) process.stderr.write(`${name}: ${text}\n`);
      }
    });
}

function choose(blueprints: readonly ImportedBlueprint[], id: string): ImportedBlueprint {
  const chosen = blueprints.find(({ name, clusters }) => name === id || clusters.includes(id));
  if (chosen !== undefined) return chosen;
  const ids = blueprints.flatMap(({ name, clusters }) => [name, ...clusters]);
  const nearest = nearestName(id, ids);
  const advice = nearest === undefined ? `There are ${[...new Set(ids)].join(', ')}.` : `Did you mean ${nearest}?`;
  throw new UsageError(`There is no cluster ${id}. ${advice}`);
}

function print(blueprints: readonly ImportedBlueprint[]): void {
  const [only, ...others] = blueprints;
  if (others.length > 0) {
    const names = blueprints.map(({ name }) => name).join(', ');
    throw new UsageError(
      `There are ${blueprints.length} designs: ${names}. Choose one with --cluster, or write all with --out FOLDER.`,
    );
  }
  process.stdout.write(only?.text ?? '');
}

/** Writes a file for each design; one that is there already stays as it is. */
function write(blueprints: readonly ImportedBlueprint[], folder: string): void {
  try {
    mkdirSync(folder, { recursive: true });
    for (const { name, text } of blueprints) {
      const file = join(folder, `${blueprintFileStem(name)}.aurora.yaml`);
      writeFileSync(file, text, { flag: 'wx' });
      process.stdout.write(`${file}\n`);
    }
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new UsageError(`A blueprint cannot be written: ${reason}. Files that exist are not written over.`);
  }
}
