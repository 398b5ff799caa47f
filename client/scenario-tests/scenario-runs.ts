import {
  type RunScenarioTestResult,
  runScenarioTestMethod,
  type ScenarioTestMessage,
} from '@aurora-blueprint/core/protocol/scenario-test-requests.ts';
import {
  type CancellationToken,
  Location,
  Range,
  type TestController,
  type TestItem,
  TestMessage,
  type TestRun,
  TestRunProfileKind,
  TestRunRequest,
  type Uri,
} from 'vscode';
import { type LanguageServer, serverFailure } from '../language-server.ts';

/** Runs scenarios as tests, once or whenever their file is saved. */
export class ScenarioRuns {
  readonly #server: LanguageServer;
  readonly #controller: TestController;
  /** The blueprint on which a scenario is played, where it is known. */
  readonly #designOf: (item: TestItem) => string | undefined;
  /** What is run again with every change, each until a person ends it. */
  readonly #continuous = new Set<TestRunRequest>();

  constructor(server: LanguageServer, controller: TestController, designOf: (item: TestItem) => string | undefined) {
    this.#designOf = designOf;
    this.#server = server;
    this.#controller = controller;
    const run = (request: TestRunRequest, token: CancellationToken) => this.#begin(request, token);
    controller.createRunProfile('Play', TestRunProfileKind.Run, run, true, undefined, true);
  }

  /** A file has changed on disk. */
  changed(uri: Uri): void {
    const file = uri.toString();
    for (const { include, exclude, profile } of this.#continuous) {
      const touched = this.#testsOf({ include, exclude }).filter(
        (item) => item.uri?.toString() === file || this.#designOf(item) === file,
      );
      if (touched.length > 0) void this.#run(new TestRunRequest(touched, exclude, profile, true));
    }
  }

  async #begin(request: TestRunRequest, token: CancellationToken): Promise<void> {
    if (request.continuous === true) {
      this.#continuous.add(request);
      token.onCancellationRequested(() => this.#continuous.delete(request));
    }
    await this.#run(request);
  }

  async #run(request: TestRunRequest): Promise<void> {
    const run = this.#controller.createTestRun(request);
    const wanted = this.#testsOf(request);
    for (const item of wanted) run.enqueued(item);
    for (const item of wanted) {
      if (run.token.isCancellationRequested) run.skipped(item);
      else await this.#play(run, item);
    }
    run.end();
  }

  async #play(run: TestRun, item: TestItem): Promise<void> {
    run.started(item);
    const { uri } = item;
    if (uri === undefined) return;
    try {
      const params = { uri: uri.toString(), id: item.id };
      const result = await this.#server.request<RunScenarioTestResult>(runScenarioTestMethod, params);
      const { outcome, duration } = result;
      run.appendOutput(result.output.replaceAll('\n', '\r\n'), undefined, item);
      const messages = result.messages.map((message) => messageAt(uri, message));
      if (outcome === 'passed') run.passed(item, duration);
      else if (outcome === 'failed') run.failed(item, messages, duration);
      else run.errored(item, messages, duration);
    } catch (error) {
      run.errored(item, new TestMessage(serverFailure(error)));
    }
  }

  /** The scenarios that a request is about: those of files that it names, or all. */
  #testsOf({ include, exclude = [] }: Pick<TestRunRequest, 'include' | 'exclude'>): readonly TestItem[] {
    const isExcluded = (item: TestItem) =>
      exclude.some(({ id, parent }) => id === item.id && parent?.id === item.parent?.id);
    const files = include ?? itemsIn(this.#controller.items);
    return files
      .filter((item) => !isExcluded(item))
      .flatMap((item) => (item.parent === undefined ? itemsIn(item.children) : [item]))
      .filter((item) => !isExcluded(item));
  }
}

function itemsIn(collection: TestController['items']): readonly TestItem[] {
  return [...collection].map(([, item]) => item);
}

/** What did not pass, at its place in the blueprint. */
function messageAt(uri: Uri, { message, range }: ScenarioTestMessage): TestMessage {
  const said = new TestMessage(message);
  const { start, end } = range;
  said.location = new Location(uri, new Range(start.line, start.character, end.line, end.character));
  return said;
}
