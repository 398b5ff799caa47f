import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { DiagnosticRefreshRequest, type InitializeParams } from 'vscode-languageserver-protocol';
import { ServerProcess } from './server-process.ts';

/** A new folder, and a server on it whose editor pulls diagnostics. */
export class ServedFolder {
  readonly path: string;
  readonly server: ServerProcess;

  private constructor(path: string, server: ServerProcess) {
    this.path = path;
    this.server = server;
  }

  /** `workspace` are further capabilities of the editor, `commands` what it can run. */
  static async start(
    workspace: InitializeParams['capabilities']['workspace'] = {},
    commands: readonly string[] = [],
  ): Promise<ServedFolder> {
    const path = mkdtempSync(join(tmpdir(), 'aurora-lsp-'));
    const capabilities = {
      textDocument: { diagnostic: {} },
      workspace: { ...workspace, diagnostics: { refreshSupport: true } },
    };
    const server = await ServerProcess.start(path, capabilities, { commands });
    server.connection.onRequest(DiagnosticRefreshRequest.type, () => undefined);
    return new ServedFolder(path, server);
  }

  uriOf(name: string): string {
    return pathToFileURL(join(this.path, name)).href;
  }

  /** Writes a file, without telling the server. Returns its URI. */
  write(name: string, text: string): string {
    mkdirSync(dirname(join(this.path, name)), { recursive: true });
    writeFileSync(join(this.path, name), text);
    return this.uriOf(name);
  }

  remove(name: string): void {
    rmSync(join(this.path, name));
  }

  async stop(): Promise<void> {
    await this.server.stop();
    rmSync(this.path, { recursive: true });
  }
}
