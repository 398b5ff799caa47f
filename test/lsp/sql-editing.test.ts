import { fileURLToPath, pathToFileURL } from 'node:url';
import { clientCommands } from '@aurora-blueprint/core/protocol/client-commands.ts';
import { type SqlFileResult, sqlFileMethod } from '@aurora-blueprint/core/protocol/sql-file-request.ts';
import { readFixture } from '@aurora-blueprint/core/text/fixture.ts';
import { LineIndex } from '@aurora-blueprint/core/text/line-index.ts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  CodeLensRequest,
  type CompletionItem,
  CompletionRequest,
  CompletionResolveRequest,
  CompletionTriggerKind,
  DefinitionRequest,
  DocumentSymbolRequest,
  FoldingRangeRequest,
  HoverRequest,
  ReferencesRequest,
  RenameRequest,
  SelectionRangeRequest,
  SignatureHelpRequest,
  WorkspaceSymbolRequest,
} from 'vscode-languageserver-protocol';
import { ServerProcess } from './server-process.ts';

const folder = fileURLToPath(new URL('../../examples', import.meta.url));
const uriOf = (name: string) => pathToFileURL(`${folder}/${name}`).href;

let server: ServerProcess;
beforeAll(async () => {
  const capabilities = {
    textDocument: {
      diagnostic: {},
      completion: { completionItem: { snippetSupport: true, resolveSupport: { properties: ['documentation'] } } },
    },
  };
  server = await ServerProcess.start(folder, capabilities, { commands: [clientCommands.previewInference] });
});
afterAll(() => server.stop());

/** Opens an SQL file in which `$0` is the cursor; what requests at the cursor carry. */
async function openAt(name: string, marked: string) {
  const { text, cursor = 0 } = readFixture(marked);
  const uri = uriOf(name);
  await server.open(uri, 'sql', text);
  return { textDocument: { uri }, position: new LineIndex(text).positionAt(cursor) };
}

const items = (result: unknown) => result as readonly CompletionItem[];

describe('completion in SQL', () => {
  test('offers functions as snippets, by the dialect and the design of the file', async () => {
    const at = await openAt('a.sql', "SELECT aws_comprehend.detect_sentiment('a', 'en');\nSELECT aws_$0\n");
    const offered = items(await server.connection.sendRequest(CompletionRequest.type, at));
    expect(offered.find(({ label }) => label === 'aws_sagemaker.invoke_endpoint')).toMatchObject({
      textEdit: { newText: expect.stringContaining('|fraud-detector|') },
      insertTextFormat: 2,
    });
  });

  test('tells what a value is when it is shown', async () => {
    const at = await openAt('b.sql', "SELECT aws_comprehend.detect_sentiment('a', '$0);\n");
    const [first] = items(await server.connection.sendRequest(CompletionRequest.type, at));
    expect(first).toMatchObject({ label: 'en', detail: 'English', textEdit: { newText: "en'" } });
    expect(first && (await server.connection.sendRequest(CompletionResolveRequest.type, first))).toMatchObject({
      documentation: { value: expect.stringContaining('Language codes') },
    });
  });

  test('knows the first name of a file that has none of Aurora’s yet', async () => {
    const at = await openAt('first.mysql.sql', 'SELECT id, aws_$0 FROM t;\n');
    const offered = items(await server.connection.sendRequest(CompletionRequest.type, at));
    expect(offered.map(({ label }) => label)).toContain('aws_comprehend_detect_sentiment');
    const plain = await openAt('plain-list.sql', 'SELECT id, $0 FROM t;\n');
    expect(await server.connection.sendRequest(CompletionRequest.type, plain)).toEqual([]);
  });

  test('stays out of the way of a blank', async () => {
    const at = await openAt('blank.sql', "SELECT aws_comprehend.detect_sentiment('a', 'en'), $0\n");
    const context = { triggerKind: CompletionTriggerKind.TriggerCharacter, triggerCharacter: ' ' };
    expect(await server.connection.sendRequest(CompletionRequest.type, { ...at, context })).toEqual([]);
  });
});

test('hover says what a call is, and what the design that governs the file says to it', async () => {
  const at = await openAt('hover.sql', "SELECT aws_comprehend.detect_$0sentiment('a', 'en');\n");
  expect(await server.connection.sendRequest(HoverRequest.type, at)).toMatchObject({
    contents: { value: expect.stringContaining('A role for Comprehend is associated.') },
    range: { start: { line: 0, character: 7 }, end: { line: 0, character: 38 } },
  });
});

