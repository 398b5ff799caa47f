import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { readFixture } from '@aurora-blueprint/core/testing/markers.ts';
import { LineIndex } from '@aurora-blueprint/core/text/line-index.ts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  DefinitionRequest,
  DocumentHighlightKind,
  DocumentHighlightRequest,
  LinkedEditingRangeRequest,
  type Location,
  type LocationLink,
  PrepareRenameRequest,
  type Range,
  ReferencesRequest,
  RenameRequest,
  type WorkspaceEdit,
} from 'vscode-languageserver-protocol';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { ServerProcess } from './server-process.ts';

const blueprint = `aurora: 1
name: orders
engine: aurora-postgresql
primary:
  region: us-east-1
  instances:
    - { id: ord$0ers-a, class: db.r7g.large }
    - { id: orders-b, class: db.r7g.large }
scenarios:
  - name: lose the writer
    events: [{ at: 1m, crash: orders-a }]
    expect: { promoted: "orders-a" }
`;

const template = `Parameters:
  Sta$0ge: { Type: String }
Resources:
  Cluster:
    Type: AWS::RDS::DBCluster
    Properties:
      Engine: aurora-mysql
      DatabaseName: !Sub "db-\${Stage}"
      MasterUsername: !Ref Stage
`;

let folder: string;
let server: ServerProcess;
let documents = 0;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'names-'));
  const textDocument = { definition: { linkSupport: true }, rename: { prepareSupport: true }, diagnostic: {} };
  server = await ServerProcess.start(folder, { textDocument });
});
afterAll(async () => {
  await server.stop();
  rmSync(folder, { recursive: true });
});

/** Opens a marked text; what is needed to ask about the place of its cursor. */
async function open(marked: string, name = 'aurora.yaml', languageId = 'aurora-blueprint') {
  documents += 1;
  const { text, cursor = 0 } = readFixture(marked);
  const uri = pathToFileURL(join(folder, `open-${documents}.${name}`)).href;
  await server.open(uri, languageId, text);
  const lines = new LineIndex(text);
  const wordAt = ({ start, end }: Range) => text.slice(lines.offsetAt(start), lines.offsetAt(end));
  return { uri, text, at: { textDocument: { uri }, position: lines.positionAt(cursor) }, wordAt };
}

function applied(text: string, uri: string, edit: WorkspaceEdit | null): string {
  return TextDocument.applyEdits(TextDocument.create(uri, '', 0, text), edit?.changes?.[uri] ?? []);
}

describe.each([
  ['a blueprint', blueprint, 'aurora.yaml', 'aurora-blueprint', 'orders-a', 'orders-1'],
  ['a template', template, 'stack.yaml', 'yaml', 'Stage', 'Environment'],
])('a name of %s', (_, marked, file, language, name, newName) => {
  test('leads to where it is declared', async () => {
    const { at, wordAt } = await open(marked, file, language);
    const links = (await server.connection.sendRequest(DefinitionRequest.type, at)) as LocationLink[];
    expect(links.map(({ targetSelectionRange }) => wordAt(targetSelectionRange))).toEqual([name]);
    expect(links.map(({ targetRange }) => wordAt(targetRange).length > name.length)).toEqual([true]);
  });

  test('leads to its references, with and without its declaration', async () => {
    const { at, wordAt } = await open(marked, file, language);
    const ask = (includeDeclaration: boolean) =>
      server.connection.sendRequest(ReferencesRequest.type, { ...at, context: { includeDeclaration } });
    expect((await ask(true))?.map(({ range }) => wordAt(range))).toEqual([name, name, name]);
    expect(await ask(false)).toHaveLength(2);
  });

  test('is marked everywhere', async () => {
    const { at } = await open(marked, file, language);
    const marks = await server.connection.sendRequest(DocumentHighlightRequest.type, at);
    const { Write, Read } = DocumentHighlightKind;
    expect(marks?.map(({ kind }) => kind)).toEqual([Write, Read, Read]);
  });

  test('gets another one everywhere', async () => {
    const { uri, text, at } = await open(marked, file, language);
    expect(await server.connection.sendRequest(PrepareRenameRequest.type, at)).toMatchObject({ placeholder: name });
    const edit = await server.connection.sendRequest(RenameRequest.type, { ...at, newName });
    expect(applied(text, uri, edit)).toBe(text.replaceAll(name, newName));
  });
});

