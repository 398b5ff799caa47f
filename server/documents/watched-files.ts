import {
  type ClientCapabilities,
  type Connection,
  DidChangeWatchedFilesNotification,
  WatchKind,
} from 'vscode-languageserver';

/** A template may govern SQL; which YAML and JSON is one, its text says. */
const ofConcern = ['**/*.sql', '**/*.{yaml,yml,json,template}'];

/** Whether what changed on disk may be a folder that is gone: it has no ending. */
export function mayBeFolder(path: string): boolean {
  return !/\.[^/\\]+$/.test(path);
}

/** Asks the editor to watch the files on disk that are of concern. One that cannot be asked watches what it chooses. */
export async function watchFiles(connection: Connection, { workspace }: ClientCapabilities): Promise<void> {
  if (workspace?.didChangeWatchedFiles?.dynamicRegistration !== true) return;
  await connection.client.register(DidChangeWatchedFilesNotification.type, {
    watchers: [
      ...ofConcern.map((globPattern) => ({ globPattern })),
      // Of a folder that is deleted some editors say no more than that.
      { globPattern: '**', kind: WatchKind.Delete },
    ],
  });
}
