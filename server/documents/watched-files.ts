import {
  type ClientCapabilities,
  type Connection,
  DidChangeWatchedFilesNotification,
  type Disposable,
  WatchKind,
} from 'vscode-languageserver';
import type { Settings } from '../settings.ts';
import { designFile, sqlFile, templateFile } from './workspace-files.ts';

const designsAndSql = ['**/*.aurora.{yaml,yml}', '**/*.sql'];
const templates = '**/*.{yaml,yml,json,template}';

/** Whether with what changed on disk a design may have changed: what has no ending may be a folder that is gone. */
export function concernsDesigns(uri: string): boolean {
  return designFile.test(uri) || !/\.[^/]+$/.test(uri);
}

/** Whether what changed on disk is one of the files that are looked at. */
export function isOfConcern(uri: string): boolean {
  return templateFile.test(uri) || sqlFile.test(uri);
}

/** Asks the editor to watch the files on disk that are of concern. One that cannot be asked watches what it chooses. */
export class WatchedFiles {
  readonly #connection: Connection;
  readonly #canRegister: boolean;
  #watched: string | undefined;
  #registration: Promise<Disposable> | undefined;

  constructor(connection: Connection, { workspace }: ClientCapabilities) {
    this.#connection = connection;
    this.#canRegister = workspace?.didChangeWatchedFiles?.dynamicRegistration === true;
  }

  /** Watches what the settings ask for: other YAML and JSON only where templates are looked for in it. */
  async follow({ workspaceDiagnostics }: Settings): Promise<void> {
    const globs = workspaceDiagnostics === 'all' ? [...designsAndSql, templates] : designsAndSql;
    if (!this.#canRegister || this.#watched === globs.join()) return;
    this.#watched = globs.join();
    const before = this.#registration;
    this.#registration = this.#connection.client.register(DidChangeWatchedFilesNotification.type, {
      watchers: [
        ...globs.map((globPattern) => ({ globPattern })),
        // Of a folder that is deleted some editors say no more than that.
        { globPattern: '**', kind: WatchKind.Delete },
      ],
    });
    (await before)?.dispose();
    await this.#registration;
  }
}
