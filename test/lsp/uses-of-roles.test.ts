import { clientCommands } from '@aurora-blueprint/core/protocol/client-commands.ts';
import { afterEach, beforeEach, expect, test } from 'vitest';
import {
  CodeLensRequest,
  CodeLensResolveRequest,
  DidChangeWatchedFilesNotification,
  FileChangeType,
  ReferencesRequest,
} from 'vscode-languageserver-protocol';
import { ServedFolder } from './served-folder.ts';

const sentiment = "SELECT aws_comprehend.detect_sentiment(body, 'en') FROM reviews;\n";
const embeddings =
  "SELECT aws_bedrock.invoke_model_get_embeddings('m', 'application/json', 'embedding', body) FROM reviews;\n";
const blueprint = `aurora: 1
name: reviews
engine: aurora-postgresql
primary: { region: us-east-1 }
machineLearning:
  - { service: Comprehend, roleArn: "arn:aws:iam::123456789012:role/comprehend" }
  - { service: Bedrock, roleArn: "arn:aws:iam::123456789012:role/bedrock" }
`;
const template = `Resources:
  Reviews:
    Type: AWS::RDS::DBCluster
    Properties:
      Engine: aurora-postgresql
      AssociatedRoles:
        - { FeatureName: Comprehend, RoleArn: "arn:aws:iam::123456789012:role/comprehend" }
        - { FeatureName: Bedrock, RoleArn: "arn:aws:iam::123456789012:role/bedrock" }
`;

let folder: ServedFolder;

beforeEach(async () => {
  folder = await ServedFolder.start({}, Object.values(clientCommands));
});
afterEach(() => folder.stop());

/** The lenses over roles as an editor shows them, each with its line and the places that it leads to. */
async function usedBy(uri: string) {
  const lenses = (await folder.server.connection.sendRequest(CodeLensRequest.type, { textDocument: { uri } })) ?? [];
  const seen = await Promise.all(
    lenses.map((lens) =>
      lens.command ? lens : folder.server.connection.sendRequest(CodeLensResolveRequest.type, lens),
    ),
  );
  return seen.flatMap(({ range, command }) => {
    if (command?.title.startsWith('used by') !== true) return [];
    const places: { uri: string; range: { start: object } }[] = command.arguments?.[0]?.places ?? [];
    const shown = places.map((place) => [place.uri.slice(folder.uriOf('').length + 1), place.range.start]);
    return [[range.start.line, command.title, ...shown]];
  });
}

async function unused(uri: string) {
  const found = (await folder.server.pullDiagnostics(uri)).filter(({ code }) => code === 'AUR1120');
  return found.map(({ range, severity, message }) => [range.start.line, severity, `${message}`.split(':')[0]]);
}

test.each([
  ['a blueprint', 'reviews.aurora.yaml', blueprint, 5],
  ['a template', 'stack.yaml', template, 6],
])('%s shows which statements use its roles, and says what nothing calls', async (_, name, text, line) => {
  const design = folder.write(name, text);
  await folder.server.open(design, 'yaml', text);
  expect(await unused(design)).toEqual([]);
  expect(await usedBy(design)).toEqual([
    [line, 'used by no statement'],
    [line + 1, 'used by no statement'],
  ]);

  const created = folder.write('sql/a.sql', `${sentiment}SELECT 1;\n${sentiment}`);
  await folder.server.connection.sendNotification(DidChangeWatchedFilesNotification.type, {
    changes: [{ uri: created, type: FileChangeType.Created }],
  });
  const places = [
    ['sql/a.sql', { line: 0, character: 7 }],
    ['sql/a.sql', { line: 2, character: 7 }],
  ];
  expect(await usedBy(design)).toEqual([
    [line, 'used by 2 statements', ...places],
    [line + 1, 'used by no statement'],
  ]);
  expect(await unused(design)).toEqual([[line + 1, 3, 'Nothing calls Bedrock']]);

  const sql = folder.uriOf('b.sql');
  await folder.server.open(sql, 'sql', embeddings);
  await folder.server.pullDiagnostics(sql);
  expect(await unused(design)).toEqual([]);
  expect(await usedBy(design)).toEqual([
    [line, 'used by 2 statements', ...places],
    [line + 1, 'used by 1 statement', ['b.sql', { line: 0, character: 7 }]],
  ]);
  await folder.server.change(sql, 2, 'SELECT 1;\n');
  await folder.server.pullDiagnostics(sql);
  expect(await unused(design)).toEqual([[line + 1, 3, 'Nothing calls Bedrock']]);
});

test.each([
  ['a blueprint', 'reviews.aurora.yaml', blueprint],
  ['a template', 'stack.yaml', template],
])('the service of a role in %s leads to all that needs it', async (_, name, text) => {
  folder.write('sql/a.sql', sentiment);
  folder.write('other/fraud.mysql.sql', "SELECT aws_comprehend_detect_sentiment(body, 'en') FROM reviews;\n");
  const design = folder.write(name, text);
  await folder.server.open(design, 'yaml', text);
  const before = text.slice(0, text.indexOf('Comprehend')).split('\n');
  const position = { line: before.length - 1, character: (before.at(-1)?.length ?? 0) + 3 };
  const found = (includeDeclaration: boolean) =>
    folder.server.connection.sendRequest(ReferencesRequest.type, {
      textDocument: { uri: design },
      position,
      context: { includeDeclaration },
    });
  const use = {
    uri: folder.uriOf('sql/a.sql'),
    range: { start: { line: 0, character: 7 }, end: { line: 0, character: 38 } },
  };
  expect(await found(false)).toEqual([use]);
  expect(await found(true)).toMatchObject([{ uri: design, range: { start: { line: position.line } } }, use]);
});
