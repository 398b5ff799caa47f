import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { cluster, instances } from '@aurora-blueprint/core/testing/blueprint-texts.ts';
import { template } from '@aurora-blueprint/core/testing/template-texts.ts';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  type CancellationToken,
  CancellationTokenSource,
  type CompletionItem,
  CompletionRequest,
  ConfigurationRequest,
  DiagnosticRefreshRequest,
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  DidCloseTextDocumentNotification,
  FileChangeType,
  InlayHintRefreshRequest,
  InsertTextFormat,
  LSPErrorCodes,
  RegistrationRequest,
  WorkspaceSymbolRequest,
} from 'vscode-languageserver-protocol/node';
import { ServerProcess } from './server-process.ts';

let folder: string;
let server: ServerProcess;
const uriOf = (name: string) => pathToFileURL(join(folder, name)).href;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'session-'));
});
afterEach(async () => {
  await server.stop();
  rmSync(folder, { recursive: true });
});

const sql = (language: string) => `-- aurora: postgresql\nSELECT aws_comprehend.detect_sentiment(a, '${language}');\n`;

test.each([
  ['a blueprint', 'a.aurora.yaml', cluster('  backupRetentionPeriod: 7\n'), cluster('  backupRetentionPeriod: 40\n')],
  ['a template', 'a.yaml', template('      Port: 3306\n'), template('      Port: 80\n')],
  ['SQL', 'a.sql', sql('en'), sql('english')],
])('%s is judged while it is open, and its diagnostics go with it', async (_, name, good, bad) => {
  server = await ServerProcess.start(folder);
  const uri = uriOf(name);
  await server.open(uri, '', good);
  expect((await server.published(uri, () => true)).diagnostics).toEqual([]);
  await server.change(uri, 2, bad);
  expect((await server.published(uri, ({ version }) => version === 2)).diagnostics).toHaveLength(1);
  await server.connection.sendNotification(DidCloseTextDocumentNotification.type, { textDocument: { uri } });
  expect((await server.published(uri, ({ version }) => version === undefined)).diagnostics).toEqual([]);
});

test('an editor that cannot be asked for settings sends them', async () => {
  server = await ServerProcess.start(folder);
  const uri = uriOf('a.aurora.yaml');
  await server.open(uri, 'yaml', cluster('  backupRetentionPeriod: 40\n'));
  await server.published(uri, ({ diagnostics }) => diagnostics.some(({ code }) => code === 'AUR301'));
  const settings = { auroraBlueprint: { rules: { AUR301: 'off' } } };
  await server.connection.sendNotification(DidChangeConfigurationNotification.type, { settings });
  await server.published(uri, ({ diagnostics }) => diagnostics.length === 0);
  await server.connection.sendNotification(DidChangeConfigurationNotification.type, { settings: null });
  const seen = server.publishedCount;
  await server.published(uri, ({ diagnostics }) => diagnostics.length === 1, seen);
});

test('an editor that knows no snippets is offered plain text', async () => {
  const uri = uriOf('a.aurora.yaml');
  const text = cluster('  ');
  const position = { line: 8, character: 2 };
  const offered = async (completionItem: { snippetSupport?: boolean }) => {
    server = await ServerProcess.start(folder, { textDocument: { completion: { completionItem } } });
    await server.open(uri, 'yaml', text);
    const items = await server.connection.sendRequest(CompletionRequest.type, { textDocument: { uri }, position });
    const item = (items as CompletionItem[]).find(({ label }) => label === 'preferredBackupWindow');
    return { format: item?.insertTextFormat, text: item?.textEdit?.newText };
  };
  expect(await offered({})).toEqual({
    format: InsertTextFormat.PlainText,
    text: 'preferredBackupWindow: 03:00-03:30',
  });
  await server.stop();
  expect(await offered({ snippetSupport: true })).toEqual({
    format: InsertTextFormat.Snippet,
    text: `preferredBackupWindow: \${1:03:00-03:30}`,
  });
});

describe('an editor that takes part', () => {
  test('is asked for settings when it starts and whenever it says that they have changed', async () => {
    const workspace = { configuration: true, didChangeConfiguration: { dynamicRegistration: true } };
    server = await ServerProcess.start(folder, { workspace });
    let rules = {};
    server.connection.onRequest(ConfigurationRequest.type, () => [{ rules }]);
    const registered = new Promise<string>((resolve) => {
      server.connection.onRequest(RegistrationRequest.type, ({ registrations }) => {
        resolve(registrations.map(({ method }) => method).join());
      });
    });
    expect(await registered).toBe(DidChangeConfigurationNotification.method);

    const uri = uriOf('a.aurora.yaml');
    await server.open(uri, 'yaml', cluster('  backupRetentionPeriod: 40\n'));
    await server.published(uri, ({ diagnostics }) => diagnostics.some(({ code }) => code === 'AUR301'));
    rules = { AUR301: 'off' };
    await server.connection.sendNotification(DidChangeConfigurationNotification.type, { settings: {} });
    await server.published(uri, ({ diagnostics }) => diagnostics.length === 0);
  });

  test('is asked to ask again when a design changes that holds for an open file', async () => {
    const design = join(folder, 'orders.aurora.yaml');
    writeFileSync(design, cluster(''));
    const refreshSupport = { refreshSupport: true };
    server = await ServerProcess.start(folder, {
      textDocument: { diagnostic: {} },
      workspace: { diagnostics: refreshSupport, inlayHint: refreshSupport },
    });
    const refreshed = Promise.all(
      [DiagnosticRefreshRequest.type, InlayHintRefreshRequest.type].map(
        ({ method }) => new Promise<void>((resolve) => server.connection.onRequest(method, () => resolve())),
      ),
    );
    const uri = uriOf('reviews.sql');
    await server.open(uri, 'sql', sql('en'));
    const codes = async () => (await server.pullDiagnostics(uri)).map(({ code }) => code);
    expect(await codes()).toEqual(['AUR1101']);

    writeFileSync(
      design,
      `${cluster('')}machineLearning:\n  - { service: Comprehend, roleArn: "arn:aws:iam::123456789012:role/a" }\n`,
    );
    const changes = [{ uri: uriOf('orders.aurora.yaml'), type: FileChangeType.Changed }];
    await server.connection.sendNotification(DidChangeWatchedFilesNotification.method, { changes });
    await refreshed;
    expect(await codes()).toEqual([]);
  });

  test('may take back a question: the search over the workspace ends', async () => {
    writeFileSync(join(folder, 'orders.aurora.yaml'), cluster(''));
    server = await ServerProcess.start(folder, { textDocument: { diagnostic: {} } });
    const ids = Array.from({ length: 1000 }, (_, index) => `    - { id: reader-${index}, class: db.r7g.large }\n`);
    const uri = uriOf('long.aurora.yaml');
    await server.open(uri, 'yaml', instances(ids.join('')));
    const search = (token?: CancellationToken) =>
      server.connection.sendRequest(WorkspaceSymbolRequest.type, { query: 'orders-a' }, token);

    // While the server is at the diagnostics, it is asked and told that nobody waits for the answer.
    const diagnostics = server.pullDiagnostics(uri);
    const wanted = new CancellationTokenSource();
    const found = search(wanted.token);
    wanted.cancel();
    await expect(found).rejects.toMatchObject({ code: LSPErrorCodes.RequestCancelled });
    await diagnostics;
    expect(await search()).toHaveLength(1);
  });
});