test('a rename that cannot be is refused with a reason', async () => {
  const { at } = await open(blueprint);
  const taken = server.connection.sendRequest(RenameRequest.type, { ...at, newName: 'orders-b' });
  await expect(taken).rejects.toThrow('Another instance is named orders-b already.');
  const region = await open('primary: { region: us-ea$0st-1 }\n');
  await expect(server.connection.sendRequest(PrepareRenameRequest.type, region.at)).rejects.toThrow(
    'us-east-1 is the name that AWS gives to the Region.',
  );
  const nothing = await open('primary: { port: 33$006 }\n');
  await expect(server.connection.sendRequest(PrepareRenameRequest.type, nothing.at)).rejects.toThrow('no name here');
});

test('an id is typed everywhere at once', async () => {
  const { at, wordAt } = await open(blueprint);
  const linked = await server.connection.sendRequest(LinkedEditingRangeRequest.type, at);
  expect(linked?.ranges.map(wordAt)).toEqual(['orders-a', 'orders-a', 'orders-a']);
});

describe('a SageMaker endpoint', () => {
  const design = 'machineLearning:\n  - service: SageMaker\n    endpoints: [{ name: fra$0ud }]\n';
  const call = "SELECT aws_sagemaker.invoke_endpoint('fraud', 10, amount) FROM orders;\n";

  test('is the same in the design and in the SQL that it governs, open or not', async () => {
    const { uri, text, at } = await open(design);
    const name = uri.slice(uri.lastIndexOf('/') + 1);
    writeFileSync(join(folder, 'on-disk.sql'), `-- aurora: ./${name}\n${call}`);
    const sql = await open(`-- aurora: ./${name}\n${call.replace('fraud', 'fr$0aud')}`, 'sql', 'sql');
    const other = pathToFileURL(join(folder, 'on-disk.sql')).href;

    const found = await server.connection.sendRequest(ReferencesRequest.type, {
      ...at,
      context: { includeDeclaration: true },
    });
    expect(found?.map((location) => location.uri).sort()).toEqual([other, sql.uri, uri].sort());

    const [target] = (await server.connection.sendRequest(DefinitionRequest.type, sql.at)) as LocationLink[];
    expect(target?.targetUri).toBe(uri);

    const context = { includeDeclaration: true };
    expect(await server.connection.sendRequest(ReferencesRequest.type, { ...sql.at, context })).toHaveLength(3);
    expect(await server.connection.sendRequest(DocumentHighlightRequest.type, sql.at)).toHaveLength(1);
    expect(await server.connection.sendRequest(PrepareRenameRequest.type, sql.at)).toMatchObject({
      placeholder: 'fraud',
    });

    const edit = await server.connection.sendRequest(RenameRequest.type, { ...sql.at, newName: 'scam' });
    expect(Object.keys(edit?.changes ?? {}).sort()).toEqual([other, sql.uri, uri].sort());
    expect(applied(text, uri, edit)).toContain('{ name: scam }');
    expect(applied(sql.text, sql.uri, edit)).toContain("('scam', 10");
  });

  test('that no design declares stays', async () => {
    const { at } = await open(call.replace('fraud', 'fr$0aud'), 'sql', 'sql');
    await expect(server.connection.sendRequest(RenameRequest.type, { ...at, newName: 'scam' })).rejects.toThrow(
      'No design declares fraud for this file',
    );
  });
});

test('an editor that knows no links gets the place alone', async () => {
  const plain = await ServerProcess.start(folder);
  const { text, cursor = 0 } = readFixture(blueprint);
  const uri = pathToFileURL(join(folder, 'plain.aurora.yaml')).href;
  await plain.open(uri, 'yaml', text);
  const position = new LineIndex(text).positionAt(cursor);
  const [location] = (await plain.connection.sendRequest(DefinitionRequest.type, {
    textDocument: { uri },
    position,
  })) as Location[];
  expect(location).toMatchObject({ uri, range: { start: { line: 6 } } });
  await plain.stop();
});
