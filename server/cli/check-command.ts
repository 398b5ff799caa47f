import { resolve } from 'node:path';
import { readBlueprint } from '@aurora-blueprint/core/design/readers/blueprint.ts';
import { readTemplate } from '@aurora-blueprint/core/design/readers/template.ts';
import { checkBlueprint } from '@aurora-blueprint/core/rules/check-blueprint.ts';
import { checkTemplate } from '@aurora-blueprint/core/rules/check-template.ts';
import { applySeverities, type SeverityOverrides } from '@aurora-blueprint/core/rules/control/severity-overrides.ts';
import type { Finding, Severity } from '@aurora-blueprint/core/rules/finding.ts';
import type { Profile } from '@aurora-blueprint/core/rules/profile.ts';
import { type Command, InvalidArgumentError, Option } from 'commander';
import { analyzeSqlFile } from '../documents/analyze-sql-file.ts';
import { BlueprintFiles } from '../documents/blueprint-files.ts';
import { documentKind } from '../documents/document-kind.ts';
import { today } from '../today.ts';
import { type CheckedFile, findingsAsJson } from './check-json.ts';
import { findingsAsText } from './check-text.ts';
import { ExitStatus } from './exit-status.ts';
import { inputFiles, readInput } from './input-files.ts';
import { readParameters } from './parameters-file.ts';

interface CheckOptions {
  readonly format: 'text' | 'json';
  readonly maxSeverity: Severity;
  readonly profile?: Profile;
  readonly asOf: string;
  readonly rule: SeverityOverrides;
  readonly parameters?: ReadonlyMap<string, string>;
}

const order: readonly Severity[] = ['info', 'warning', 'error'];

/** `check`: the findings of files, and an exit status for CI. */
export function addCheckCommand(program: Command): void {
  program
    .command('check')
    .description('Says what is wrong with blueprints, CloudFormation templates and Aurora ML SQL.')
    .argument('<files...>', 'files, folders, globs')
    .addOption(new Option('--format <format>', 'how to print').choices(['text', 'json']).default('text'))
    .addOption(
      new Option('--max-severity <severity>', 'the highest severity that still passes')
        .choices(order)
        .default('warning'),
    )
    .addOption(new Option('--profile <profile>', 'how strictly to judge').choices(['production', 'development']))
    .option('--rule <id=severity>', 'severity of a rule, or off; can be given several times', addOverride, {})
    .option('--parameters <file>', 'values for the parameters of templates, as JSON', readParameters)
    .option('--as-of <date>', 'the day to judge by (YYYY-MM-DD)', parseDay, today())
    .action((names: string[], options: CheckOptions) => {
      const files = inputFiles(names).map((file) => checkFile(file, options));
      const print = options.format === 'json' ? findingsAsJson : findingsAsText;
      process.stdout.write(print(files, options.asOf));
      process.exitCode = files.some(({ findings }) => fails(findings, options))
        ? ExitStatus.findings
        : ExitStatus.clean;
    });
}

function addOverride(text: string, overrides: SeverityOverrides): SeverityOverrides {
  const [id = '', severity = ''] = text.split('=');
  const known = [...order, 'off' as const].find((one) => one === severity);
  if (id === '' || known === undefined) throw new InvalidArgumentError('Write AUR103=off, =info, =warning or =error.');
  return { ...overrides, [id.toUpperCase()]: known };
}

function fails(findings: readonly Finding[], { maxSeverity }: CheckOptions): boolean {
  return findings.some(({ severity }) => order.indexOf(severity) > order.indexOf(maxSeverity));
}

function parseDay(text: string): string {
  const day = new Date(`${text}T00:00:00Z`);
  // A day that no month has rolls over into the next.
  const isDay = !Number.isNaN(day.getTime()) && day.toISOString().startsWith(`${text}T`);
  if (!isDay) throw new InvalidArgumentError('Write a day as YYYY-MM-DD, such as 2026-11-23.');
  return text;
}

function checkFile(file: string, { profile, rule, asOf, parameters }: CheckOptions): CheckedFile {
  const text = readInput(file);
  const options = { severities: rule, asOf, ...(profile === undefined ? {} : { profile }) };
  const kind = documentKind(file, '', text);
  if (kind === 'blueprint') {
    return { file, kind, text, findings: checkBlueprint(readBlueprint(text), options) };
  }
  if (kind === 'cloudformation') {
    const template = readTemplate(text, parameters);
    return { file, kind, text, findings: template === undefined ? [] : checkTemplate(template, options) };
  }
  if (kind !== 'sql') return { file, kind, text, findings: [] };
  const blueprints = new BlueprintFiles();
  const analysis = analyzeSqlFile({
    text,
    path: resolve(file),
    setting: undefined,
    root: process.cwd(),
    readBlueprint: (path) => blueprints.read(path),
  });
  return { file, kind, text, findings: applySeverities(analysis?.findings ?? [], rule) };
}
