import { type Dirent, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { CancellationToken } from 'vscode-languageserver';
import { LeftOut } from './left-out.ts';

/** Most files and folders that are looked at, so that a whole disk opened as a folder does not stop everything. */
const mostEntries = 50_000;

/** The files of the workspace folders that may be of concern: no others than designs, templates and SQL are named. */
export class WorkspaceFiles {
  readonly #roots: () => readonly string[];

  constructor(roots: () => readonly string[]) {
    this.#roots = roots;
  }

  /**
   * The paths of the files whose name matches, by folder and name; without what .gitignore names and hidden folders.
   * What is found until a person no longer wants it, when the token says so.
   */
  named(name: RegExp, token?: CancellationToken): readonly string[] {
    const leftOut = new LeftOut();
    const found: string[] = [];
    const pending = this.#roots().flatMap((uri) => (uri.startsWith('file:') ? [fileURLToPath(uri)] : []));
    let entries = 0;
    for (let folder = pending.pop(); folder !== undefined; folder = pending.pop()) {
      if (token?.isCancellationRequested === true || entries > mostEntries) break;
      for (const entry of entriesOf(folder)) {
        entries += 1;
        const path = join(folder, entry.name);
        if (entry.name.startsWith('.')) continue;
        if (entry.isDirectory() && !leftOut.folder(path)) pending.push(path);
        if (entry.isFile() && name.test(entry.name) && !leftOut.file(path)) found.push(path);
      }
    }
    return [...new Set(found)].sort();
  }
}

/** What stands in a folder; nothing in one that is gone or may not be read. */
function entriesOf(folder: string): readonly Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    return [];
  }
}
