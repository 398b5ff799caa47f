import { clientCommands } from '@aurora-blueprint/core/protocol/client-commands.ts';
import { type Disposable, EventEmitter, type ExtensionContext, Uri, workspace } from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import { templateLanguages } from './needs-language-server.ts';

/** The language server, started when the first document needs it. VS Code restarts it when it ends by itself. */
export class LanguageServer implements Disposable {
  readonly #context: ExtensionContext;
  #client: LanguageClient | undefined;
  #starting: Promise<LanguageClient> | undefined;
  readonly #running = new EventEmitter<void>();
  /** A server runs, the first or one in place of another: what an earlier one left unanswered can be asked again. */
  readonly onDidStart = this.#running.event;

  constructor(context: ExtensionContext) {
    this.#context = context;
  }

  get isStarted(): boolean {
    return this.#starting !== undefined;
  }

  /** Starts the server if it is not yet running. */
  start(): Promise<LanguageClient> {
    this.#starting ??= this.#launch().catch((error: unknown) => {
      this.#starting = undefined;
      throw error;
    });
    return this.#starting;
  }

  /** Asks the server; starts it first if need be. */
  async request<Result>(method: string, params: unknown): Promise<Result> {
    const client = await this.start();
    return client.sendRequest<Result>(method, params);
  }

  async restart(): Promise<void> {
    if (this.#client === undefined) await this.start();
    else await this.#client.restart();
  }

  dispose(): void {
    this.#running.dispose();
    void this.#client?.dispose();
  }

  /** The client is most of this bundle: it is evaluated when the first server starts, not when the extension wakes up. */
  async #launch(): Promise<LanguageClient> {
    const { LanguageClient, State, TransportKind } = await import('vscode-languageclient/node');
    const module = Uri.joinPath(this.#context.extensionUri, 'server', 'dist', 'lsp.js').fsPath;
    const client = new LanguageClient(
      'auroraBlueprint',
      'Aurora Blueprint',
      {
        run: { module, transport: TransportKind.ipc },
        debug: { module, transport: TransportKind.ipc, options: { execArgv: ['--nolazy', '--inspect=6010'] } },
      },
      {
        documentSelector: ['aurora-blueprint', 'aurora-scenarios', 'sql', ...templateLanguages].map((language) => ({
          language,
        })),
        // Asked again whenever the server starts: trust may have been granted in between.
        initializationOptions: () => ({ trusted: workspace.isTrusted, commands: Object.values(clientCommands) }),
        synchronize: { configurationSection: 'auroraBlueprint' },
      },
    );
    this.#client = client;
    client.onDidChangeState(({ newState }) => {
      if (newState === State.Running) this.#running.fire();
    });
    await client.start();
    this.#context.subscriptions.push(
      workspace.onDidGrantWorkspaceTrust(() => void client.sendNotification('aurora/trustGranted')),
    );
    return client;
  }
}

/** What to tell a person when the server did not answer. */
export function serverFailure(error: unknown): string {
  const reason = error instanceof Error ? error.message : String(error);
  return `The language server did not answer (${reason}). Run "Aurora: Restart Language Server".`;
}
