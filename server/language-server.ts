import { protocolVersion } from '@aurora-blueprint/core/protocol/version.ts';
import {
  type ClientCapabilities,
  type Connection,
  DidChangeConfigurationNotification,
  type InitializeParams,
  type InitializeResult,
  TextDocumentSyncKind,
  TextDocuments,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { Analyzer } from './documents/analyzer.ts';
import { ParserOpinions } from './documents/parser-opinions.ts';
import { LastReadableDesigns } from './documents/shown-designs.ts';
import { watchFiles } from './documents/watched-files.ts';
import { WorkspaceChanges } from './documents/workspace-changes.ts';
import { isExamined, WorkspaceFiles } from './documents/workspace-files.ts';
import { features } from './features/table.ts';
import { askForSettings, defaultSettings, type Settings, settingsIn } from './settings.ts';

/** Wires the features to a connection and listens. `bundles` is the folder with the workers in which statements are parsed. */
export function startLanguageServer(connection: Connection, bundles: URL): void {
  const documents = new TextDocuments(TextDocument);
  let settings: Settings = defaultSettings;
  let folders: readonly string[] = [];
  let isTrusted = false;
  let client: ClientCapabilities = {};
  const parserOpinions = new ParserOpinions(bundles);
  const workspaceFiles = new WorkspaceFiles(() => folders);
  const analyzer = new Analyzer({
    documents,
    settings: () => settings,
    roots: () => folders,
    workspaceFiles,
    parserOpinions,
    trusted: () => isTrusted,
  });
  const shownDesigns = new LastReadableDesigns(documents, analyzer);
  const changes = new WorkspaceChanges();

  /** What holds for all files may have changed. */
  const judgeAgain = (): void => {
    analyzer.invalidate();
    changes.announce();
  };

  /** Some editors are asked for their settings, the others send them along. */
  const reloadSettings = async (sent?: unknown): Promise<void> => {
    const canAsk = client.workspace?.configuration === true;
    settings = canAsk ? await askForSettings(connection, folders) : settingsIn(sent);
    judgeAgain();
  };

  connection.onInitialize((params) => {
    client = params.capabilities;
    folders = foldersOf(params);
    isTrusted = params.initializationOptions?.trusted === true;
    const commands = commandsOf(params);
    const context = {
      connection,
      documents,
      analyzer,
      shownDesigns,
      workspaceFiles,
      changes,
      settings: () => settings,
      clientCommands: () => commands,
      trusted: () => isTrusted,
    };
    for (const feature of features) feature.register(context, client);
    return initializeResult(client);
  });

  connection.onInitialized(async () => {
    if (client.workspace?.didChangeConfiguration?.dynamicRegistration === true) {
      await connection.client.register(DidChangeConfigurationNotification.type, { section: 'auroraBlueprint' });
    }
    if (client.workspace?.workspaceFolders === true) {
      connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
        const left = folders.filter((folder) => !removed.some(({ uri }) => uri === folder));
        folders = [...new Set([...left, ...added.map(({ uri }) => uri)])];
        if (client.workspace?.configuration === true) void reloadSettings();
        else judgeAgain();
      });
    }
    await reloadSettings();
    await watchFiles(connection, client);
  });

  connection.onDidChangeConfiguration(({ settings }) => reloadSettings(settings?.auroraBlueprint));
  connection.onDidChangeWatchedFiles((event) => {
    const uris = event.changes.map(({ uri }) => uri);
    const isJudged = isExamined[settings.workspaceDiagnostics];
    if (analyzer.changedOnDisk(uris) || uris.some(isJudged)) changes.announce();
  });
  documents.onDidClose(() => changes.announce());
  documents.onDidSave(() => changes.announce());
  connection.onNotification('aurora/trustGranted', () => {
    isTrusted = true;
    judgeAgain();
  });

  connection.onShutdown(() => Promise.all([parserOpinions.close(), analyzer.close()]).then(() => undefined));

  documents.listen(connection);
  connection.listen();
}

function foldersOf({ workspaceFolders, rootUri }: InitializeParams): readonly string[] {
  if (workspaceFolders !== undefined && workspaceFolders !== null) return workspaceFolders.map(({ uri }) => uri);
  return rootUri === null ? [] : [rootUri];
}

function commandsOf({ initializationOptions }: InitializeParams): ReadonlySet<string> {
  const commands: unknown = initializationOptions?.commands;
  return new Set(Array.isArray(commands) ? commands.map(String) : []);
}

const workspaceFolders = { supported: true, changeNotifications: true };
const textDocumentSync = { openClose: true, change: TextDocumentSyncKind.Incremental, save: true };

function initializeResult(client: ClientCapabilities): InitializeResult {
  const announced = features.map((feature) => feature.capabilities(client));
  const workspace = Object.assign({}, ...announced.map((capabilities) => capabilities.workspace));
  return {
    capabilities: Object.assign({ textDocumentSync }, ...announced, { workspace: { workspaceFolders, ...workspace } }),
    serverInfo: { name: 'Aurora Blueprint', version: `protocol ${protocolVersion}` },
  };
}
