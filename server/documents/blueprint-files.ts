import { readdirSync, statSync } from 'node:fs';
import { dirname, isAbsolute, join, relative, sep } from 'node:path';
import { type Blueprint, readBlueprint } from '@aurora-blueprint/core/design/readers/blueprint.ts';
import { textOfFile } from './text-of-file.ts';

interface ReadFile {
  readonly modified: number;
  readonly blueprint: Blueprint;
}

/** Blueprints on disk, read when they are needed and again when they have changed. */
export class BlueprintFiles {
  readonly #read = new Map<string, ReadFile>();

  /** The blueprint in the file; undefined when there is no such file, or it may not be read. */
  read(path: string): Blueprint | undefined {
    const modified = statSync(path, { throwIfNoEntry: false })?.mtimeMs;
    if (modified === undefined) return undefined;
    const known = this.#read.get(path);
    if (known?.modified === modified) return known.blueprint;
    const text = textOfFile(path);
    if (text === undefined) return undefined;
    const blueprint = readBlueprint(text);
    this.#read.set(path, { modified, blueprint });
    return blueprint;
  }
}

/** The blueprints of each folder from that of `path` up to `root`, the nearest folder first, by name. */
export function* blueprintsAbove(path: string, root: string | undefined): IterableIterator<readonly string[]> {
  let folder = dirname(path);
  yield blueprintsIn(folder);
  while (root !== undefined && isBelow(folder, root)) {
    folder = dirname(folder);
    yield blueprintsIn(folder);
  }
}

/** Whether a path lies below a folder. */
export function isBelow(path: string, folder: string): boolean {
  const way = relative(folder, path);
  return way !== '' && !isAbsolute(way) && way.split(sep)[0] !== '..';
}

function blueprintsIn(folder: string): readonly string[] {
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory() !== true) return [];
  return readdirSync(folder)
    .filter((name) => /\.aurora\.ya?ml$/i.test(name))
    .sort()
    .map((name) => join(folder, name));
}
