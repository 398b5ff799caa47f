import { pathToFileURL } from 'node:url';
import { clientCommands } from '@aurora-blueprint/core/protocol/client-commands.ts';
import {
  type RunScenarioTestResult,
  runScenarioTestMethod,
  type ScenarioTestsResult,
  scenarioTestsMethod,
} from '@aurora-blueprint/core/protocol/scenario-test-requests.ts';
import { type SimulateResult, simulateMethod } from '@aurora-blueprint/core/protocol/simulation-requests.ts';
import { readFixture } from '@aurora-blueprint/core/testing/markers.ts';
import { orders } from '@aurora-blueprint/core/testing/scenario-texts.ts';
import { LineIndex } from '@aurora-blueprint/core/text/line-index.ts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  CodeActionRequest,
  CodeLensRequest,
  CompletionRequest,
  DefinitionRequest,
  DidChangeWatchedFilesNotification,
  DidCloseTextDocumentNotification,
  DocumentFormattingRequest,
  DocumentHighlightRequest,
  DocumentLinkRequest,
  DocumentOnTypeFormattingRequest,
  DocumentRangeFormattingRequest,
  DocumentSymbolRequest,
  FileChangeType,
  FoldingRangeRequest,
  HoverRequest,
  type LocationLink,
  PrepareRenameRequest,
  type Range,
  ReferencesRequest,
  RenameRequest,
  SelectionRangeRequest,
  SemanticTokensDeltaRequest,
  SemanticTokensRangeRequest,
  SemanticTokensRequest,
  WillRenameFilesRequest,
  WorkspaceDiagnosticRequest,
  type WorkspaceEdit,
  WorkspaceSymbolRequest,
} from 'vscode-languageserver-protocol';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { makeFolder } from '../cli/folder.ts';
import { ServerProcess } from './server-process.ts';

const crash = (target: string) => `design: ./orders.aurora.yaml
scenarios:
  - name: crash
    seed: 7
    events: [{ at: 1m, crash: ${target} }]
    expect: { promoted: orders-b }
`;
const other = `design: ../orders.aurora.yaml
scenarios:
  - name: lose a reader
    events: [{ at: 1m, fail: instance, target: orders-b, for: 2m }]
    expect: { promoted: nobody }
`;
const folder = makeFolder({
  'orders.aurora.yaml': orders,
  'shop.aurora.yaml': orders.replaceAll('orders', 'shop'),
  'saved.scenario.yaml': crash('writer'),
  'deep/other.scenario.yml': other,
});
const uriOf = (name: string) => pathToFileURL(`${folder.path}/${name}`).href;
const design = uriOf('orders.aurora.yaml');

let server: ServerProcess;
let opened = 0;
beforeAll(async () => {
  const capabilities = {
    textDocument: { definition: { linkSupport: true }, rename: { prepareSupport: true }, diagnostic: {} },
  };
  server = await ServerProcess.start(folder.path, capabilities, { commands: Object.values(clientCommands) });
});
afterAll(() => server.stop());

/** Opens a marked text beside the design; what is needed to ask about the place of its cursor. */
async function open(marked: string, on = server) {
  opened += 1;
  const { text, cursor = 0 } = readFixture(marked);
  const uri = uriOf(`open-${opened}.scenario.yaml`);
  await on.open(uri, 'aurora-scenarios', text);
  const textDocument = { uri };
  return { uri, text, textDocument, position: new LineIndex(text).positionAt(cursor) };
}

const close = (uri: string) =>
  server.connection.sendNotification(DidCloseTextDocumentNotification.type, { textDocument: { uri } });

const wordAt = (text: string, { start, end }: Range) => {
  const lines = new LineIndex(text);
  return text.slice(lines.offsetAt(start), lines.offsetAt(end));
};

const applied = (text: string, uri: string, edit: WorkspaceEdit | null) =>
  TextDocument.applyEdits(TextDocument.create(uri, '', 0, text), edit?.changes?.[uri] ?? []);

