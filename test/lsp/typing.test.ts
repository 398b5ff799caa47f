import { tmpdir } from 'node:os';
import { pathToFileURL } from 'node:url';
import { cluster, instances } from '@aurora-blueprint/core/testing/blueprint-texts.ts';
import { readFixture } from '@aurora-blueprint/core/testing/markers.ts';
import { LineIndex } from '@aurora-blueprint/core/text/line-index.ts';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  type CancellationToken,
  CancellationTokenSource,
  type CompletionClientCapabilities,
  type CompletionItem,
  CompletionRequest,
  CompletionResolveRequest,
  DidCloseTextDocumentNotification,
  HoverRequest,
  LSPErrorCodes,
} from 'vscode-languageserver-protocol/node';
import { ServerProcess } from './server-process.ts';

const uri = pathToFileURL(`${tmpdir()}/typing.aurora.yaml`).href;
const { text, cursor = 0 } = readFixture(cluster('  backup$0\n'));
const position = new LineIndex(text).positionAt(cursor);
const textDocument = { uri };
const longUri = pathToFileURL(`${tmpdir()}/long.aurora.yaml`).href;
let server: ServerProcess;

afterEach(async () => expect(await server.stop()).toBe(0));

async function complete(token?: CancellationToken): Promise<readonly CompletionItem[]> {
  const offered = await server.connection.sendRequest(CompletionRequest.type, { textDocument, position }, token);
  return Array.isArray(offered) ? offered : (offered?.items ?? []);
}
const hover = (document: string, token?: CancellationToken) =>
  server.connection.sendRequest(HoverRequest.type, { textDocument: { uri: document }, position }, token);
const named = (items: readonly CompletionItem[], name: string) =>
  items.find(({ label }) => label === name) ?? expect.fail(`${name} is not offered.`);

describe('whoever types on', () => {
  beforeEach(async () => {
    server = await ServerProcess.start(tmpdir(), { textDocument: { diagnostic: {} } });
    await server.open(uri, 'yaml', text);
    const ids = Array.from({ length: 1000 }, (_, index) => `    - { id: reader-${index}, class: db.r7g.large }\n`);
    await server.open(longUri, 'yaml', instances(ids.join('')));
  });

  test('takes requests back that are no longer of use; the last one is answered', async () => {
    void hover(longUri);
    // While the server reads the long document, all of these wait for their turn.
    const taken = ['b', 'ba', 'bac'].flatMap((word, index) => {
      void server.change(uri, index + 2, text.replace('backup', word));
      const unwanted = new CancellationTokenSource();
      const answers = [
        complete(unwanted.token),
        hover(uri, unwanted.token),
        server.pullDiagnostics(uri, unwanted.token),
      ];
      unwanted.cancel();
      return answers;
    });
    void server.change(uri, 5, text);
    const last = complete();
    const cancelled = { status: 'rejected', reason: { code: LSPErrorCodes.RequestCancelled } };
    expect(await Promise.allSettled<unknown>(taken)).toMatchObject(taken.map(() => cancelled));
    expect(named(await last, 'backupRetentionPeriod').documentation).toBeDefined();
  });

  test('takes back the question for diagnostics, and gets those of the last text', async () => {
    void hover(longUri);
    const unwanted = new CancellationTokenSource();
    const first = server.pullDiagnostics(uri, unwanted.token);
    unwanted.cancel();
    await expect(first).rejects.toMatchObject({ code: LSPErrorCodes.RequestCancelled });
    await server.change(uri, 2, cluster('  backupRetentionPeriod: 40\n'));
    expect((await server.pullDiagnostics(uri)).map(({ code }) => code)).toContain('AUR301');
  });
});

describe('what an offered item is for', () => {
  async function startFor(completionItem: NonNullable<CompletionClientCapabilities['completionItem']>) {
    server = await ServerProcess.start(tmpdir(), { textDocument: { completion: { completionItem } } });
    await server.open(uri, 'yaml', text);
  }
  const resolve = (item: CompletionItem) => server.connection.sendRequest(CompletionResolveRequest.type, item);

  test('is said when an editor asks for it that can', async () => {
    await startFor({ resolveSupport: { properties: ['documentation'] } });
    expect(server.capabilities).toMatchObject({ completionProvider: { resolveProvider: true } });
    const items = await complete();
    expect(items.filter(({ documentation }) => documentation !== undefined)).toEqual([]);
    const { documentation } = await resolve(named(items, 'backupRetentionPeriod'));
    expect(documentation).toMatchObject({ kind: 'markdown', value: expect.stringContaining('1 to 35 days') });
  });

  test('is not said of a list in whose place there is another one, or none', async () => {
    await startFor({ resolveSupport: { properties: ['documentation'] } });
    const old = named(await complete(), 'backupRetentionPeriod');
    const item = named(await complete(), 'backupRetentionPeriod');
    expect(await resolve(old)).toEqual(old);
    await server.connection.sendNotification(DidCloseTextDocumentNotification.type, { textDocument });
    expect(await resolve(item)).toEqual(item);
  });

  test.each([
    ['knows no such question', {}],
    ['asks only for other things', { resolveSupport: { properties: ['detail'] } }],
  ])('is said at once to an editor that %s', async (_, completionItem) => {
    await startFor(completionItem);
    expect(server.capabilities).toMatchObject({ completionProvider: { resolveProvider: false } });
    const { documentation } = named(await complete(), 'backupRetentionPeriod');
    expect(documentation).toMatchObject({ value: expect.stringContaining('1 to 35 days') });
  });
});
