import { dirname, isAbsolute, relative, sep } from 'node:path';

/** The folder of a path and those above it up to `root`, the nearest first; the folder alone where no root is around it. */
export function* foldersAbove(path: string, root: string | undefined): IterableIterator<string> {
  let folder = dirname(path);
  yield folder;
  while (root !== undefined && isBelow(folder, root)) {
    folder = dirname(folder);
    yield folder;
  }
}

/** Whether a path lies below a folder. */
export function isBelow(path: string, folder: string): boolean {
  const way = relative(folder, path);
  return way !== '' && !isAbsolute(way) && way.split(sep)[0] !== '..';
}

/** The folder around a path, the innermost of several. */
export function innermostAround(path: string, folders: readonly string[]): string | undefined {
  return folders.filter((folder) => isBelow(path, folder)).toSorted((a, b) => b.length - a.length)[0];
}
