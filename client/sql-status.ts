import {
  type SqlFileParams,
  type SqlFileResult,
  type SqlFileState,
  sqlFileMethod,
} from '@aurora-blueprint/core/protocol/sql-file-request.ts';
import { Disposable, StatusBarAlignment, Uri, window, workspace } from 'vscode';
import type { LanguageServer } from './language-server.ts';

export const dialectNames = { postgresql: 'Aurora PostgreSQL', mysql: 'Aurora MySQL' } as const;

/** What decided a dialect, in words. */
export const reasonWords: Readonly<Record<SqlFileState['reason'], string>> = {
  setting: 'the setting auroraBlueprint.sql.dialect says so',
  comment: 'its -- aurora: line says so',
  'file name': 'its name says so',
  design: 'the nearest design is of this engine',
  statement: 'its statements look like it',
};

/** The dialect of the SQL file in the editor, in the status bar, where anything of Aurora machine learning stands in it. */
export class SqlStatus implements Disposable {
  readonly #server: LanguageServer;
  readonly #item = window.createStatusBarItem('auroraBlueprint.sqlDialect', StatusBarAlignment.Right, 100);
  readonly #listeners: Disposable;
  #isAsking = false;
  #isOutdated = false;

  constructor(server: LanguageServer) {
    this.#server = server;
    this.#item.name = 'Aurora SQL Dialect';
    this.#item.command = 'auroraBlueprint.chooseSqlDialect';
    const update = () => void this.#update();
    this.#listeners = Disposable.from(
      server.onDidStart(update),
      window.onDidChangeActiveTextEditor(update),
      window.onDidChangeWindowState(update),
      // What is edited beside it may be the design that governs it.
      workspace.onDidChangeTextDocument(update),
      workspace.onDidSaveTextDocument(update),
      workspace.onDidChangeConfiguration(update),
    );
    update();
  }

  dispose(): void {
    this.#listeners.dispose();
    this.#item.dispose();
  }

  /** One question at a time; what changes meanwhile is asked for once more. */
  async #update(): Promise<void> {
    this.#isOutdated = true;
    if (this.#isAsking) return;
    this.#isAsking = true;
    try {
      while (this.#isOutdated) {
        this.#isOutdated = false;
        const uri = shownSql();
        const file = uri === undefined ? undefined : await fileState(this.#server, uri);
        if (shownSql() === uri) this.#show(file);
      }
    } catch {
      // The server is gone; when it runs again it is asked again.
      this.#item.hide();
    } finally {
      this.#isAsking = false;
    }
  }

  #show(file: SqlFileState | undefined): void {
    if (file === undefined) {
      this.#item.hide();
      return;
    }
    this.#item.text = `$(database) ${dialectNames[file.dialect]}`;
    this.#item.tooltip = tooltip(file);
    this.#item.show();
  }
}

/** What the server knows of an SQL file; undefined before it runs, and of a file without Aurora machine learning. */
export async function fileState(server: LanguageServer, uri: string): Promise<SqlFileState | undefined> {
  if (!server.isStarted) return undefined;
  const params: SqlFileParams = { uri };
  const { file } = await server.request<SqlFileResult>(sqlFileMethod, params);
  return file ?? undefined;
}

function shownSql(): string | undefined {
  const document = window.activeTextEditor?.document;
  return document?.languageId === 'sql' ? document.uri.toString() : undefined;
}

function tooltip(file: SqlFileState): string {
  const { dialect, reason } = file;
  return `This file is read as SQL of ${dialectNames[dialect]}: ${reasonWords[reason]}.\n\n${governedBy(file)}`;
}

/** Which design governs a file, or why none does. */
function governedBy({ design, undecided }: SqlFileState): string {
  if (design !== undefined) {
    return `The design ${design.name} governs it (${workspace.asRelativePath(Uri.parse(design.uri))}).`;
  }
  if (undecided === undefined) return 'No design governs it.';
  return `No design governs it: nothing decides between ${undecided.join(' and ')}.`;
}
