import { dirname } from 'node:path';
import type { TextDocuments } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { pathOfUri } from './uri-of-file.ts';

/** The files that are open in the editor, by their paths. */
export class OpenFiles {
  readonly #uris = new Map<string, string>();

  constructor(documents: TextDocuments<TextDocument>) {
    documents.onDidOpen(({ document: { uri } }) => {
      const path = pathOfUri(uri);
      if (path !== undefined) this.#uris.set(path, uri);
    });
    documents.onDidClose(({ document: { uri } }) => this.#uris.delete(pathOfUri(uri) ?? ''));
  }

  /** The uri of an open file, as its editor writes it. */
  uriOf(path: string): string | undefined {
    return this.#uris.get(path);
  }

  get paths(): readonly string[] {
    return [...this.#uris.keys()];
  }

  /** The paths of the open files in a folder. */
  pathsIn(folder: string): readonly string[] {
    return this.paths.filter((path) => dirname(path) === folder);
  }
}
