import { clientCommands, type StagePlace } from '@aurora-blueprint/core/protocol/client-commands.ts';
import {
  type ScenarioTestItem,
  type ScenarioTestsResult,
  scenarioTestsMethod,
} from '@aurora-blueprint/core/protocol/scenario-test-requests.ts';
import {
  commands,
  type Disposable,
  Range,
  type TestController,
  type TestItem,
  type TextDocument,
  tests,
  type Uri,
  window,
  workspace,
} from 'vscode';
import { type LanguageServer, serverFailure } from '../language-server.ts';
import { ScenarioRuns } from './scenario-runs.ts';

const blueprints = '**/*.aurora.{yaml,yml}';

/** The scenarios of the workspace's blueprints in the Test Explorer, below their files. The language server knows and plays them. */
export class ScenarioTests implements Disposable {
  readonly #server: LanguageServer;
  readonly #controller: TestController;
  readonly #runs: ScenarioRuns;
  readonly #known = new WeakMap<TestItem, ScenarioTestItem>();
  /** Blueprints whose scenarios are being asked for; those that changed meanwhile are asked for again. */
  readonly #asked = new Map<string, 'once' | 'again'>();
  readonly #disposables: readonly Disposable[];

  constructor(server: LanguageServer) {
    this.#server = server;
    this.#controller = tests.createTestController('auroraBlueprint.scenarios', 'Aurora scenarios');
    this.#controller.resolveHandler = () => this.#refreshAll();
    this.#controller.refreshHandler = () => this.#refreshAll();
    this.#runs = new ScenarioRuns(server, this.#controller);
    const watcher = workspace.createFileSystemWatcher(blueprints);
    const refresh = (uri: Uri) => void this.#refresh(uri).then(() => this.#runs.changed(uri));
    this.#disposables = [
      this.#controller,
      watcher,
      watcher.onDidCreate(refresh),
      watcher.onDidChange(refresh),
      watcher.onDidDelete((uri) => this.#controller.items.delete(uri.toString())),
      workspace.onDidOpenTextDocument((document) => void this.#edited(document)),
      workspace.onDidChangeTextDocument(({ document }) => void this.#edited(document)),
      commands.registerCommand('auroraBlueprint.showTestInSimulator', (item: TestItem) => this.#showInSimulator(item)),
    ];
    for (const document of workspace.textDocuments) void this.#edited(document);
  }

  dispose(): void {
    for (const disposable of this.#disposables) disposable.dispose();
  }

  /** Every blueprint of the workspace, open or not. */
  async #refreshAll(): Promise<void> {
    const files = await workspace.findFiles(blueprints, '**/node_modules/**');
    await Promise.all(files.map((uri) => this.#refresh(uri)));
  }

  /** Whoever types fast waits for one answer at a time. */
  async #edited({ languageId, uri }: TextDocument): Promise<void> {
    if (languageId !== 'aurora-blueprint') return;
    const id = uri.toString();
    if (this.#asked.has(id)) {
      this.#asked.set(id, 'again');
      return;
    }
    do {
      this.#asked.set(id, 'once');
      await this.#refresh(uri);
    } while (this.#asked.get(id) === 'again');
    this.#asked.delete(id);
  }

  /** Asks for the scenarios of a file. One without any is not shown. */
  async #refresh(uri: Uri): Promise<void> {
    const id = uri.toString();
    try {
      const found = await this.#server.request<ScenarioTestsResult>(scenarioTestsMethod, { uri: id });
      if (found.tests.length === 0) {
        this.#controller.items.delete(id);
        return;
      }
      const file =
        this.#controller.items.get(id) ?? this.#controller.createTestItem(id, workspace.asRelativePath(uri), uri);
      file.children.replace(found.tests.map((test) => this.#itemOf(test, uri, file.children.get(test.id))));
      this.#controller.items.add(file);
    } catch (error) {
      void window.showWarningMessage(serverFailure(error));
    }
  }

  /** A test that stays the same item keeps what its last run said. */
  #itemOf(test: ScenarioTestItem, uri: Uri, known: TestItem | undefined): TestItem {
    const item = known ?? this.#controller.createTestItem(test.id, test.name, uri);
    const { start, end } = test.range;
    item.range = new Range(start.line, start.character, end.line, end.character);
    this.#known.set(item, test);
    return item;
  }

  /** Opens the panel with the scenario of a test; for a file, without one. */
  async #showInSimulator(item: TestItem): Promise<void> {
    const test = this.#known.get(item);
    const uri = item.uri?.toString();
    if (uri === undefined) return;
    const played = test && { run: { scenario: test.name }, seed: test.seed };
    const place: StagePlace = { uri, ...played };
    await commands.executeCommand(clientCommands.simulate, place);
  }
}
