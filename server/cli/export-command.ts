import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  type CloudFormationExport,
  type ExportedTemplate,
  exportCloudFormation,
} from '@aurora-blueprint/core/design/writers/cloudformation.ts';
import { remarksOn } from '@aurora-blueprint/core/editing/conversion.ts';
import { checkBlueprint } from '@aurora-blueprint/core/rules/check-blueprint.ts';
import { countOf } from '@aurora-blueprint/core/text/quantity.ts';
import { type Command, Option } from 'commander';
import { documentKind } from '../documents/document-kind.ts';
import { today } from '../today.ts';
import { UsageError } from './exit-status.ts';
import { readBlueprintFile, readInput } from './input-files.ts';

interface ExportOptions {
  readonly to: 'cloudformation';
  readonly out?: string;
}

/** `export`: the designs of a blueprint as CloudFormation templates, printed or written into a folder. */
export function addExportCommand(program: Command): void {
  program
    .command('export')
    .description('Writes the design in a file as CloudFormation templates, one for each Region.')
    .argument('<file>', 'a blueprint')
    .addOption(new Option('--to <format>', 'what to write').choices(['cloudformation']).makeOptionMandatory())
    .option('--out <folder>', 'write a file for each template, over those of the same name; printed when left out')
    .addHelpText(
      'after',
      '\nSeveral templates are printed behind each other, each after a line --- and its file name in a comment.\nWhat no resource of CloudFormation says stands in the Metadata of the template and is read back by import.',
    )
    .action((file: string, { out }: ExportOptions) => {
      const exports = exportsOf(file);
      const templates = exports.flatMap((one) => one.templates);
      process.stderr.write(
        exports
          .flatMap(remarksOn)
          .map((line) => `${line}\n`)
          .join(''),
      );
      if (templates.length === 0)
        throw new UsageError(`${file} has nothing to export. "aurora-blueprint check ${file}" says why.`);
      if (out === undefined) process.stdout.write(printed(templates));
      else writeTemplates(templates, out);
    });
}

function exportsOf(file: string): readonly CloudFormationExport[] {
  if (documentKind(file, '', readInput(file)) === 'cloudformation') {
    throw new UsageError(
      `${file} is a CloudFormation template already. "aurora-blueprint import ${file}" makes a blueprint of it.`,
    );
  }
  const blueprint = readBlueprintFile(file);
  const errors = checkBlueprint(blueprint, { asOf: today() }).filter(({ severity }) => severity === 'error');
  if (errors.length > 0) {
    process.stderr.write(
      `${file} has ${countOf(errors.length, 'error')}. "aurora-blueprint check ${file}" lists them.\n`,
    );
  }
  const taken = new Set<string>();
  return blueprint.documents.map(({ design }) => {
    const exported = exportCloudFormation(design, taken);
    for (const { fileName } of exported.templates) taken.add(fileName);
    return exported;
  });
}

function printed(templates: readonly ExportedTemplate[]): string {
  const [only, ...others] = templates;
  if (others.length === 0) return only?.text ?? '';
  return templates.map(({ fileName, text }) => `---\n# ${fileName}\n${text}`).join('');
}

function writeTemplates(templates: readonly ExportedTemplate[], folder: string): void {
  try {
    mkdirSync(folder, { recursive: true });
    for (const { fileName, text } of templates) {
      const file = join(folder, fileName);
      writeFileSync(file, text);
      process.stdout.write(`${file}\n`);
    }
  } catch (error) {
    throw new UsageError(`${folder} cannot be written: ${error instanceof Error ? error.message : String(error)}`);
  }
}
