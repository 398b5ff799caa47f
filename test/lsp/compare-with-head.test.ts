import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { cluster } from '@aurora-blueprint/core/testing/blueprint-texts.ts';
import { template } from '@aurora-blueprint/core/testing/template-texts.ts';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  ConfigurationRequest,
  DiagnosticRefreshRequest,
  DidChangeConfigurationNotification,
  DidSaveTextDocumentNotification,
} from 'vscode-languageserver-protocol/node';
import { ServerProcess } from './server-process.ts';

const stack = (database: string) => template(`      DatabaseName: ${database}\n`);

let folder: string;
let file: string;
let uri: string;
let server: ServerProcess | undefined;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'aurora-lsp-git-'));
  file = join(folder, 'stack.yaml');
  uri = pathToFileURL(file).href;
  git('init', '--initial-branch', 'main');
  commit('orders');
});

afterEach(async () => {
  await server?.stop();
  server = undefined;
  rmSync(folder, { recursive: true });
});

function git(...args: readonly string[]): void {
  execFileSync('git', ['-C', folder, '-c', 'user.name=a', '-c', 'user.email=a@b.c', ...args], { stdio: 'ignore' });
}

function commit(database: string): void {
  writeFileSync(file, stack(database));
  git('add', '.');
  git('commit', '-m', database);
}

const trusted = { trusted: true };
const codes = ({ diagnostics }: { readonly diagnostics: readonly { readonly code?: unknown }[] }) =>
  diagnostics.map(({ code }) => code);
const hasFinding =
  (version: number, rule = 'AUR319') =>
  (one: Awaited<ReturnType<ServerProcess['published']>>) =>
    one.version === version && codes(one).includes(rule);

describe('a template that lies in git', () => {
  test('is compared with HEAD as it is typed, and no longer after the commit', async () => {
    server = await ServerProcess.start(folder, {}, trusted);
    await server.open(uri, 'yaml', stack('orders'));
    await server.change(uri, 2, stack('sales'));
    const { diagnostics } = await server.published(uri, hasFinding(2));
    expect(diagnostics.map(({ message }) => message).join()).toContain(
      'DatabaseName changes from orders to sales: CloudFormation replaces the cluster Cluster.',
    );
    const seen = server.publishedCount;
    commit('sales');
    const after = await server.published(uri, (one) => codes(one).length === 0, seen);
    expect(after.version).toBe(2);
    await server.change(uri, 3, stack('returns'));
    const next = await server.published(uri, hasFinding(3));
    expect(next.diagnostics.map(({ message }) => message).join()).toContain('changes from sales to returns');
  });

  test('is judged without git first', async () => {
    server = await ServerProcess.start(folder, {}, trusted);
    await server.open(uri, 'yaml', stack('sales'));
    expect(codes(await server.published(uri, () => true))).toEqual([]);
    expect(codes(await server.published(uri, hasFinding(1)))).toEqual(['AUR319']);
  });

  test('is compared for editors that ask for diagnostics too: they are told to ask again', async () => {
    const capabilities = { textDocument: { diagnostic: {} }, workspace: { diagnostics: { refreshSupport: true } } };
    server = await ServerProcess.start(folder, capabilities, trusted);
    const { connection } = server;
    const refreshed = new Promise<void>((resolve) =>
      connection.onRequest(DiagnosticRefreshRequest.type, () => resolve()),
    );
    await server.open(uri, 'yaml', stack('sales'));
    expect(await server.pullDiagnostics(uri)).toEqual([]);
    await refreshed;
    expect((await server.pullDiagnostics(uri)).map(({ code }) => code)).toEqual(['AUR319']);
  });
});

test.each([
  ['a template', 'stack.yaml', stack('orders'), stack('returns'), 'AUR319'],
  ['a blueprint', 'orders.aurora.yaml', cluster('  backupRetentionPeriod: 14\n'), cluster(''), 'AUR331'],
])('%s is compared in a repository that is made while it is open', async (_, name, before, after, rule) => {
  rmSync(join(folder, '.git'), { recursive: true });
  const saved = pathToFileURL(join(folder, name)).href;
  server = await ServerProcess.start(folder, {}, trusted);
  await server.open(saved, 'yaml', before);
  await server.published(saved, () => true);
  git('init');
  writeFileSync(join(folder, name), before);
  git('add', '.');
  git('commit', '-m', 'first');
  await server.connection.sendNotification(DidSaveTextDocumentNotification.type, { textDocument: { uri: saved } });
  await server.change(saved, 2, after);
  expect(codes(await server.published(saved, hasFinding(2, rule)))).toContain(rule);
});

describe('git is not asked', () => {
  test('before the workspace is trusted', async () => {
    server = await ServerProcess.start(folder, {}, { trusted: false });
    await server.open(uri, 'yaml', stack('sales'));
    expect(codes(await server.published(uri, () => true))).toEqual([]);
    await server.connection.sendNotification('aurora/trustGranted');
    expect(codes(await server.published(uri, hasFinding(1)))).toEqual(['AUR319']);
  });

  test('when the setting is off', async () => {
    let compareWithHead = true;
    server = await ServerProcess.start(folder, { workspace: { configuration: true } }, trusted);
    server.connection.onRequest(ConfigurationRequest.type, () => [{ compareWithHead }]);
    await server.open(uri, 'yaml', stack('sales'));
    await server.published(uri, hasFinding(1));
    const seen = server.publishedCount;
    compareWithHead = false;
    await server.connection.sendNotification(DidChangeConfigurationNotification.type, { settings: {} });
    expect(codes(await server.published(uri, () => true, seen))).toEqual([]);
  });
});
