import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';
import {
  CodeActionRequest,
  ConfigurationRequest,
  DiagnosticRefreshRequest,
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  DidCloseTextDocumentNotification,
  FileChangeType,
} from 'vscode-languageserver-protocol';
import { ServerProcess } from './server-process.ts';

const call = "SELECT aws_comprehend.detect_sentiment(body, 'en') FROM reviews;\n";
const role = '{ FeatureName: Comprehend, RoleArn: "arn:aws:iam::123456789012:role/ml" }';
const template = (roles: string) => `Resources:
  Orders:
    Type: AWS::RDS::DBCluster
    Properties:
      Engine: aurora-postgresql
      AssociatedRoles: [${roles}]
`;
const blueprint = (name: string, service: string) => `aurora: 1
name: ${name}
engine: aurora-postgresql
primary: { region: us-east-1 }
machineLearning: [{ service: ${service}, roleArn: "arn:aws:iam::123456789012:role/ml" }]
`;

let folder: string;
let server: ServerProcess;
let settings: object;
const uriOf = (name: string) => pathToFileURL(join(folder, name)).href;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'aurora-governing-'));
  settings = {};
  server = await ServerProcess.start(folder, {
    textDocument: { diagnostic: {} },
    workspace: { configuration: true, diagnostics: { refreshSupport: true } },
  });
  server.connection.onRequest(ConfigurationRequest.type, () => [settings]);
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

/** The rules that speak on an open SQL file by the design that governs it. */
async function codes(uri: string) {
  return (await server.pullDiagnostics(uri)).map(({ code }) => code).filter((code) => `${code}`.startsWith('AUR'));
}

test('a template governs the SQL below it, as it is being edited and as it lies on disk', async () => {
  const stack = write('infra.yaml', template(role));
  const sql = uriOf('sql/reviews.sql');
  await server.open(sql, 'sql', call);
  expect(await codes(sql)).toEqual([]);
  await server.open(stack, 'yaml', template(''));
  expect(await codes(sql)).toEqual(['AUR1114']);
  await server.change(stack, 2, template(role));
  expect(await codes(sql)).toEqual([]);
  await server.change(stack, 3, 'Resources: {}\n');
  expect(await codes(sql)).toEqual([]);
  await server.change(stack, 4, template(''));
  expect(await codes(sql)).toEqual(['AUR1114']);
  await server.connection.sendNotification(DidCloseTextDocumentNotification.type, { textDocument: { uri: stack } });
  expect(await codes(sql)).toEqual([]);
  write('infra.yaml', template('').padEnd(400, '\n'));
  await server.connection.sendNotification(DidChangeWatchedFilesNotification.type, {
    changes: [{ uri: stack, type: FileChangeType.Changed }],
  });
  expect(await codes(sql)).toEqual(['AUR1114']);
});

test('of two designs that are equally near none governs until the file names one', async () => {
  write('billing.aurora.yaml', blueprint('billing', 'Comprehend'));
  write('orders.aurora.yaml', blueprint('orders', 'Bedrock'));
  const sql = uriOf('reviews.sql');
  await server.open(sql, 'sql', call);
  const [diagnostic] = await server.pullDiagnostics(sql);
  expect(diagnostic).toMatchObject({ code: 'AUR1115', severity: 3, range: { start: { line: 0, character: 7 } } });
  const actions = await server.connection.sendRequest(CodeActionRequest.type, {
    textDocument: { uri: sql },
    range: diagnostic?.range ?? { start: { line: 0, character: 7 }, end: { line: 0, character: 7 } },
    context: { diagnostics: [], only: ['quickfix'] },
  });
  expect(actions).toMatchObject([
    { title: 'Let ./billing.aurora.yaml govern this file' },
    {
      title: 'Let ./orders.aurora.yaml govern this file',
      edit: { changes: { [sql]: [{ newText: '-- aurora: ./orders.aurora.yaml\n' }] } },
    },
  ]);
  await server.change(sql, 2, `-- aurora: ./orders.aurora.yaml\n${call}`);
  expect(await codes(sql)).toEqual(['AUR1101']);
  await server.change(sql, 3, `-- aurora: ./order.aurora.yaml\n${call}`);
  expect(await codes(sql)).toEqual(['AUR1121']);
});

test.each([
  ['one for all', 'infra/orders.aurora.yaml'],
  [
    'one by pattern',
    { '*.sql': 'infra/billing.aurora.yaml', 'db/**': 'infra/orders.aurora.yaml', 'sql/': 'none.yaml' },
  ],
])('a setting says which design governs: %s', async (_, design) => {
  write('infra/billing.aurora.yaml', blueprint('billing', 'Comprehend'));
  write('infra/orders.aurora.yaml', blueprint('orders', 'Bedrock'));
  settings = { sql: { design } };
  await server.connection.sendNotification(DidChangeConfigurationNotification.type, { settings: {} });
  const sql = uriOf('db/reviews.sql');
  await server.open(sql, 'sql', call);
  await expect.poll(() => codes(sql)).toEqual(['AUR1101']);
});
