import { afterEach, beforeEach, expect, test } from 'vitest';
import { DidChangeWatchedFilesNotification, FileChangeType } from 'vscode-languageserver-protocol';
import { ServedFolder } from './served-folder.ts';

const score = (parameters: string) =>
  `CREATE FUNCTION score(${parameters}) RETURNS DOUBLE ALIAS AWS_SAGEMAKER_INVOKE_ENDPOINT ENDPOINT NAME 'fraud';\n`;
const call = 'SELECT score(amount) FROM payments;\n';
const design = `aurora: 1
name: fraud
engine: aurora-mysql
primary: { region: us-east-1 }
machineLearning: [{ service: SageMaker, roleArn: "arn:aws:iam::123456789012:role/ml" }]
`;

let folder: ServedFolder;

beforeEach(async () => {
  folder = await ServedFolder.start();
});
afterEach(() => folder.stop());

async function counts(uri: string) {
  return (await folder.server.pullDiagnostics(uri)).filter(({ code }) => code === 'MYM001').length;
}

test('a function of another file of the folder is known, as that is edited and as it lies on disk', async () => {
  const functions = folder.write('functions.mysql.sql', score('amount DOUBLE'));
  const report = folder.uriOf('report.mysql.sql');
  await folder.server.open(report, 'sql', call);
  expect(await counts(report)).toBe(0);
  await folder.server.open(functions, 'sql', score('amount DOUBLE, country VARCHAR(2)'));
  await folder.server.pullDiagnostics(functions);
  expect(await counts(report)).toBe(1);
  await folder.server.change(functions, 2, score('amount DOUBLE'));
  await folder.server.pullDiagnostics(functions);
  expect(await counts(report)).toBe(0);
});

test('files of different folders belong together under one design, and others do not', async () => {
  folder.write('schema/functions.mysql.sql', score('amount DOUBLE, country VARCHAR(2)'));
  const report = folder.uriOf('reports/report.mysql.sql');
  await folder.server.open(report, 'sql', call);
  expect(await counts(report)).toBe(0);
  const changed = (uri: string) =>
    folder.server.connection.sendNotification(DidChangeWatchedFilesNotification.type, {
      changes: [{ uri, type: FileChangeType.Created }],
    });
  await changed(folder.write('fraud.aurora.yaml', design));
  expect(await counts(report)).toBe(1);
  await changed(folder.write('reports/fraud.aurora.yaml', design));
  expect(await counts(report)).toBe(0);
});

test('what changes on disk is looked at again, and what another dialect declares says nothing', async () => {
  folder.write('functions.postgres.sql', score('amount DOUBLE, country VARCHAR(2)'));
  const report = folder.uriOf('report.mysql.sql');
  await folder.server.open(report, 'sql', call);
  expect(await counts(report)).toBe(0);
  const uri = folder.write('functions.mysql.sql', score('amount DOUBLE, country VARCHAR(2)'));
  await folder.server.connection.sendNotification(DidChangeWatchedFilesNotification.type, {
    changes: [{ uri, type: FileChangeType.Created }],
  });
  expect(await counts(report)).toBe(1);
  folder.remove('functions.mysql.sql');
  await folder.server.connection.sendNotification(DidChangeWatchedFilesNotification.type, {
    changes: [{ uri, type: FileChangeType.Deleted }],
  });
  expect(await counts(report)).toBe(0);
});
