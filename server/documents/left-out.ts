import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import ignore, { type Ignore } from 'ignore';

/** Folders in which nobody keeps files of their own. */
const foreignFolders: ReadonlySet<string> = new Set(['node_modules', '.git']);

/**
 * Knows which files of folders are left out: those in node_modules and .git, and those that the .gitignore files of
 * their repository name. A .gitignore speaks for its own folder and those below, the nearest last; what lies in a folder
 * that is left out stays out.
 */
export class LeftOut {
  readonly #folders = new Map<string, boolean>();
  readonly #patterns = new Map<string, Ignore | undefined>();

  /** Whether a folder is left out, with all that lies in it. */
  folder(path: string): boolean {
    const folder = resolve(path);
    const known = this.#folders.get(folder);
    if (known !== undefined) return known;
    const isOut = foreignFolders.has(folder.slice(folder.lastIndexOf(sep) + 1)) || this.#isNamed(folder, true);
    this.#folders.set(folder, isOut);
    return isOut;
  }

  file(path: string): boolean {
    return this.#isNamed(resolve(path), false);
  }

  #isNamed(path: string, isFolder: boolean): boolean {
    const parents = foldersAbove(path);
    const [parent] = parents;
    if (parent !== undefined && this.folder(parent)) return true;
    let isOut = false;
    for (const folder of parents.toReversed()) {
      const way = relative(folder, path).split(sep).join('/') + (isFolder ? '/' : '');
      const { ignored, unignored } = this.#patternsOf(folder)?.test(way) ?? { ignored: false, unignored: false };
      isOut = (isOut || ignored) && !unignored;
    }
    return isOut;
  }

  #patternsOf(folder: string): Ignore | undefined {
    if (!this.#patterns.has(folder)) {
      const file = join(folder, '.gitignore');
      this.#patterns.set(folder, existsSync(file) ? ignore().add(readFileSync(file, 'utf8')) : undefined);
    }
    return this.#patterns.get(folder);
  }
}

/** The folders above a path, the nearest first, up to the top of its repository; none for that top itself. */
function foldersAbove(path: string): readonly string[] {
  const above: string[] = [];
  for (let folder = path; !existsSync(join(folder, '.git')); ) {
    const parent = dirname(folder);
    if (parent === folder) break;
    above.push(parent);
    folder = parent;
  }
  return above;
}