describe('the findings of a scenario file', () => {
  test('stand in it, judged against the design that it names', async () => {
    const { uri, text } = await open(crash('orders-x'));
    const [finding, ...others] = await server.pullDiagnostics(uri);
    expect(others).toEqual([]);
    expect(finding).toMatchObject({ code: 'SIM009', message: expect.stringContaining('no instance orders-x') });
    expect(finding && wordAt(text, finding.range)).toBe('orders-x');
  });

  test('go with the edit that mends them', async () => {
    const { uri } = await open(crash('orders-x'));
    await server.change(uri, 2, crash('orders-a'));
    expect(await server.pullDiagnostics(uri)).toEqual([]);
  });

  test('are mended by their fixes', async () => {
    const { uri, text, textDocument } = await open(crash('order-a'));
    const diagnostics = [...(await server.pullDiagnostics(uri))];
    const range = { start: { line: 0, character: 0 }, end: { line: 6, character: 0 } };
    const params = { textDocument, range, context: { diagnostics } };
    const actions = (await server.connection.sendRequest(CodeActionRequest.type, params)) ?? [];
    const [action] = actions.flatMap((one) => ('edit' in one && one.edit ? [one.edit] : []));
    expect(applied(text, uri, action ?? null)).toBe(crash('orders-a'));
  });

  test('say which design may be meant, and link to the one that is named', async () => {
    const { uri, textDocument } = await open(crash('writer').replace('orders.aurora', 'order.aurora'));
    expect(await server.pullDiagnostics(uri)).toMatchObject([
      { code: 'SIM018', message: expect.stringContaining('Did you mean ./orders.aurora.yaml?') },
    ]);
    await server.change(uri, 2, crash('writer'));
    const links = await server.connection.sendRequest(DocumentLinkRequest.type, { textDocument });
    expect(links).toMatchObject([{ target: design }]);
  });

  test('change with the design that is being edited, and back when that is closed', async () => {
    const { uri } = await open(crash('orders-a'));
    await server.open(design, 'aurora-blueprint', orders.replace('orders-a', 'orders-z'));
    expect(await server.pullDiagnostics(uri)).toMatchObject([{ code: 'SIM009' }]);
    await close(design);
    expect(await server.pullDiagnostics(uri)).toEqual([]);
  });

  test('change with the design on disk', async () => {
    const { uri } = await open(crash('writer').replace('orders.aurora', 'new.aurora'));
    expect(await server.pullDiagnostics(uri)).toMatchObject([{ code: 'SIM018' }]);
    folder.write('new.aurora.yaml', orders);
    const changes = [{ uri: uriOf('new.aurora.yaml'), type: FileChangeType.Created }];
    await server.connection.sendNotification(DidChangeWatchedFilesNotification.method, { changes });
    expect(await server.pullDiagnostics(uri)).toEqual([]);
  });

  test('are told to an editor that waits for them, again with each change of the design, and go with the file', async () => {
    const waiting = await ServerProcess.start(folder.path);
    const { uri } = await open(crash('orders-a'), waiting);
    await waiting.published(uri, ({ diagnostics }) => diagnostics.length === 0);
    await waiting.open(design, 'aurora-blueprint', orders.replace('orders-a', 'orders-z'));
    const { diagnostics } = await waiting.published(uri, (published) => published.diagnostics.length > 0);
    expect(diagnostics).toMatchObject([{ code: 'SIM009' }]);
    const before = waiting.publishedCount;
    const textDocument = { uri };
    await waiting.connection.sendNotification(DidCloseTextDocumentNotification.type, { textDocument });
    await waiting.published(uri, (published) => published.diagnostics.length === 0, before);
    await waiting.stop();
  });

  test('are those of the workspace too, of files that nobody opened', async () => {
    folder.write('wrong.scenario.yaml', crash('orders-x'));
    const params = { previousResultIds: [] };
    const { items } = await server.connection.sendRequest(WorkspaceDiagnosticRequest.type, params);
    const report = items.find(({ uri }) => uri === uriOf('wrong.scenario.yaml'));
    expect(report && 'items' in report ? report.items : undefined).toMatchObject([{ code: 'SIM009' }]);
    folder.write('wrong.scenario.yaml', crash('writer'));
  });
});

