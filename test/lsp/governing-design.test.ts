import { afterEach, beforeEach, expect, test } from 'vitest';
import {
  CodeActionRequest,
  ConfigurationRequest,
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  DidCloseTextDocumentNotification,
  FileChangeType,
} from 'vscode-languageserver-protocol';
import { ServedFolder } from './served-folder.ts';

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

let folder: ServedFolder;
let settings: object;

beforeEach(async () => {
  folder = await ServedFolder.start({ configuration: true });
  settings = {};
  folder.server.connection.onRequest(ConfigurationRequest.type, () => [settings]);
});
afterEach(() => folder.stop());

/** The rules that speak on an open SQL file by the design that governs it. */
async function codes(uri: string) {
  return (await folder.server.pullDiagnostics(uri))
    .map(({ code }) => code)
    .filter((code) => `${code}`.startsWith('AUR'));
}

test('a template governs the SQL below it, as it is being edited and as it lies on disk', async () => {
  const stack = folder.write('infra.yaml', template(role));
  const sql = folder.uriOf('sql/reviews.sql');
  await folder.server.open(sql, 'sql', call);
  expect(await codes(sql)).toEqual([]);
  await folder.server.open(stack, 'yaml', template(''));
  expect(await codes(sql)).toEqual(['AUR1114']);
  await folder.server.change(stack, 2, template(role));
  expect(await codes(sql)).toEqual([]);
  await folder.server.change(stack, 3, 'Resources: {}\n');
  expect(await codes(sql)).toEqual([]);
  await folder.server.change(stack, 4, template(''));
  expect(await codes(sql)).toEqual(['AUR1114']);
  await folder.server.connection.sendNotification(DidCloseTextDocumentNotification.type, {
    textDocument: { uri: stack },
  });
  expect(await codes(sql)).toEqual([]);
  folder.write('infra.yaml', template('').padEnd(400, '\n'));
  await folder.server.connection.sendNotification(DidChangeWatchedFilesNotification.type, {
    changes: [{ uri: stack, type: FileChangeType.Changed }],
  });
  expect(await codes(sql)).toEqual(['AUR1114']);
});

test('of two designs that are equally near none governs until the file names one', async () => {
  folder.write('billing.aurora.yaml', blueprint('billing', 'Comprehend'));
  folder.write('orders.aurora.yaml', blueprint('orders', 'Bedrock'));
  const sql = folder.uriOf('reviews.sql');
  await folder.server.open(sql, 'sql', call);
  const [diagnostic] = await folder.server.pullDiagnostics(sql);
  expect(diagnostic).toMatchObject({ code: 'AUR1115', severity: 3, range: { start: { line: 0, character: 7 } } });
  const actions = await folder.server.connection.sendRequest(CodeActionRequest.type, {
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
  await folder.server.change(sql, 2, `-- aurora: ./orders.aurora.yaml\n${call}`);
  expect(await codes(sql)).toEqual(['AUR1101']);
  await folder.server.change(sql, 3, `-- aurora: ./order.aurora.yaml\n${call}`);
  expect(await codes(sql)).toEqual(['AUR1121']);
});

test.each([
  ['one for all', 'infra/orders.aurora.yaml'],
  [
    'one by pattern',
    { '*.sql': 'infra/billing.aurora.yaml', 'db/**': 'infra/orders.aurora.yaml', 'sql/': 'none.yaml' },
  ],
])('a setting says which design governs: %s', async (_, design) => {
  folder.write('infra/billing.aurora.yaml', blueprint('billing', 'Comprehend'));
  folder.write('infra/orders.aurora.yaml', blueprint('orders', 'Bedrock'));
  settings = { sql: { design } };
  await folder.server.connection.sendNotification(DidChangeConfigurationNotification.type, { settings: {} });
  const sql = folder.uriOf('db/reviews.sql');
  await folder.server.open(sql, 'sql', call);
  await expect.poll(() => codes(sql)).toEqual(['AUR1101']);
});
