import type { SeverityOverrides } from '@aurora-blueprint/core/rules/control/severity-overrides.ts';
import type { Finding, Severity } from '@aurora-blueprint/core/rules/finding.ts';
import { type Command, InvalidArgumentError, Option } from 'commander';
import { ParserOpinions } from '../documents/parser-opinions.ts';
import { syntaxErrorsModes } from '../settings.ts';
import { today } from '../today.ts';
import { type CheckedFile, checkFiles, type JudgeOptions } from './check-file.ts';
import { findingsAsJson } from './check-json.ts';
import { findingsAsSarif } from './check-sarif.ts';
import { findingsAsText } from './check-text.ts';
import { withEarlierTexts } from './earlier-texts.ts';
import { ExitStatus, UsageError } from './exit-status.ts';
import { fixFiles } from './fix-files.ts';
import { type Input, inputFiles, readInput, readStandardInput } from './input-files.ts';
import { readParameters } from './parameters-file.ts';
import { terminalOf } from './terminal.ts';

interface CheckOptions extends JudgeOptions {
  readonly format: 'text' | 'json' | 'sarif';
  readonly maxSeverity: Severity;
  readonly fix?: boolean;
  readonly stdinFilename?: string;
  readonly against?: string;
}

const order: readonly Severity[] = ['info', 'warning', 'error'];
const standardInput = '-';

/** `check`: the findings of files, and an exit status for CI. `bundles` is the folder with the workers that parse SQL. */
export function addCheckCommand(program: Command, bundles: URL): void {
  program
    .command('check')
    .description('Says what is wrong with blueprints, scenarios, CloudFormation templates and Aurora ML SQL.')
    .argument('<files...>', 'files, folders, globs; - reads standard input')
    .addOption(new Option('--format <format>', 'how to print').choices(['text', 'json', 'sarif']).default('text'))
    .option('--fix', 'writes the fixes that take no decision into the files, and says what is left')
    .addOption(
      new Option('--max-severity <severity>', 'the highest severity that still passes')
        .choices(order)
        .default('warning'),
    )
    .addOption(new Option('--profile <profile>', 'how strictly to judge').choices(['production', 'development']))
    .option('--rule <id=severity>', 'severity of a rule, or off; can be given several times', addOverride, {})
    .option('--against <ref|file>', 'says what the edit does: a revision of git, or an earlier file or folder')
    .option('--parameters <file>', 'values for the parameters of templates, as JSON', readParameters)
    .addOption(
      new Option('--syntax-errors <files>', 'the SQL files in which syntax errors are looked for')
        .choices(syntaxErrorsModes)
        .default('auroraMl'),
    )
    .option('--as-of <date>', 'the day to judge by (YYYY-MM-DD)', parseDay, today())
    .option('--stdin-filename <name>', 'the file that standard input stands for, such as orders.aurora.yaml')
    .action(async (names: string[], options: CheckOptions) => {
      const now = inputsOf(names, options);
      const inputs = options.against === undefined ? now : await withEarlierTexts(now, names, options.against);
      const files = await check(inputs, options, new ParserOpinions(bundles));
      process.stdout.write(print(files, options));
      process.exitCode = files.some(({ findings }) => fails(findings, options))
        ? ExitStatus.findings
        : ExitStatus.clean;
    });
}

async function check(
  inputs: readonly Input[],
  options: CheckOptions,
  opinions: ParserOpinions,
): Promise<readonly CheckedFile[]> {
  try {
    return await (options.fix === true ? fixFiles : checkFiles)(inputs, options, opinions);
  } finally {
    await opinions.close();
  }
}

function inputsOf(names: readonly string[], { fix, stdinFilename }: CheckOptions): readonly Input[] {
  const files = inputFiles(names.filter((name) => name !== standardInput));
  const inputs = files.map((file) => ({ file, text: readInput(file) }));
  if (!names.includes(standardInput)) return inputs;
  if (stdinFilename === undefined) {
    throw new UsageError('Say what standard input is: --stdin-filename orders.aurora.yaml.');
  }
  if (fix === true) throw new UsageError('--fix writes files, and standard input is none: name the file itself.');
  return [...inputs, { file: stdinFilename, text: readStandardInput() }];
}

function print(files: readonly CheckedFile[], { format, asOf }: CheckOptions): string {
  if (format === 'json') return findingsAsJson(files, asOf);
  if (format === 'sarif') return findingsAsSarif(files, process.cwd());
  return findingsAsText(files, terminalOf(process.stdout, process.env));
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
