import { resolve } from 'node:path';
import { readBlueprint } from '@aurora-blueprint/core/design/readers/blueprint.ts';
import { readTemplate } from '@aurora-blueprint/core/design/readers/template.ts';
import { checkBlueprint } from '@aurora-blueprint/core/rules/check-blueprint.ts';
import { checkTemplate } from '@aurora-blueprint/core/rules/check-template.ts';
import { applySeverities, type SeverityOverrides } from '@aurora-blueprint/core/rules/control/severity-overrides.ts';
import type { Finding } from '@aurora-blueprint/core/rules/finding.ts';
import type { Profile } from '@aurora-blueprint/core/rules/profile.ts';
import { analyzeSqlFile } from '../documents/analyze-sql-file.ts';
import { DesignFiles } from '../documents/design-files.ts';
import { type DocumentKind, documentKind } from '../documents/document-kind.ts';
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
}

/** What is found in texts. */
export function checkFiles(inputs: readonly Input[], options: JudgeOptions): readonly CheckedFile[] {
  const designs = new DesignFiles();
  return inputs.map((input) => checkFile(input, options, designs));
}

/** What is found in a text, read as the file of that name. `designs` are those that may govern SQL. */
export function checkFile(input: Input, options: JudgeOptions, designs: DesignFiles): CheckedFile {
  const { file, text } = input;
  const kind = documentKind(file, '', text);
  return { file, kind, text, findings: findingsIn(input, kind, options, designs) };
}

function findingsIn(
  { file, text, earlier = '' }: Input,
  kind: DocumentKind,
  judge: JudgeOptions,
  designs: DesignFiles,
): readonly Finding[] {
  const { profile, rule, asOf, parameters } = judge;
  const options = { severities: rule, asOf, ...(profile === undefined ? {} : { profile }) };
  if (kind === 'blueprint') return checkBlueprint(readBlueprint(text), options, readBlueprint(earlier));
  if (kind === 'cloudformation') {
    const template = readTemplate(text, parameters);
    return template === undefined ? [] : checkTemplate(template, options, readTemplate(earlier, parameters));
  }
  if (kind !== 'sql') return [];
  const settings = { dialect: undefined, design: undefined };
  const analysis = analyzeSqlFile({ text, path: resolve(file), settings, root: process.cwd(), designs });
  return applySeverities(analysis?.findings ?? [], rule);
}
