import {
  BulkRegistration,
  type BulkUnregistration,
  type Disposable,
  type DocumentSelector,
} from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { pathOfUri } from '../documents/uri-of-file.ts';
import type { ServerContext } from './feature.ts';

/**
 * Announces requests for the open documents that are wanted, each by its path: an editor that knew the server for all
 * YAML would ask people to choose between it and the formatter that they have.
 */
export function registerByFile(
  { connection, documents }: ServerContext,
  isWanted: (document: TextDocument) => boolean,
  addTo: (registration: BulkRegistration, documentSelector: DocumentSelector) => void,
): void {
  const registered = new Map<string, Promise<BulkUnregistration>>();
  documents.onDidChangeContent(({ document }) => {
    if (registered.has(document.uri) || !isWanted(document)) return;
    const registration = BulkRegistration.create();
    addTo(registration, [selectorOf(document.uri)]);
    registered.set(document.uri, connection.client.register(registration));
  });
  documents.onDidClose(({ document: { uri } }) => {
    void registered.get(uri)?.then((registration: Disposable) => registration.dispose());
    registered.delete(uri);
  });
}

function selectorOf(uri: string): DocumentSelector[number] {
  const { protocol, pathname } = new URL(uri);
  const path = pathOfUri(uri)?.replaceAll('\\', '/') ?? pathname;
  return { scheme: protocol.slice(0, -1), pattern: path.replace(/[*?[\]{}]/g, '[$&]') };
}
