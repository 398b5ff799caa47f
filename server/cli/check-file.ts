import { readBlueprint } from '@aurora-blueprint/core/design/readers/blueprint.ts';
import { readScenarioFile } from '@aurora-blueprint/core/design/readers/scenario-file.ts';
import { readTemplate } from '@aurora-blueprint/core/design/readers/template.ts';
import { checkBlueprint } from '@aurora-blueprint/core/rules/check-blueprint.ts';
import { checkTemplate } from '@aurora-blueprint/core/rules/check-template.ts';
import { applySeverities, type SeverityOverrides } from '@aurora-blueprint/core/rules/control/severity-overrides.ts';
import type { Finding } from '@aurora-blueprint/core/rules/finding.ts';
import type { Profile } from '@aurora-blueprint/core/rules/profile.ts';
import { analyzeSqlFile } from '../documents/analyze-sql-file.ts';
import { type DocumentKind, documentKind } from '../documents/document-kind.ts';
import type { ParserOpinions } from '../documents/parser-opinions.ts';
import type { SyntaxErrors } from '../settings.ts';
import { CheckedProject } from './checked-project.ts';
import type { Input } from './input-files.ts';

/** One examined file with what was found in it. */
export interface CheckedFile {
  readonly file: string;
  readonly kind: DocumentKind;
  readonly text: string;
  readonly findings: readonly Finding[];
  /** How many findings were mended; undefined where nobody asked for it. */
  readonly fixed?: number;
}

/** How files are judged. */
export interface JudgeOptions {
  readonly profile?: Profile;
  /** The day to judge by (`YYYY-MM-DD`). */
  readonly asOf: string;
  readonly rule: SeverityOverrides;
  readonly parameters?: ReadonlyMap<string, string>;
  /** In which SQL files syntax errors are looked for. */
  readonly syntaxErrors: SyntaxErrors;
}

/** What stands around the files that are examined. */
export interface CheckSurroundings {
  readonly project: CheckedProject;
  readonly opinions: ParserOpinions;
}

/** What is found in texts. */
export async function checkFiles(
  inputs: readonly Input[],
  options: JudgeOptions,
  opinions: ParserOpinions,
): Promise<readonly CheckedFile[]> {
  const around = { project: projectOf(inputs, options), opinions };
  const files: CheckedFile[] = [];
  for (const input of inputs) files.push(await checkFile(input, options, around));
  return files;
}

/** What is found in a text, read as the file of that name. */
export async function checkFile(
  input: Input,
  options: JudgeOptions,
  { project, opinions }: CheckSurroundings,
): Promise<CheckedFile> {
  const { file, text } = input;
  const kind = documentKind(file, '', text);
  const sql = kind === 'sql' ? analyzeSqlFile(project.sqlFile(file, text)) : undefined;
  if (sql === undefined) return { file, kind, text, findings: findingsIn(input, options, project) };
  await opinions.ask(sql);
  return { file, kind, text, findings: applySeverities(opinions.findingsOn(sql), options.rule) };
}

/** The same without what parsers say of SQL, which has to be waited for. */
export function findingsIn(input: Input, judge: JudgeOptions, project: CheckedProject): readonly Finding[] {
  const { file, text, earlier = '' } = input;
  const { profile, rule, asOf, parameters } = judge;
  const kind = documentKind(file, '', text);
  const calledServices = (design: number) => project.calledServices(file, design);
  const options = { severities: rule, asOf, calledServices, ...(profile === undefined ? {} : { profile }) };
  if (kind === 'blueprint') return checkBlueprint(readBlueprint(text), options, readBlueprint(earlier));
  if (kind === 'scenarios') return checkBlueprint(readScenarioFile(text, project.designsBeside(file)), options);
  if (kind === 'cloudformation') {
    const template = readTemplate(text, parameters);
    return template === undefined ? [] : checkTemplate(template, options, readTemplate(earlier, parameters));
  }
  return kind === 'sql' ? applySeverities(analyzeSqlFile(project.sqlFile(file, text))?.findings ?? [], rule) : [];
}

/** The project of the files that are checked. */
export function projectOf(inputs: readonly Input[], { syntaxErrors }: JudgeOptions): CheckedProject {
  return new CheckedProject(
    inputs.map(({ file }) => file),
    syntaxErrors,
  );
}
