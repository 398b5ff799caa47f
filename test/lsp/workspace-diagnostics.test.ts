import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { template } from '@aurora-blueprint/core/testing/template-texts.ts';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  CancellationTokenSource,
  ConfigurationRequest,
  DiagnosticRefreshRequest,
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  DidChangeWorkspaceFoldersNotification,
  DidCloseTextDocumentNotification,
  DidSaveTextDocumentNotification,
  DocumentDiagnosticRequest,
  FileChangeType,
  LSPErrorCodes,
  type PreviousResultId,
  type RegistrationParams,
  RegistrationRequest,
  WorkspaceDiagnosticRequest,
  type WorkspaceDocumentDiagnosticReport,
} from 'vscode-languageserver-protocol/node';
import { ServerProcess } from './server-process.ts';

const design = (retention: number) => `aurora: 1
name: orders
engine: aurora-postgresql
primary:
  region: us-east-1
  backupRetentionPeriod: ${retention}
  instances:
    - { id: orders-a, class: db.r7g.large }
    - { id: orders-b, class: db.r7g.large }
`;
const withComprehend = (text: string) =>
  `${text}machineLearning:\n  - { service: Comprehend, roleArn: "arn:aws:iam::123456789012:role/orders" }\n`;
const call = "SELECT aws_comprehend.detect_sentiment(body, 'en') FROM reviews WHERE id < 9;\n";

const capabilities = {
  textDocument: { diagnostic: {} },
  workspace: { workspaceFolders: true, configuration: true, diagnostics: { refreshSupport: true } },
};

let folder: string;
let server: ServerProcess;
let settings: { readonly workspaceDiagnostics?: string };

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'workspace-diagnostics-'));
  settings = {};
});
afterEach(async () => {
  await server.stop();
  rmSync(folder, { recursive: true });
});

function write(name: string, text: string): string {
  const file = join(folder, name);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
  return pathToFileURL(file).href;
}

async function start(setting = 'designs', root = folder): Promise<void> {
  settings = { workspaceDiagnostics: setting };
  server = await ServerProcess.start(root, capabilities);
  server.connection.onRequest(ConfigurationRequest.type, () => [settings]);
  server.connection.onRequest(DiagnosticRefreshRequest.type, () => undefined);
  await server.connection.sendNotification(DidChangeConfigurationNotification.type, { settings: {} });
}

const { method: watchMethod } = DidChangeWatchedFilesNotification;

/** Says which file changed on disk, as an editor that watches it. */
const changed = (uri: string, type: FileChangeType = FileChangeType.Changed) =>
  server.connection.sendNotification(DidChangeWatchedFilesNotification.type, { changes: [{ uri, type }] });

const reports = async (previousResultIds: PreviousResultId[] = []) =>
  (await server.connection.sendRequest(WorkspaceDiagnosticRequest.type, { previousResultIds })).items;

/** Reports as lines: the file with its rules, `same` for what has not changed. */
const lines = (items: readonly WorkspaceDocumentDiagnosticReport[]) =>
  items
    .map((one) => [basename(fileURLToPath(one.uri)), one.kind === 'full' ? one.items.map(({ code }) => code) : 'same'])
    .map(([file, codes]) => `${file}: ${codes}`)
    .sort();

const idsOf = (items: readonly WorkspaceDocumentDiagnosticReport[]): PreviousResultId[] =>
  items.flatMap(({ uri, resultId }) => (resultId === undefined ? [] : [{ uri, value: resultId }]));

