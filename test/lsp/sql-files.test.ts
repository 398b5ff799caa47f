import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';
import {
  DiagnosticRefreshRequest,
  DidChangeWatchedFilesNotification,
  FileChangeType,
} from 'vscode-languageserver-protocol';
import { ServerProcess } from './server-process.ts';

const score = (parameters: string) =>
  `CREATE FUNCTION score(${parameters}) RETURNS DOUBLE ALIAS AWS_SAGEMAKER_INVOKE_ENDPOINT ENDPOINT NAME 'fraud';\n`;
const call = 'SELECT score(amount) FROM payments;\n';
const design = `aurora: 1
name: fraud
engine: aurora-mysql
primary: { region: us-east-1 }
machineLearning: [{ service: SageMaker, roleArn: "arn:aws:iam::123456789012:role/ml" }]
`;

let folder: string;
let server: ServerProcess;
const uriOf = (name: string) => pathToFileURL(join(folder, name)).href;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'aurora-sql-files-'));
  server = await ServerProcess.start(folder, {
    textDocument: { diagnostic: {} },
    workspace: { diagnostics: { refreshSupport: true } },
  });
  server.connection.onRequest(DiagnosticRefreshRequest.type, () => undefined);
});
afterEach(async () => {
  await server.stop();
  rmSync(folder, { recursive: true });
});

function write(name: string, text: string): string {
  mkdirSync(dirname(join(folder, name)), { recursive: true });
  writeFileSync(join(folder, name), text);
  return uriOf(name);
}

async function counts(uri: string) {
  return (await server.pullDiagnostics(uri)).filter(({ code }) => code === 'MYM001').length;
}

test('a function of another file of the folder is known, as that is edited and as it lies on disk', async () => {
  const functions = write('functions.mysql.sql', score('amount DOUBLE'));
  const report = uriOf('report.mysql.sql');
  await server.open(report, 'sql', call);
  expect(await counts(report)).toBe(0);
  await server.open(functions, 'sql', score('amount DOUBLE, country VARCHAR(2)'));
  await server.pullDiagnostics(functions);
  expect(await counts(report)).toBe(1);
  await server.change(functions, 2, score('amount DOUBLE'));
  await server.pullDiagnostics(functions);
  expect(await counts(report)).toBe(0);
});

test('files of different folders belong together under one design, and others do not', async () => {
  write('schema/functions.mysql.sql', score('amount DOUBLE, country VARCHAR(2)'));
  const report = uriOf('reports/report.mysql.sql');
  await server.open(report, 'sql', call);
  expect(await counts(report)).toBe(0);
  const changed = (uri: string) =>
    server.connection.sendNotification(DidChangeWatchedFilesNotification.type, {
      changes: [{ uri, type: FileChangeType.Created }],
    });
  await changed(write('fraud.aurora.yaml', design));
  expect(await counts(report)).toBe(1);
  await changed(write('reports/fraud.aurora.yaml', design));
  expect(await counts(report)).toBe(0);
});

test('what changes on disk is looked at again, and what another dialect declares says nothing', async () => {
  write('functions.postgres.sql', score('amount DOUBLE, country VARCHAR(2)'));
  const report = uriOf('report.mysql.sql');
  await server.open(report, 'sql', call);
  expect(await counts(report)).toBe(0);
  const uri = write('functions.mysql.sql', score('amount DOUBLE, country VARCHAR(2)'));
  await server.connection.sendNotification(DidChangeWatchedFilesNotification.type, {
    changes: [{ uri, type: FileChangeType.Created }],
  });
  expect(await counts(report)).toBe(1);
  rmSync(join(folder, 'functions.mysql.sql'));
  await server.connection.sendNotification(DidChangeWatchedFilesNotification.type, {
    changes: [{ uri, type: FileChangeType.Deleted }],
  });
  expect(await counts(report)).toBe(0);
});
