import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { asJson, template } from '@aurora-blueprint/core/testing/template-texts.ts';
import { LineIndex } from '@aurora-blueprint/core/text/line-index.ts';
import { applyEdits } from '@aurora-blueprint/core/text/range.ts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  DidCloseTextDocumentNotification,
  DocumentFormattingRequest,
  DocumentOnTypeFormattingRequest,
  DocumentRangeFormattingRequest,
  type Position,
  type Range,
  type Registration,
  RegistrationRequest,
  type TextEdit,
  type Unregistration,
  UnregistrationRequest,
} from 'vscode-languageserver-protocol';
import { ServerProcess } from './server-process.ts';

const blueprint = 'aurora:   1\nname: orders\nprimary:\n    region:  us-east-1 # near\n    port: 5432\n';
const evenBlueprint = 'aurora: 1\nname: orders\nprimary:\n  region: us-east-1 # near\n  port: 5432\n';
const evenStack = template('      Port: !If [A, 33, 44]\n');
const stack = evenStack.replace('[A, 33, 44]', '[A,33, 44 ]');

const options = { tabSize: 2, insertSpaces: true };

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'formatting-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

const uriOf = (name: string) => pathToFileURL(join(folder, name)).href;

function edited(text: string, edits: readonly TextEdit[] | null): string {
  const lines = new LineIndex(text);
  const offsets = ({ start, end }: Range) => ({ start: lines.offsetAt(start), end: lines.offsetAt(end) });
  return applyEdits(
    text,
    (edits ?? []).map(({ range, newText }) => ({ range: offsets(range), newText })),
  );
}

describe('an editor that is told once', () => {
  let server: ServerProcess;
  beforeAll(async () => {
    server = await ServerProcess.start(folder, { textDocument: { diagnostic: {} } });
    await server.open(uriOf('orders.aurora.yaml'), 'aurora-blueprint', blueprint);
    await server.open(uriOf('stack.yaml'), 'yaml', stack);
    await server.open(uriOf('stack.json'), 'json', asJson(stack));
    await server.open(uriOf('other.yaml'), 'yaml', 'a:   1\n');
  });
  afterAll(() => server.stop());

  const format = (name: string) =>
    server.connection.sendRequest(DocumentFormattingRequest.type, { textDocument: { uri: uriOf(name) }, options });

  test('may format whatever it likes', () => {
    expect(server.capabilities).toMatchObject({
      documentFormattingProvider: true,
      documentRangeFormattingProvider: true,
    });
  });

  test('gets edits that make a blueprint even, of the lines that change', async () => {
    const edits = await format('orders.aurora.yaml');
    expect(edited(blueprint, edits)).toBe(evenBlueprint);
    expect(edits?.map(({ range }) => range.start.line)).toEqual([0, 3, 3, 4]);
  });

  test('gets edits that make a template even', async () => {
    expect(edited(stack, await format('stack.yaml'))).toBe(evenStack);
  });

  test.each([
    ['a template in JSON', 'stack.json'],
    ['YAML that is not of Aurora', 'other.yaml'],
  ])('gets nothing for %s', async (_, name) => expect(await format(name)).toBeNull());

  test.each([
    ['a blueprint', 'orders.aurora.yaml', blueprint, 3, blueprint.replace('region:  us', 'region: us')],
    ['a template', 'stack.yaml', stack, stack.split('\n').findIndex((line) => line.includes('!If')), evenStack],
  ])('gets those of some lines of %s', async (_, name, text, line, even) => {
    const range = { start: { line, character: 0 }, end: { line, character: 100 } };
    const params = { textDocument: { uri: uriOf(name) }, options, range };
    const edits = await server.connection.sendRequest(DocumentRangeFormattingRequest.type, params);
    expect(edited(text, edits)).toBe(even);
  });
});

test('a line below the key of a list begins with a dash', async () => {
  const textDocument = { onTypeFormatting: {} };
  const server = await ServerProcess.start(folder, { textDocument });
  const text = 'aurora: 1\nprimary:\n  instances:\n    ';
  const type = async (name: string, position: Position, ch: string) => {
    const params = { textDocument: { uri: uriOf(name) }, position, ch, options };
    return server.connection.sendRequest(DocumentOnTypeFormattingRequest.type, params);
  };
  expect(server.capabilities).toMatchObject({ documentOnTypeFormattingProvider: { firstTriggerCharacter: '\n' } });
  await server.open(uriOf('typed.aurora.yaml'), 'aurora-blueprint', text);
  await server.open(uriOf('typed.yaml'), 'yaml', stack);
  const below = { line: 3, character: 4 };
  expect(edited(text, await type('typed.aurora.yaml', below, '\n'))).toBe(`${text}- `);
  expect(await type('typed.yaml', below, '\n')).toBeNull();

  await server.change(uriOf('typed.aurora.yaml'), 2, `${text}- -`);
  const behind = { line: 3, character: 7 };
  expect(edited(`${text}- -`, await type('typed.aurora.yaml', behind, '-'))).toBe(`${text}-`);
  await server.stop();
});

test('an editor that takes registrations is told of the files of Aurora in YAML, while they are open', async () => {
  const dynamic = { dynamicRegistration: true };
  const server = await ServerProcess.start(folder, {
    textDocument: { formatting: dynamic, rangeFormatting: dynamic, onTypeFormatting: dynamic },
  });
  expect(server.capabilities).not.toHaveProperty('documentFormattingProvider');
  expect(server.capabilities).not.toHaveProperty('documentRangeFormattingProvider');
  const registered: Registration[] = [];
  const unregistered = new Promise<readonly Unregistration[]>((resolve) => {
    server.connection.onRequest(UnregistrationRequest.type, ({ unregisterations }) => resolve(unregisterations));
  });
  const all = new Promise<void>((resolve) => {
    server.connection.onRequest(RegistrationRequest.type, ({ registrations }) => {
      registered.push(...registrations);
      if (registrations.some(({ method }) => method === DocumentOnTypeFormattingRequest.method)) resolve();
    });
  });
  await server.open(uriOf('stack.json'), 'json', asJson(stack));
  await server.open(uriOf('other.yaml'), 'yaml', 'a:   1\n');
  await server.open(uriOf('[stack].yaml'), 'yaml', stack);
  await server.open(uriOf('orders.aurora.yaml'), 'aurora-blueprint', blueprint);
  await all;
  const [template, design] = ['[[]stack[]].yaml', 'orders.aurora.yaml'].map((name) => [
    { scheme: 'file', pattern: `${folder}/${name}` },
  ]);
  expect(registered.map(({ method, registerOptions }) => [method, registerOptions?.documentSelector])).toEqual([
    ['textDocument/formatting', template],
    ['textDocument/rangeFormatting', template],
    ['textDocument/formatting', design],
    ['textDocument/rangeFormatting', design],
    ['textDocument/onTypeFormatting', design],
  ]);
  const textDocument = { uri: uriOf('[stack].yaml') };
  await server.connection.sendNotification(DidCloseTextDocumentNotification.type, { textDocument });
  expect((await unregistered).map(({ id }) => id)).toEqual(registered.slice(0, 2).map(({ id }) => id));
  await server.stop();
});
