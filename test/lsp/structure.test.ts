import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { instance, template } from '@aurora-blueprint/core/testing/template-texts.ts';
import { LineIndex } from '@aurora-blueprint/core/text/line-index.ts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  type DocumentLink,
  DocumentLinkRequest,
  type DocumentSymbol,
  DocumentSymbolRequest,
  FoldingRangeRequest,
  type Range,
  type SelectionRange,
  SelectionRangeRequest,
  type SymbolInformation,
  WillRenameFilesRequest,
  WorkspaceSymbolRequest,
} from 'vscode-languageserver-protocol';
import { ServerProcess } from './server-process.ts';

const blueprint = `aurora: 1
name: orders
engine: aurora-postgresql
primary:
  region: us-east-1
  backupRetentionPeriod: 40 # aurora-ignore AUR301: a trial
  instances:
    - { id: orders-a, class: db.r7g.large }
`;
const stack = template('      BackupRetentionPeriod: 40 # aurora-ignore AUR301: a trial\n', {
  resources: instance('Reader'),
});

let folder: string;
let server: ServerProcess;
const uriOf = (...names: readonly string[]) => pathToFileURL(join(folder, ...names)).href;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'structure-'));
  mkdirSync(join(folder, 'designs'));
  mkdirSync(join(folder, 'node_modules'));
  writeFileSync(join(folder, 'designs', 'far.aurora.yaml'), 'name: far\nprimary: { instances: [{ id: far-a }] }\n');
  writeFileSync(join(folder, 'node_modules', 'foreign.aurora.yaml'), 'name: foreign\n');
  writeFileSync(join(folder, 'calls.sql'), '-- aurora: ./designs/far.aurora.yaml\nSELECT 1;\n');
  server = await ServerProcess.start(folder, { textDocument: { diagnostic: {} } });
  await server.open(uriOf('orders.aurora.yaml'), 'aurora-blueprint', blueprint);
  await server.open(uriOf('stack.yaml'), 'yaml', stack);
});
afterAll(async () => {
  await server.stop();
  rmSync(folder, { recursive: true });
});

describe.each([
  ['a blueprint', 'orders.aurora.yaml', blueprint, 'AUR301', '40'],
  ['a template', 'stack.yaml', stack, 'AUR301', '40'],
])('%s', (_, name, text, rule, value) => {
  const lines = new LineIndex(text);
  const textDocument = () => ({ uri: uriOf(name) });
  const textAt = ({ start, end }: Range) => text.slice(lines.offsetAt(start), lines.offsetAt(end));

  test('folds from a key to the last line below it', async () => {
    const folds = await server.connection.sendRequest(FoldingRangeRequest.type, { textDocument: textDocument() });
    const key = text.includes('primary:') ? 'primary:' : 'Resources:';
    const startLine = lines.positionAt(text.indexOf(key)).line;
    expect(folds).toContainEqual({ startLine, endLine: lines.lineCount - 2 });
  });

  test('lets a selection grow', async () => {
    const positions = [lines.positionAt(text.indexOf(value))];
    const params = { textDocument: textDocument(), positions };
    const [innermost] = (await server.connection.sendRequest(SelectionRangeRequest.type, params)) ?? [];
    const texts: string[] = [];
    for (let at: SelectionRange | undefined = innermost; at !== undefined; at = at.parent) texts.push(textAt(at.range));
    expect(texts[0]).toBe(value);
    expect(texts[1]).toMatch(/^backupRetentionPeriod: 40$/i);
    expect(texts.at(-1)).toBe(text);
  });

  test('links a suppressed rule to its documentation', async () => {
    const [link] = (await server.connection.sendRequest(DocumentLinkRequest.type, {
      textDocument: textDocument(),
    })) as DocumentLink[];
    expect(link && textAt(link.range)).toBe(rule);
    expect(link?.target).toContain('https://docs.aws.amazon.com/');
  });

  test('has an outline that says what things are', async () => {
    const symbols = await server.connection.sendRequest(DocumentSymbolRequest.type, { textDocument: textDocument() });
    const all = (some: readonly DocumentSymbol[]): readonly string[] =>
      some.flatMap(({ name, detail, children = [] }) => [`${name}: ${detail}`, ...all(children)]);
    const wanted =
      name === 'stack.yaml' ? 'Reader: AWS::RDS::DBInstance db.r7g.large' : 'orders-a: db.r7g.large writer';
    expect(all(symbols as DocumentSymbol[])).toContain(wanted);
  });
});

test('SQL links to the design that it names', async () => {
  const uri = uriOf('linked.sql');
  await server.open(uri, 'sql', '-- aurora: mysql ./designs/far.aurora.yaml\nSELECT 1;\n');
  const links = await server.connection.sendRequest(DocumentLinkRequest.type, { textDocument: { uri } });
  expect(links).toMatchObject([{ target: uriOf('designs', 'far.aurora.yaml') }]);
});

test('things are found over the files of the workspace, open or not', async () => {
  const find = async (query: string) => {
    const found = (await server.connection.sendRequest(WorkspaceSymbolRequest.type, { query })) as SymbolInformation[];
    return found.map(({ name, containerName, location }) => [name, containerName, location.uri]);
  };
  expect(await find('ord-a')).toEqual([['orders-a', 'orders', uriOf('orders.aurora.yaml')]]);
  expect(await find('far-a')).toEqual([['far-a', 'far', uriOf('designs', 'far.aurora.yaml')]]);
  expect(await find('reader')).toEqual([['Reader', 'AWS::RDS::DBInstance', uriOf('stack.yaml')]]);
  expect(await find('foreign')).toEqual([]);
});

test.each([
  ['the design', 'designs/far.aurora.yaml', 'designs/near.aurora.yaml', './designs/near.aurora.yaml'],
  ['its folder', 'designs', 'old', './old/far.aurora.yaml'],
  ['the SQL', 'calls.sql', 'sql/calls.sql', '../designs/far.aurora.yaml'],
])('SQL goes on naming its design when %s moves', async (_, from, to, named) => {
  const files = [{ oldUri: uriOf(from), newUri: uriOf(to) }];
  const edit = await server.connection.sendRequest(WillRenameFilesRequest.type, { files });
  expect(edit?.changes?.[uriOf('calls.sql')]).toEqual([
    { range: { start: { line: 0, character: 11 }, end: { line: 0, character: 36 } }, newText: named },
  ]);
});

test('nothing follows when both move, or something else does', async () => {
  const rename = (...names: readonly string[]) =>
    names.map((name) => ({ oldUri: uriOf(name), newUri: uriOf('elsewhere', name) }));
  for (const files of [rename('calls.sql', 'designs'), rename('other.sql')]) {
    const edit = await server.connection.sendRequest(WillRenameFilesRequest.type, { files });
    expect(edit?.changes?.[uriOf('calls.sql')]).toBeUndefined();
  }
});