describe('an editor that asks for the diagnostics of the workspace', () => {
  test('gets those of every design and of the SQL it governs, open or not', async () => {
    write('orders.aurora.yaml', design(40));
    write('sub/sales.aurora.yml', design(7));
    write('sub/reviews.sql', call);
    write('stack.yaml', template('      BackupRetentionPeriod: 40\n'));
    await start();
    expect(lines(await reports())).toEqual([
      'orders.aurora.yaml: AUR301',
      'reviews.sql: AUR1101',
      'sales.aurora.yml: ',
    ]);
  });

  test('gets those of CloudFormation templates where the setting says so', async () => {
    write('stack.yaml', template('      BackupRetentionPeriod: 40\n'));
    write('stack.json', '{ "Resources": { "Topic": { "Type": "AWS::SNS::Topic" } } }');
    await start('all');
    await expect.poll(async () => lines(await reports())).toEqual(['stack.yaml: AUR301']);
  });

  test('gets nothing where it is switched off, and then what it had goes', async () => {
    write('orders.aurora.yaml', design(40));
    await start();
    const before = await reports();
    settings = { workspaceDiagnostics: 'off' };
    await server.connection.sendNotification(DidChangeConfigurationNotification.type, { settings: {} });
    await expect.poll(async () => lines(await reports())).toEqual([]);
    expect(lines(await reports(idsOf(before)))).toEqual(['orders.aurora.yaml: ']);
  });

  test('is told what is as it was, what is new and what is gone', async () => {
    const changing = write('a.aurora.yaml', design(7));
    write('b.aurora.yaml', design(40));
    const leaving = write('c.aurora.yaml', design(40));
    await start();
    const before = await reports();
    expect(lines(await reports(idsOf(before)))).toEqual([
      'a.aurora.yaml: same',
      'b.aurora.yaml: same',
      'c.aurora.yaml: same',
    ]);
    write('a.aurora.yaml', design(50));
    rmSync(fileURLToPath(leaving));
    await changed(changing);
    expect(lines(await reports(idsOf(before)))).toEqual([
      'a.aurora.yaml: AUR301',
      'b.aurora.yaml: same',
      'c.aurora.yaml: ',
    ]);
  });

  test('sees what is typed, not what is saved, under the uri that it writes itself', async () => {
    write('orders (1).aurora.yaml', design(7));
    await start();
    const uri = `${pathToFileURL(folder).href}/orders%20%281%29.aurora.yaml`;
    await server.open(uri, 'aurora-blueprint', design(40));
    const items = await reports();
    expect(items.map((one) => [one.uri, one.version])).toEqual([[uri, 1]]);
    expect(lines(items)).toEqual(['orders (1).aurora.yaml: AUR301']);
    expect(lines(await reports(idsOf(items)))).toEqual(['orders (1).aurora.yaml: same']);
  });

  test('finds the same id for the same findings, whichever way it asks', async () => {
    const uri = write('orders.aurora.yaml', design(40));
    await start();
    const [{ value: previousResultId } = { value: '' }] = idsOf(await reports());
    await server.open(uri, 'aurora-blueprint', design(40));
    const report = await server.connection.sendRequest(DocumentDiagnosticRequest.type, {
      textDocument: { uri },
      previousResultId,
    });
    expect(report).toMatchObject({ kind: 'unchanged', resultId: previousResultId });
  });

  test('goes on seeing the findings of a file that it closed', async () => {
    const uri = write('orders.aurora.yaml', design(40));
    await start();
    await server.open(uri, 'aurora-blueprint', design(7));
    expect(await server.pullDiagnostics(uri)).toEqual([]);
    await server.connection.sendNotification(DidCloseTextDocumentNotification.type, { textDocument: { uri } });
    expect((await server.pullDiagnostics(uri)).map(({ code }) => code)).toEqual(['AUR301']);
    const elsewhere = pathToFileURL(join(folder, '.hidden', 'orders.aurora.yaml')).href;
    write('.hidden/orders.aurora.yaml', design(40));
    expect(await server.pullDiagnostics(elsewhere)).toEqual([]);
  });
});

test('what is no design of the workspace is left alone', async () => {
  write('orders.aurora.yaml', design(40));
  write('compose.yaml', 'services: { web: { image: nginx } }\n');
  write('binary.yaml', '\0\x01\xff'.repeat(1000));
  write('nobody.sql', 'SELECT 1;\n');
  write('node_modules/a/orders.aurora.yaml', design(40));
  write('.git/orders.aurora.yaml', design(40));
  write('out/orders.aurora.yaml', design(40));
  write('.gitignore', 'out/\n');
  mkdirSync(join(folder, 'folder.aurora.yaml'));
  symlinkSync(folder, join(folder, 'cycle'));
  symlinkSync(join(folder, 'orders.aurora.yaml'), join(folder, 'link.aurora.yaml'));
  symlinkSync(join(folder, 'nowhere'), join(folder, 'dangling.aurora.yaml'));
  const huge = fileURLToPath(write('huge.aurora.yaml', ''));
  truncateSync(huge, 3_000_000_000);
  // Whoever reads a pipe into which nobody writes waits for ever.
  execFileSync(
    'mkfifo',
    ['pipe.aurora.yaml', 'pipe.sql', 'pipe.json'].map((name) => join(folder, name)),
  );
  write('stack.yaml', template('      BackupRetentionPeriod: 40\n'));
  await start('all');
  await expect.poll(async () => lines(await reports())).toEqual(['orders.aurora.yaml: AUR301', 'stack.yaml: AUR301']);
});

test('SQL beside a folder or a file that cannot be read has no design', async () => {
  mkdirSync(join(folder, 'folder.aurora.yaml'));
  await start();
  const uri = write('reviews.sql', call);
  await server.open(uri, 'sql', call);
  expect(await server.pullDiagnostics(uri)).toEqual([]);
});

