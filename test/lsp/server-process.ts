import { spawn } from 'node:child_process';
import { fileURLToPath, pathToFileURL } from 'node:url';
import {
  type CancellationToken,
  createProtocolConnection,
  type Diagnostic,
  DidChangeTextDocumentNotification,
  DidOpenTextDocumentNotification,
  DocumentDiagnosticRequest,
  ExitNotification,
  InitializedNotification,
  type InitializeParams,
  InitializeRequest,
  type Message,
  type ProtocolConnection,
  PublishDiagnosticsNotification,
  ShutdownRequest,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver-protocol/node';
import { Exercises } from './matrix/exercises.ts';

const cli = fileURLToPath(new URL('../../server/bin/aurora-blueprint.js', import.meta.url));

/** The real language server in a process of its own, spoken to over standard input and output. */
export class ServerProcess {
  readonly connection: ProtocolConnection;
  readonly capabilities: Record<string, unknown>;
  readonly #exited: Promise<number | null>;
  readonly #exercises: Exercises;
  readonly #published: Published[] = [];
  readonly #waiting: (() => void)[] = [];

  private constructor(
    connection: ProtocolConnection,
    capabilities: Record<string, unknown>,
    exited: Promise<number | null>,
    exercises: Exercises,
  ) {
    this.connection = connection;
    this.capabilities = capabilities;
    this.#exited = exited;
    this.#exercises = exercises;
    connection.onNotification(PublishDiagnosticsNotification.type, (published) => {
      this.#published.push(published);
      for (const wake of this.#waiting.splice(0)) wake();
    });
  }

  /** Starts the server on a folder; `capabilities` and options are those of the editor it believes to talk to. */
  static async start(
    folder: string,
    capabilities: InitializeParams['capabilities'] = {},
    initializationOptions?: { readonly trusted?: boolean; readonly commands?: readonly string[] },
  ): Promise<ServerProcess> {
    const child = spawn(process.execPath, [cli, 'lsp', '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] });
    const exited = new Promise<number | null>((resolve) => child.once('exit', resolve));
    const exercises = new Exercises();
    const connection = createProtocolConnection(
      new WatchedReader(child.stdout, (message) => exercises.received(message)),
      new WatchedWriter(child.stdin, (message) => exercises.sent(message)),
    );
    connection.listen();
    const uri = pathToFileURL(folder).href;
    const result = await connection.sendRequest(InitializeRequest.type, {
      processId: process.pid,
      rootUri: uri,
      workspaceFolders: [{ uri, name: 'test' }],
      capabilities,
      initializationOptions,
    });
    await connection.sendNotification(InitializedNotification.type, {});
    return new ServerProcess(connection, { ...result.capabilities }, exited, exercises);
  }

  async open(uri: string, languageId: string, text: string): Promise<void> {
    const textDocument = { uri, languageId, version: 1, text };
    await this.connection.sendNotification(DidOpenTextDocumentNotification.type, { textDocument });
  }

  /** Replaces the whole text. */
  async change(uri: string, version: number, text: string): Promise<void> {
    await this.connection.sendNotification(DidChangeTextDocumentNotification.type, {
      textDocument: { uri, version },
      contentChanges: [{ text }],
    });
  }

  /** Diagnostics as an editor asks for them. */
  async pullDiagnostics(uri: string, token?: CancellationToken): Promise<readonly Diagnostic[]> {
    const params = { textDocument: { uri } };
    const report = await this.connection.sendRequest(DocumentDiagnosticRequest.type, params, token);
    return report.kind === 'full' ? report.items : [];
  }

  /** How often diagnostics were published until now. */
  get publishedCount(): number {
    return this.#published.length;
  }

  /** The first diagnostics published for `uri` that satisfy `wanted`, after so many that were published before. */
  async published(uri: string, wanted: (published: Published) => boolean, after = 0): Promise<Published> {
    for (;;) {
      const found = this.#published.slice(after).find((published) => published.uri === uri && wanted(published));
      if (found !== undefined) {
        this.#exercises.published(PublishDiagnosticsNotification.method, uri, found.diagnostics);
        return found;
      }
      await new Promise<void>((resolve) => this.#waiting.push(resolve));
    }
  }

  /** Ends the server as an editor does; resolves with its exit code. */
  async stop(): Promise<number | null> {
    await this.connection.sendRequest(ShutdownRequest.type);
    await this.connection.sendNotification(ExitNotification.type);
    const code = await this.#exited;
    if (code === 0) this.#exercises.ended();
    this.connection.dispose();
    return code;
  }
}

interface Published {
  readonly uri: string;
  readonly version?: number;
  readonly diagnostics: readonly Diagnostic[];
}

type Watch = (message: Message) => void;

class WatchedReader extends StreamMessageReader {
  readonly #watch: Watch;

  constructor(stream: NodeJS.ReadableStream, watch: Watch) {
    super(stream);
    this.#watch = watch;
  }

  override listen(callback: Watch) {
    return super.listen((message) => {
      this.#watch(message);
      callback(message);
    });
  }
}

class WatchedWriter extends StreamMessageWriter {
  readonly #watch: Watch;

  constructor(stream: NodeJS.WritableStream, watch: Watch) {
    super(stream);
    this.#watch = watch;
  }

  override write(message: Message): Promise<void> {
    this.#watch(message);
    return super.write(message);
  }
}
