import { type Dirent, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { type Blueprint, readBlueprint } from '@aurora-blueprint/core/design/readers/blueprint.ts';
import { nearestName } from '@aurora-blueprint/core/text/nearest-name.ts';
import { globSync, isDynamicPattern } from 'tinyglobby';
import { documentKind } from '../documents/document-kind.ts';
import { LeftOut } from '../documents/left-out.ts';
import { UsageError } from './exit-status.ts';

/** A text to examine, and the name it goes by. */
export interface Input {
  readonly file: string;
  readonly text: string;
  /** What the file said before, where it is compared. */
  readonly earlier?: string;
}

const readableName = /\.(sql|ya?ml|json|template)$/i;

/**
 * The files that a call names, each once: files as they are, folders by what of ours they hold, globs by what they
 * match. Of folders and globs it leaves out what lies in node_modules, .git or hidden folders, and what .gitignore names.
 * Throws a UsageError for a name behind which nothing is.
 */
export function inputFiles(names: readonly string[]): readonly string[] {
  const leftOut = new LeftOut();
  return [...new Set(names.flatMap((name) => filesBehind(name, leftOut)))];
}

function filesBehind(name: string, leftOut: LeftOut): readonly string[] {
  const entry = statSync(name, { throwIfNoEntry: false });
  if (entry?.isDirectory() === true) return filesIn(name, leftOut).filter(isOurs).sort();
  if (entry !== undefined) return [name];
  if (!isDynamicPattern(name)) throw new UsageError(`${name}: there is no such file or folder.${nearby(name)}`);
  const matches = filesMatching(name);
  if (matches.length === 0) {
    throw new UsageError(`${name}: no file matches. Globs start from the working folder; ** stands for any folders.`);
  }
  const kept = matches.filter((file) => !leftOut.file(file));
  if (kept.length > 0) return kept;
  throw new UsageError(`${name}: all that matches is left out by .gitignore. Name the files one by one to check them.`);
}

/** The file of the same folder that may be meant. */
function nearby(name: string): string {
  const folder = dirname(name);
  const isFolder = statSync(folder, { throwIfNoEntry: false })?.isDirectory() === true;
  const meant = isFolder
    ? nearestName(
        basename(name),
        entriesOf(folder).map((entry) => entry.name),
      )
    : undefined;
  return meant === undefined ? '' : ` Did you mean ${join(folder, meant)}?`;
}

function filesMatching(glob: string): readonly string[] {
  const pattern = process.platform === 'win32' ? glob.replaceAll('\\', '/') : glob;
  const ignore = ['**/node_modules/**', '**/.git/**'];
  const options = { ignore, expandDirectories: false, followSymbolicLinks: false };
  return globSync([pattern], options)
    .sort()
    .map((file) => join(file));
}

function filesIn(folder: string, leftOut: LeftOut): readonly string[] {
  return entriesOf(folder).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.name.startsWith('.')) return [];
    if (entry.isDirectory()) return leftOut.folder(path) ? [] : filesIn(path, leftOut);
    return readableName.test(entry.name) && isFile(entry, path) && !leftOut.file(path) ? [path] : [];
  });
}

function isFile(entry: Dirent, path: string): boolean {
  return entry.isSymbolicLink() ? statSync(path, { throwIfNoEntry: false })?.isFile() === true : entry.isFile();
}

function entriesOf(folder: string): readonly Dirent[] {
  return reading(folder, () => readdirSync(folder, { withFileTypes: true }));
}

/** Whether a file found in a folder is one of ours: most YAML and JSON is not. */
function isOurs(file: string): boolean {
  return documentKind(file, '', /\.(sql|(aurora|scenario)\.ya?ml)$/i.test(file) ? '' : readInput(file)) !== 'other';
}

/** The text of a file. Throws a UsageError when it cannot be read. */
export function readInput(file: string): string {
  return reading(file, () => readFileSync(file, 'utf8'));
}

/** The text of standard input. */
export function readStandardInput(): string {
  return reading('Standard input', () => readFileSync(0, 'utf8'));
}

function reading<T>(name: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    throw new UsageError(`${name} cannot be read: ${error instanceof Error ? error.message : String(error)}`);
  }
}

/** The blueprint in a file. Throws a UsageError when it holds no design. */
export function readBlueprintFile(file: string): Blueprint {
  const blueprint = readBlueprint(readInput(file));
  if (blueprint.documents.length === 0) {
    throw new UsageError(`${file} holds no design. "aurora-blueprint check ${file}" says what is wrong with it.`);
  }
  return blueprint;
}
