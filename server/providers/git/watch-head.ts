import { type FSWatcher, watch } from 'node:fs';
import { join } from 'node:path';

/** How long nothing more has to happen until a change counts as done, in milliseconds: git writes several files. */
const quietMs = 100;

/**
 * Calls back when HEAD of a repository may have moved. Every commit, checkout and reset writes at least one of these
 * files: HEAD, the index, or the log of HEAD. Gives the function that ends it.
 */
export function watchHead(gitFolder: string, onMove: () => void): () => void {
  let timer: NodeJS.Timeout | undefined;
  const mayHaveMoved = (_event: string, name: string | null) => {
    if (name !== null && !/^(HEAD|index|logs)$/.test(name)) return;
    clearTimeout(timer);
    timer = setTimeout(onMove, quietMs);
    timer.unref();
  };
  const watchers = [gitFolder, join(gitFolder, 'logs')].flatMap((folder) => watchFolder(folder, mayHaveMoved));
  return () => {
    clearTimeout(timer);
    for (const watcher of watchers) watcher.close();
  };
}

/** What cannot be watched is not: whoever saves a file asks as well. */
function watchFolder(folder: string, listener: (event: string, name: string | null) => void): readonly FSWatcher[] {
  try {
    return [watch(folder, { persistent: false }, listener).on('error', () => undefined)];
  } catch {
    return [];
  }
}
