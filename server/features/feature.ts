import type { ClientCapabilities, Connection, ServerCapabilities, TextDocuments } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Analyzer } from '../documents/analyzer.ts';
import type { LastReadableDesigns } from '../documents/shown-designs.ts';
import type { WorkspaceChanges } from '../documents/workspace-changes.ts';
import type { WorkspaceFiles } from '../documents/workspace-files.ts';
import type { Settings } from '../settings.ts';

/** What a feature has to work with. */
export interface ServerContext {
  readonly connection: Connection;
  readonly documents: TextDocuments<TextDocument>;
  readonly analyzer: Analyzer;
  readonly shownDesigns: LastReadableDesigns;
  readonly workspaceFiles: WorkspaceFiles;
  readonly changes: WorkspaceChanges;
  readonly settings: () => Settings;
  /** The commands of `core/protocol/client-commands.ts` that the editor has. */
  readonly clientCommands: () => ReadonlySet<string>;
  /** Whether the person trusts the workspace; nothing leaves the machine without. */
  readonly trusted: () => boolean;
}

/** One request of the protocol: what the server announces for it, and its handler. */
export interface Feature {
  /** What is announced to this client; nothing where the client cannot use it. */
  readonly capabilities: (client: ClientCapabilities) => Partial<ServerCapabilities>;
  readonly register: (context: ServerContext, client: ClientCapabilities) => void;
}