describe('an editor that takes the diagnostics part by part', () => {
  const { partialResult } = WorkspaceDiagnosticRequest;
  let requests = 0;

  /** Asks, and collects the parts. */
  function ask(previousResultIds: PreviousResultId[], token = new CancellationTokenSource().token) {
    requests += 1;
    const partialResultToken = `parts-${requests}`;
    const parts: WorkspaceDocumentDiagnosticReport[][] = [];
    server.connection.onProgress(partialResult, partialResultToken, ({ items }) => void parts.push(items));
    const answer = server.connection.sendRequest(
      WorkspaceDiagnosticRequest.type,
      { previousResultIds, partialResultToken },
      token,
    );
    return { answer, parts };
  }

  test('gets those of each folder by themselves, and an answer that adds nothing', async () => {
    write('orders.aurora.yaml', design(40));
    write('sub/sales.aurora.yaml', design(7));
    await start();
    const { answer, parts } = ask([]);
    expect(await answer).toEqual({ items: [] });
    expect(parts.map(lines)).toEqual([['orders.aurora.yaml: AUR301'], ['sales.aurora.yaml: ']]);
  });

  test.each([
    ['a file changes', () => changed(write('orders.aurora.yaml', design(7)))],
    [
      'a design is saved',
      async () => {
        const uri = pathToFileURL(join(folder, 'orders.aurora.yaml')).href;
        await server.open(uri, 'aurora-blueprint', design(7));
        await server.connection.sendNotification(DidSaveTextDocumentNotification.type, { textDocument: { uri } });
      },
    ],
    [
      'a setting changes',
      async () => {
        settings = { workspaceDiagnostics: 'off' };
        await server.connection.sendNotification(DidChangeConfigurationNotification.type, { settings: {} });
      },
    ],
    [
      'a folder goes',
      async () => {
        rmSync(join(folder, 'orders.aurora.yaml'));
        await changed(pathToFileURL(join(folder, 'sub')).href, FileChangeType.Deleted);
      },
    ],
  ])('waits until %s when nothing is new', async (_, change) => {
    write('orders.aurora.yaml', design(40));
    await start();
    const known = idsOf(await reports());
    const { answer, parts } = ask(known);
    // What is asked later is answered before.
    await reports();
    await change();
    await answer;
    expect(parts.map(lines)).toEqual([['orders.aurora.yaml: same'], ['orders.aurora.yaml: ']]);
  });

  test('may stop waiting', async () => {
    write('orders.aurora.yaml', design(40));
    await start();
    const source = new CancellationTokenSource();
    const { answer, parts } = ask(idsOf(await reports()), source.token);
    await reports();
    source.cancel();
    await expect(answer).rejects.toMatchObject({ code: LSPErrorCodes.RequestCancelled });
    expect(parts.map(lines)).toEqual([['orders.aurora.yaml: same']]);
  });
});

describe('several folders', () => {
  test('are examined as they come and go', async () => {
    write('one/orders.aurora.yaml', design(40));
    write('two/sales.aurora.yaml', design(40));
    await start('designs', join(folder, 'one'));
    expect(lines(await reports())).toEqual(['orders.aurora.yaml: AUR301']);
    const named = (name: string) => ({ uri: pathToFileURL(join(folder, name)).href, name });
    const change = (added: readonly string[], removed: readonly string[]) =>
      server.connection.sendNotification(DidChangeWorkspaceFoldersNotification.type, {
        event: { added: added.map(named), removed: removed.map(named) },
      });
    await change(['two'], []);
    expect(lines(await reports())).toEqual(['orders.aurora.yaml: AUR301', 'sales.aurora.yaml: AUR301']);
    await change([], ['one']);
    expect(lines(await reports())).toEqual(['sales.aurora.yaml: AUR301']);
  });

  test('each end the search for the design of SQL: a folder whose name begins like another is not inside it', async () => {
    write('shop/orders.aurora.yaml', withComprehend(design(7)));
    const uri = write('shop/sql/reviews.sql', call);
    await start('designs', join(folder, 'shop'));
    await server.connection.sendNotification(DidChangeWorkspaceFoldersNotification.type, {
      event: { added: [{ uri: pathToFileURL(join(folder, 'shop', 'sql')).href, name: 'sql' }], removed: [] },
    });
    await server.open(uri, 'sql', call);
    expect(lines(await reports()).filter((line) => line.startsWith('reviews'))).toEqual([]);
  });
});

test('a design that another commit brings back changes what is said of the SQL beside it', async () => {
  const uri = write('reviews.sql', call);
  const designUri = write('orders.aurora.yaml', design(7));
  await start();
  const asked = new Promise<void>((resolve) =>
    server.connection.onRequest(DiagnosticRefreshRequest.type, () => resolve()),
  );
  await server.open(uri, 'sql', call);
  expect((await server.pullDiagnostics(uri)).map(({ code }) => code)).toEqual(['AUR1101']);
  write('orders.aurora.yaml', withComprehend(design(7)));
  await changed(designUri);
  await asked;
  expect(await server.pullDiagnostics(uri)).toEqual([]);
});

test('an editor is asked to watch SQL, and all that may be a design', async () => {
  server = await ServerProcess.start(folder, {
    ...capabilities,
    workspace: { ...capabilities.workspace, didChangeWatchedFiles: { dynamicRegistration: true } },
  });
  server.connection.onRequest(ConfigurationRequest.type, () => [settings]);
  const watched = new Promise<readonly string[]>((resolve) => {
    server.connection.onRequest(RegistrationRequest.type, ({ registrations }: RegistrationParams) => {
      const { registerOptions } = registrations.find(({ method }) => method === watchMethod) ?? {};
      resolve(registerOptions?.watchers.map((one: { readonly globPattern: string }) => one.globPattern));
    });
  });
  expect(await watched).toEqual(['**/*.sql', '**/*.{yaml,yml,json,template}', '**']);
});
