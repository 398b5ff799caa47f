import { fileURLToPath, pathToFileURL } from 'node:url';
import type { TextDocuments } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';

/** The uri of a file: that of the open document, as its editor writes it, where there is one. */
export function uriOfFile(documents: TextDocuments<TextDocument>, path: string): string {
  const { href } = pathToFileURL(path);
  if (documents.get(href) !== undefined) return href;
  // Editors differ in which characters they encode.
  return documents.keys().find((uri) => pathOfUri(uri) === path) ?? href;
}

/** The path of a file; undefined for what lies on no file system of this machine. */
export function pathOfUri(uri: string): string | undefined {
  if (!uri.startsWith('file:')) return undefined;
  try {
    return fileURLToPath(uri);
  } catch {
    // A uri may name another machine, or hold what is in no path.
    return undefined;
  }
}