describe('in a scenario file', () => {
  const labels = async (marked: string) => {
    const { textDocument, position } = await open(marked);
    const answer = await server.connection.sendRequest(CompletionRequest.type, { textDocument, position });
    return (Array.isArray(answer) ? answer : (answer?.items ?? [])).map(({ label }) => label);
  };

  test('completion offers what stands in the design', async () => {
    expect(await labels(crash('$0'))).toEqual(expect.arrayContaining(['writer', 'orders-a', 'orders-c']));
    expect(await labels(crash('writer').replace('crash: writer', 'fail: az, target: $0'))).toEqual(
      expect.arrayContaining(['us-east-1a', 'us-east-1b', 'us-east-1c']),
    );
  });

  test('completion offers its own keys, and the designs that it can name', async () => {
    expect(await labels('$0')).toEqual(['design', 'scenarios']);
    expect(await labels('design: $0\nscenarios: []\n')).toEqual(
      expect.arrayContaining(['./orders.aurora.yaml', './shop.aurora.yaml']),
    );
  });

  test('hover says what a key is, and what a value means in the design', async () => {
    const hover = async (marked: string) => {
      const { textDocument, position } = await open(marked);
      return JSON.stringify(await server.connection.sendRequest(HoverRequest.type, { textDocument, position }));
    };
    expect(await hover(crash('writer').replace('design', 'des$0ign'))).toContain('The blueprint on which');
    expect(await hover(crash('order$0s-a'))).toContain('db.r7g.large');
  });

  test('the outline names the scenarios', async () => {
    const { textDocument } = await open(crash('writer'));
    expect(await server.connection.sendRequest(DocumentSymbolRequest.type, { textDocument })).toMatchObject([
      { name: 'design', detail: './orders.aurora.yaml' },
      { name: 'scenarios', children: [{ name: 'crash' }] },
    ]);
  });

  test('a search over the workspace finds scenarios', async () => {
    const found = await server.connection.sendRequest(WorkspaceSymbolRequest.type, { query: 'lose a reader' });
    expect(found).toMatchObject([{ name: 'lose a reader', location: { uri: uriOf('deep/other.scenario.yml') } }]);
  });

  test('blanks are made even, in the whole or in some lines', async () => {
    const { uri, text, textDocument } = await open(
      crash('writer').replace('design: ', 'design:   ').replace('seed: ', 'seed:  '),
    );
    const options = { tabSize: 2, insertSpaces: true };
    const whole = await server.connection.sendRequest(DocumentFormattingRequest.type, { textDocument, options });
    expect(applied(text, uri, { changes: { [uri]: whole ?? [] } })).toBe(crash('writer'));
    const range = { start: { line: 0, character: 0 }, end: { line: 0, character: 9 } };
    const some = await server.connection.sendRequest(DocumentRangeFormattingRequest.type, {
      textDocument,
      options,
      range,
    });
    expect(applied(text, uri, { changes: { [uri]: some ?? [] } })).toBe(crash('writer').replace('seed: ', 'seed:  '));
  });

  test('a line below the key of a list begins with a dash', async () => {
    const { uri, text, textDocument, position } = await open('design: ./orders.aurora.yaml\nscenarios:\n$0');
    const params = { textDocument, position, ch: '\n', options: { tabSize: 2, insertSpaces: true } };
    const edits = await server.connection.sendRequest(DocumentOnTypeFormattingRequest.type, params);
    expect(applied(text, uri, { changes: { [uri]: edits ?? [] } })).toContain('scenarios:\n  - ');
  });

  test('what stands together folds, and a selection grows through it', async () => {
    const { textDocument, position } = await open(crash('wri$0ter'));
    const folds = await server.connection.sendRequest(FoldingRangeRequest.type, { textDocument });
    expect(folds).toContainEqual(expect.objectContaining({ startLine: 1 }));
    const params = { textDocument, positions: [position] };
    const [selection] = (await server.connection.sendRequest(SelectionRangeRequest.type, params)) ?? [];
    expect(selection && wordAt(crash('writer'), selection.range)).toBe('writer');
  });

  test('names and words that Aurora knows have colours of their own, also after an edit', async () => {
    const { uri, textDocument } = await open(crash('orders-a'));
    const whole = await server.connection.sendRequest(SemanticTokensRequest.type, { textDocument });
    expect(whole?.data.length).toBeGreaterThan(0);
    const range = { start: { line: 4, character: 0 }, end: { line: 5, character: 0 } };
    const some = await server.connection.sendRequest(SemanticTokensRangeRequest.type, { textDocument, range });
    expect(some?.data.length).toBeLessThan(whole?.data.length ?? 0);
    await server.change(uri, 2, crash('orders-a').replace('orders-b', 'nobody'));
    const previousResultId = whole?.resultId ?? '';
    const delta = await server.connection.sendRequest(SemanticTokensDeltaRequest.type, {
      textDocument,
      previousResultId,
    });
    expect(delta && 'edits' in delta ? delta.edits : undefined).toHaveLength(1);
  });
});