test('signature help marks the parameter that is being written', async () => {
  const at = await openAt('signature.sql', "SELECT aws_comprehend.detect_sentiment('a', $0\n");
  expect(await server.connection.sendRequest(SignatureHelpRequest.type, at)).toMatchObject({
    signatures: [{ label: expect.stringMatching(/^aws_comprehend\.detect_sentiment\(input_text varchar, /) }],
    activeParameter: 1,
  });
  const behind = await openAt('behind.sql', "SELECT aws_comprehend.detect_sentiment('a', 'en', 1, $0\n");
  expect(await server.connection.sendRequest(SignatureHelpRequest.type, behind)).toMatchObject({ activeParameter: 3 });
});

describe('a wrapper of ML calls', () => {
  /** Files of one folder belong together: each test has a function of its own. */
  const wrapper = (name: string) => `CREATE FUNCTION ${name}(body text) RETURNS text LANGUAGE sql AS $$
  SELECT (aws_comprehend.detect_sentiment(body, 'en')).sentiment
$$;
SELECT $0${name}(body) FROM reviews;
`;
  const declaration = { start: { line: 0, character: 16 }, end: { line: 0, character: 20 } };
  const call = { start: { line: 3, character: 7 }, end: { line: 3, character: 11 } };

  test('is found from its calls, and they from it, across files', async () => {
    const { textDocument } = await openAt('mood.sql', wrapper('mood'));
    const created = { uri: textDocument.uri, range: declaration };
    const at = await openAt('daily.sql', "SELECT mo$0od('a'), aws_comprehend.detect_sentiment('a', 'en');\n");
    await server.pullDiagnostics(at.textDocument.uri);
    expect(await server.connection.sendRequest(DefinitionRequest.type, at)).toEqual([created]);
    const context = { includeDeclaration: true };
    expect(await server.connection.sendRequest(ReferencesRequest.type, { ...at, context })).toEqual([
      { uri: at.textDocument.uri, range: { start: { line: 0, character: 7 }, end: { line: 0, character: 11 } } },
      created,
      { uri: textDocument.uri, range: call },
    ]);
    expect(await server.connection.sendRequest(SignatureHelpRequest.type, at)).toBeNull();
    expect(await server.connection.sendRequest(HoverRequest.type, at)).toMatchObject({
      contents: { value: expect.stringContaining('mood(body text) → text') },
    });
  });

  test('gets another name everywhere', async () => {
    const at = await openAt('renamed.sql', wrapper('tone'));
    expect(await server.connection.sendRequest(RenameRequest.type, { ...at, newName: 'temper' })).toEqual({
      changes: {
        [at.textDocument.uri]: [
          { range: declaration, newText: 'temper' },
          { range: call, newText: 'temper' },
        ],
      },
    });
  });

  test('stands in the outline, folds, and is what a selection grows to', async () => {
    const { textDocument, position } = await openAt('structure.sql', wrapper('feel'));
    expect(await server.connection.sendRequest(DocumentSymbolRequest.type, { textDocument })).toMatchObject([
      { name: 'feel', kind: 12, selectionRange: declaration, children: [{ name: 'aws_comprehend.detect_sentiment' }] },
    ]);
    const folds = await server.connection.sendRequest(FoldingRangeRequest.type, { textDocument });
    expect(folds).toMatchObject([{ startLine: 0, endLine: 2 }]);
    const positions = [position];
    expect(await server.connection.sendRequest(SelectionRangeRequest.type, { textDocument, positions })).toMatchObject([
      { range: call, parent: { range: { end: { character: 17 } } } },
    ]);
  });
});

test('the workspace is searched for functions of SQL files that are not open', async () => {
  const found = await server.connection.sendRequest(WorkspaceSymbolRequest.type, { query: 'fraud_score' });
  const container = { 'fraud.mysql.sql': 'SageMaker fraud-detector', 'reviews.sql': 'aws_sagemaker.invoke_endpoint' };
  expect(found).toMatchObject(
    Object.entries(container).map(([file, containerName]) => {
      return { name: 'fraud_score', containerName, location: { uri: uriOf(file) } };
    }),
  );
});

describe('the state of an SQL file', () => {
  const call = "SELECT aws_comprehend.detect_sentiment('a', 'en');\n";
  const stateOf = async (name: string, text: string) => {
    const { textDocument } = await openAt(name, text);
    const { file } = await server.connection.sendRequest<SqlFileResult>(sqlFileMethod, textDocument);
    return file;
  };

  test('is its dialect, what decided that, and the design that governs it', async () => {
    expect(await stateOf('named.mysql.sql', call)).toEqual({
      dialect: 'mysql',
      reason: 'file name',
      design: { name: 'fraud', uri: uriOf('fraud.aurora.yaml') },
    });
    expect(await stateOf('said.sql', `-- aurora: mysql\n${call}`)).toMatchObject({
      dialect: 'mysql',
      reason: 'comment',
    });
    expect(await stateOf('guessed.sql', call)).toMatchObject({
      dialect: 'postgresql',
      reason: 'statement',
      design: { name: 'orders' },
    });
  });

  test('is nothing where nothing of Aurora machine learning stands', async () => {
    expect(await stateOf('none.sql', 'SELECT 1;\n')).toBeNull();
  });
});

test('a preview stands above each call once, also inside another call and in a body', async () => {
  const uri = uriOf('lenses.sql');
  const text = `SELECT aws_sagemaker.invoke_endpoint('fraud-detector', NULL, (aws_comprehend.detect_sentiment(a, 'en')).confidence);
DO $$ BEGIN
  PERFORM aws_comprehend.detect_sentiment(a, 'en') FROM reviews;
END $$;
`;
  await server.open(uri, 'sql', text);
  const lenses = await server.connection.sendRequest(CodeLensRequest.type, { textDocument: { uri } });
  const places = lenses?.map(({ range: { start } }) => [start.line, start.character]);
  expect(places).toEqual([
    [0, 7],
    [0, 62],
    [2, 10],
  ]);
});
