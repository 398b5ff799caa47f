import { type Dirent, readdirSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { CancellationToken } from 'vscode-languageserver';
import type { WorkspaceDiagnostics } from '../settings.ts';
import { nextTurn } from '../turns.ts';
import { isBelow } from './folders.ts';
import { LeftOut } from './left-out.ts';

/** Most files and folders that are looked at, so that a whole disk opened as a folder does not stop everything. */
const mostEntries = 50_000;

/** Files that are designs by their name. */
export const designFile = /\.aurora\.ya?ml$/i;

/** Files that hold scenarios for designs of other files, by their name. */
export const scenarioFile = /\.scenario\.ya?ml$/i;

/** Files that may be CloudFormation templates: which of them are, their text says. */
export const templateFile = /\.(ya?ml|json|template)$/i;

export const sqlFile = /\.sql$/i;

/**
 * The files of the workspace that are judged, by their names. Which of YAML and JSON is a template, and which SQL has a
 * design, their text says.
 */
export const isExamined: Readonly<Record<WorkspaceDiagnostics, (name: string) => boolean>> = {
  off: () => false,
  designs: (name) => designFile.test(name) || scenarioFile.test(name) || sqlFile.test(name),
  all: (name) => templateFile.test(name) || sqlFile.test(name),
};

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
    return [...this.folders((one) => name.test(one), token)].flat().sort();
  }

  /** The same, one folder after the other: whatever else the server is asked has its turn in between. */
  async *byFolder(
    matches: (name: string) => boolean,
    token?: CancellationToken,
  ): AsyncIterableIterator<readonly string[]> {
    for (const paths of this.folders(matches, token)) {
      if (paths.length > 0) yield paths;
      await nextTurn();
    }
  }

  /** Whether a file lies in the workspace and is not left out. */
  has(path: string): boolean {
    const leftOut = new LeftOut();
    const isInside = (root: string) =>
      isBelow(path, root) &&
      !relative(root, path)
        .split(sep)
        .some((step) => step.startsWith('.'));
    return this.#rootPaths().some(isInside) && !leftOut.file(path);
  }

  /** The matching files of one folder after the other; links lead nowhere, so that none is visited twice. */
  *folders(matches: (name: string) => boolean, token?: CancellationToken): IterableIterator<readonly string[]> {
    const leftOut = new LeftOut();
    const pending = [...this.#rootPaths()];
    const visited = new Set<string>();
    let entries = 0;
    for (let folder = pending.pop(); folder !== undefined; folder = pending.pop()) {
      if (token?.isCancellationRequested === true || entries > mostEntries) return;
      if (visited.has(folder)) continue;
      visited.add(folder);
      const found: string[] = [];
      for (const entry of entriesOf(folder)) {
        entries += 1;
        const path = join(folder, entry.name);
        if (entry.name.startsWith('.')) continue;
        if (entry.isDirectory() && !leftOut.folder(path)) pending.push(path);
        if (entry.isFile() && matches(entry.name) && !leftOut.file(path)) found.push(path);
      }
      yield found.sort();
    }
  }

  #rootPaths(): readonly string[] {
    return this.#roots().flatMap((uri) => (uri.startsWith('file:') ? [fileURLToPath(uri)] : []));
  }
}

/** What stands in a folder; nothing in one that is gone or may not be read. */
export function entriesOf(folder: string): readonly Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    return [];
  }
}