describe('a name of the design in a scenario file', () => {
  test('leads to where the design declares it', async () => {
    const { textDocument, position } = await open(crash('order$0s-a'));
    const answer = await server.connection.sendRequest(DefinitionRequest.type, { textDocument, position });
    const links = answer as LocationLink[];
    expect(links.map(({ targetUri }) => targetUri)).toEqual([design]);
    expect(links[0] && wordAt(orders, links[0].targetSelectionRange)).toBe('orders-a');
  });

  test('is found in the design and in all files with scenarios for it', async () => {
    const { uri, textDocument, position } = await open(crash('order$0s-b'));
    const highlights = await server.connection.sendRequest(DocumentHighlightRequest.type, { textDocument, position });
    expect(highlights).toHaveLength(2);
    const params = { textDocument, position, context: { includeDeclaration: true } };
    const places = (await server.connection.sendRequest(ReferencesRequest.type, params)) ?? [];
    const files = new Set(places.map((place) => place.uri));
    expect(files).toEqual(new Set([...files, uri, design, uriOf('deep/other.scenario.yml')]));
    expect(files).not.toContain(uriOf('shop.aurora.yaml'));
    await close(uri);
  });

  test('gets another one there, in the design and in all files with scenarios for it', async () => {
    const { uri, text, textDocument, position } = await open(crash('order$0s-b'));
    const prepared = await server.connection.sendRequest(PrepareRenameRequest.type, { textDocument, position });
    expect(prepared).toMatchObject({ placeholder: 'orders-b' });
    const edit = await server.connection.sendRequest(RenameRequest.type, {
      textDocument,
      position,
      newName: 'orders-2',
    });
    expect(applied(text, uri, edit)).toBe(text.replaceAll('orders-b', 'orders-2'));
    expect(applied(orders, design, edit)).toBe(orders.replaceAll('orders-b', 'orders-2'));
    expect(applied(other, uriOf('deep/other.scenario.yml'), edit)).toBe(other.replaceAll('orders-b', 'orders-2'));
    expect(edit?.changes).not.toHaveProperty([uriOf('shop.aurora.yaml')]);
  });

  test('gets another one from the design too', async () => {
    await server.open(design, 'aurora-blueprint', orders);
    const at = {
      textDocument: { uri: design },
      position: new LineIndex(orders).positionAt(orders.indexOf('orders-b')),
    };
    const edit = await server.connection.sendRequest(RenameRequest.type, { ...at, newName: 'orders-2' });
    expect(applied(other, uriOf('deep/other.scenario.yml'), edit)).toBe(other.replaceAll('orders-b', 'orders-2'));
    await close(design);
  });

  test('cannot get one that the design has already', async () => {
    const { textDocument, position } = await open(crash('order$0s-b'));
    const params = { textDocument, position, newName: 'orders-c' };
    await expect(server.connection.sendRequest(RenameRequest.type, params)).rejects.toThrow('orders-c already');
  });
});

