import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { type Blueprint, readBlueprint } from '@aurora-blueprint/core/design/readers/blueprint.ts';
import { globSync, isDynamicPattern } from 'tinyglobby';
import { documentKind } from '../documents/document-kind.ts';
import { UsageError } from './exit-status.ts';

const readableFiles = ['**/*.sql', '**/*.{yaml,yml,json,template}'];

/**
 * The files that a call names: files as they are, folders and globs by what they hold, each once, in order.
 * Throws a UsageError for a name behind which nothing is.
 */
export function inputFiles(names: readonly string[]): readonly string[] {
  const files = names.flatMap((name) => {
    const entry = statSync(name, { throwIfNoEntry: false });
    if (entry?.isFile() === true) return [name];
    if (entry?.isDirectory() === true) return filesIn(name, readableFiles).filter(isOurs);
    const matches = isDynamicPattern(name) ? filesIn('.', [name]) : [];
    if (matches.length === 0) throw new UsageError(`${name}: no such file or folder, and nothing matches it.`);
    return matches;
  });
  return [...new Set(files)];
}

/** Whether a file found in a folder is one of ours: most YAML and JSON is not. */
function isOurs(file: string): boolean {
  return documentKind(file, '', /\.(sql|aurora\.ya?ml)$/i.test(file) ? '' : readInput(file)) !== 'other';
}

function filesIn(folder: string, patterns: readonly string[]): readonly string[] {
  const found = globSync([...patterns], { cwd: folder, ignore: ['**/node_modules/**'], expandDirectories: false });
  return found.sort().map((file) => join(folder, file));
}

/** The text of a file. Throws a UsageError when it cannot be read. */
export function readInput(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new UsageError(`${file} cannot be read: ${reason}`);
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
