import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { pathToFileURL } from 'node:url';
import {
  CompletionRequest,
  ConfigurationRequest,
  createProtocolConnection,
  DidChangeConfigurationNotification,
  DidChangeTextDocumentNotification,
  DidOpenTextDocumentNotification,
  ExitNotification,
  HoverRequest,
  InitializedNotification,
  InitializeRequest,
  PublishDiagnosticsNotification,
  RegistrationRequest,
  ShutdownRequest,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver-protocol/node';

/** How long a server has to end. */
const patienceMs = 2000;

/**
 * @typedef {object} ServerCommand
 * @property {string} [program] what is run, when it is not Node
 * @property {readonly string[]} args what it is run with
 * @property {Record<string, unknown>} settings what it is told when it asks, by section
 */

/** A language server over stdio that pushes diagnostics. */
export class RunningServer {
  /** @type {Map<string, (diagnostics: readonly import('vscode-languageserver-protocol').Diagnostic[]) => void>} */
  #listeners = new Map();
  #started = performance.now();
  #process;
  #connection;
  #settings;
  #version = 1;

  /** @param {ServerCommand} command */
  constructor({ program = process.execPath, args, settings }) {
    this.#settings = settings;
    this.#process = spawn(program, args, { stdio: ['pipe', 'pipe', 'ignore'] });
    this.#connection = createProtocolConnection(
      new StreamMessageReader(this.#process.stdout),
      new StreamMessageWriter(this.#process.stdin),
    );
    this.#connection.onNotification(PublishDiagnosticsNotification.type, ({ uri, diagnostics }) =>
      this.#listeners.get(uri)?.(diagnostics),
    );
    this.#connection.onRequest(ConfigurationRequest.type, ({ items }) =>
      items.map(({ section = '' }) => settings[section] ?? null),
    );
    this.#connection.onRequest(RegistrationRequest.type, () => {});
    this.#connection.listen();
  }

  /** @param {string} [root] the folder of the workspace */
  async initialize(root) {
    const completionItem = { snippetSupport: true, resolveSupport: { properties: ['documentation'] } };
    const capabilities = {
      workspace: { configuration: true },
      textDocument: { publishDiagnostics: {}, completion: { completionItem } },
    };
    await this.#connection.sendRequest(InitializeRequest.type, {
      processId: process.pid,
      rootUri: root === undefined ? null : pathToFileURL(root).href,
      capabilities,
    });
    await this.#connection.sendNotification(InitializedNotification.type, {});
    await this.#connection.sendNotification(DidChangeConfigurationNotification.type, { settings: this.#settings });
  }

  /** Milliseconds since it was started. */
  get age() {
    return performance.now() - this.#started;
  }

  /** Memory of the process, in MiB. */
  get memory() {
    return Number(execFileSync('ps', ['-o', 'rss=', '-p', String(this.#process.pid)], { encoding: 'utf8' })) / 1024;
  }

  /**
   * Opens a document and resolves when a line of it is said to be wrong.
   *
   * @param {string} path
   * @param {string} languageId
   * @param {string} text
   * @param {number} line
   */
  async open(path, languageId, text, line) {
    const uri = pathToFileURL(path).href;
    const marked = this.#marked(uri, line, true);
    await this.#connection.sendNotification(DidOpenTextDocumentNotification.type, {
      textDocument: { uri, languageId, version: this.#version, text },
    });
    await marked;
  }

  /**
   * Replaces characters of a line, and resolves when it is said to be wrong, or no longer.
   *
   * @param {string} path
   * @param {import('vscode-languageserver-protocol').Range} range
   * @param {string} text
   * @param {boolean} isWrong
   * @returns {Promise<number>} milliseconds from the edit to the diagnostics
   */
  async edit(path, range, text, isWrong) {
    const start = performance.now();
    const marked = this.#marked(pathToFileURL(path).href, range.start.line, isWrong);
    await this.change(path, range, text);
    await marked;
    return performance.now() - start;
  }

  /**
   * Replaces characters of a document.
   *
   * @param {string} path
   * @param {import('vscode-languageserver-protocol').Range} range
   * @param {string} text
   */
  async change(path, range, text) {
    this.#version += 1;
    await this.#connection.sendNotification(DidChangeTextDocumentNotification.type, {
      textDocument: { uri: pathToFileURL(path).href, version: this.#version },
      contentChanges: [{ range, text }],
    });
  }

  /**
   * What can be written at a place: how many items are offered.
   *
   * @param {string} path
   * @param {import('vscode-languageserver-protocol').Position} position
   */
  async complete(path, position) {
    const textDocument = { uri: pathToFileURL(path).href };
    const offered = await this.#connection.sendRequest(CompletionRequest.type, { textDocument, position });
    return (Array.isArray(offered) ? offered : (offered?.items ?? [])).length;
  }

  /**
   * What is said about a place: how many characters.
   *
   * @param {string} path
   * @param {import('vscode-languageserver-protocol').Position} position
   */
  async hover(path, position) {
    const textDocument = { uri: pathToFileURL(path).href };
    const said = await this.#connection.sendRequest(HoverRequest.type, { textDocument, position });
    return JSON.stringify(said?.contents ?? '').length;
  }

  /** Ends the server; one that does not go when it is told to is killed. */
  async stop() {
    const gone = once(this.#process, 'exit');
    await this.#connection.sendRequest(ShutdownRequest.type);
    await this.#connection.sendNotification(ExitNotification.type);
    const patience = setTimeout(() => this.#process.kill(), patienceMs);
    await gone;
    clearTimeout(patience);
    this.#connection.dispose();
  }

  /**
   * @param {string} uri
   * @param {number} line
   * @param {boolean} isWrong
   * @returns {Promise<void>}
   */
  #marked(uri, line, isWrong) {
    return new Promise((resolve) => {
      this.#listeners.set(uri, (diagnostics) => {
        if (diagnostics.some(({ range }) => range.start.line === line) === isWrong) resolve();
      });
    });
  }
}