test('when the design moves, its scenario files go on naming it', async () => {
  const files = [{ oldUri: design, newUri: uriOf('deep/orders.aurora.yaml') }];
  const edit = await server.connection.sendRequest(WillRenameFilesRequest.type, { files });
  const saved = uriOf('saved.scenario.yaml');
  expect(applied(crash('writer'), saved, edit)).toContain('design: ./deep/orders.aurora.yaml\n');
  expect(applied(other, uriOf('deep/other.scenario.yml'), edit)).toContain('design: ./orders.aurora.yaml\n');
});

describe('a scenario of a file of its own', () => {
  const place = { uri: design, run: { scenario: 'crash', file: uriOf('saved.scenario.yaml') }, seed: 7 };

  test('is a test that runs on its design', async () => {
    const params = { uri: uriOf('saved.scenario.yaml') };
    const { tests } = await server.connection.sendRequest<ScenarioTestsResult>(scenarioTestsMethod, params);
    expect(tests).toMatchObject([{ id: 'crash', name: 'crash', place }]);
    const run = { ...params, id: 'crash' };
    const result = await server.connection.sendRequest<RunScenarioTestResult>(runScenarioTestMethod, run);
    expect(result).toMatchObject({ outcome: 'passed', output: expect.stringContaining('crash (seed 7') });
  });

  test('says at the name of its design why it cannot be played', async () => {
    const { uri, text } = await open(crash('writer').replace('orders.aurora', 'no.aurora'));
    const { tests } = await server.connection.sendRequest<ScenarioTestsResult>(scenarioTestsMethod, { uri });
    expect(tests.map((one) => one.place)).toEqual([undefined]);
    const result = await server.connection.sendRequest<RunScenarioTestResult>(runScenarioTestMethod, {
      uri,
      id: 'crash',
    });
    expect(result).toMatchObject({
      outcome: 'inconclusive',
      messages: [{ message: expect.stringContaining('There is no file') }],
    });
    expect(result.messages[0] && wordAt(text, result.messages[0].range)).toBe('./no.aurora.yaml');
  });

  test('has a lens that plays it in the panel of its design', async () => {
    const { uri, textDocument } = await open(crash('writer'));
    const lenses = (await server.connection.sendRequest(CodeLensRequest.type, { textDocument })) ?? [];
    const run = { scenario: 'crash', file: uri };
    expect(lenses.map(({ command }) => command)).toEqual([
      { title: 'Simulate', command: clientCommands.simulate, arguments: [{ uri: design, run, seed: 7 }] },
    ]);
  });

  test('is played on the design as the panel shows it', async () => {
    await server.open(design, 'aurora-blueprint', orders.replace('orders-b', 'orders-z'));
    const played = await server.connection.sendRequest<SimulateResult>(simulateMethod, place);
    expect(played).toMatchObject({ timeline: { scenario: 'crash', seed: 7, verdict: { promoted: 'orders-z' } } });
    const gone = { ...place, run: { ...place.run, scenario: 'crush' } };
    expect(await server.connection.sendRequest<SimulateResult>(simulateMethod, gone)).toMatchObject({
      problem: expect.stringContaining('no scenario crush'),
    });
    await close(design);
  });
});
