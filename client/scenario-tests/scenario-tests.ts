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
  Uri,
  window,
  workspace,
} from 'vscode';
import { type LanguageServer, serverFailure } from '../language-server.ts';
import { ScenarioRuns } from './scenario-runs.ts';

const scenarioFiles = '**/*.{aurora,scenario}.{yaml,yml}';

/**
 * The scenarios of the workspace's blueprints and scenario files in the Test Explorer, below their files. The language
 * server knows and plays them.
 */
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
    this.#runs = new ScenarioRuns(server, this.#controller, (item) => this.#designOf(item));
    const watcher = workspace.createFileSystemWatcher(scenarioFiles);
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

  /** Every file of the workspace that may hold scenarios, open or not. */
  async #refreshAll(): Promise<void> {
    const files = await workspace.findFiles(scenarioFiles, '**/node_modules/**');
    await Promise.all(files.map((uri) => this.#refresh(uri)));
  }

  /** Whoever types fast waits for one answer at a time. */
  async #edited({ languageId, uri }: TextDocument): Promise<void> {
    if (languageId !== 'aurora-blueprint' && languageId !== 'aurora-scenarios') return;
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

  /** The blueprint on which a scenario is played, as VS Code writes its uri. */
  #designOf(item: TestItem): string | undefined {
    const design = this.#known.get(item)?.place?.uri;
    return design === undefined ? undefined : Uri.parse(design).toString();
  }

  /** Opens the panel with the scenario of a test; for a file, with its design alone. */
  async #showInSimulator(item: TestItem): Promise<void> {
    const [, firstOfFile] = [...item.children][0] ?? [];
    const place = this.#known.get(firstOfFile ?? item)?.place;
    if (place === undefined) {
      const sentence = 'There is no design to play this on. The panel shows the first design of a blueprint.';
      void window.showWarningMessage(sentence);
      return;
    }
    const shown: StagePlace = firstOfFile === undefined ? place : { uri: place.uri };
    await commands.executeCommand(clientCommands.simulate, shown);
  }
}
