import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { mismatches, readFixture } from '@aurora-blueprint/core/testing/markers.ts';
import { LineIndex } from '@aurora-blueprint/core/text/line-index.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  ConfigurationRequest,
  type Diagnostic,
  DidChangeConfigurationNotification,
  DidChangeTextDocumentNotification,
} from 'vscode-languageserver-protocol';
import { ServerProcess } from './server-process.ts';

const folder = mkdtempSync(join(tmpdir(), 'aurora-sql-syntax-'));
const uriOf = (name: string) => pathToFileURL(join(folder, name)).href;
const codes = (diagnostics: readonly Diagnostic[]) => diagnostics.map(({ code }) => code);

/** What is said of the syntax, whatever rules say beside it. */
const syntaxErrors = ({ diagnostics }: { readonly diagnostics: readonly Diagnostic[] }) =>
  diagnostics.filter(({ code }) => code === 'PGM900' || code === 'MYM901');

/** The server asks for settings, and pushes what it finds: when that comes, nothing is left to come. */
let server: ServerProcess;
let sql: Readonly<Record<string, string>> = {};

beforeAll(async () => {
  server = await ServerProcess.start(folder, { workspace: { configuration: true } });
  server.connection.onRequest(ConfigurationRequest.type, ({ items }) => items.map(() => ({ sql })));
});

afterAll(async () => {
  await server.stop();
  rmSync(folder, { recursive: true });
});

async function set(settings: Readonly<Record<string, string>>): Promise<void> {
  sql = settings;
  await server.connection.sendNotification(DidChangeConfigurationNotification.type, { settings: {} });
}

/** What does not say what is expected, as soon as the server publishes as many syntax errors as are marked. */
async function mismatchesIn(name: string, marked: string): Promise<readonly string[]> {
  const fixture = readFixture(marked);
  const lines = new LineIndex(fixture.text);
  await server.open(uriOf(name), 'sql', fixture.text);
  const published = await server.published(
    uriOf(name),
    (candidate) => syntaxErrors(candidate).length === fixture.markers.length,
  );
  const findings = syntaxErrors(published).map(({ code, message, range }) => ({
    rule: String(code),
    severity: 'error' as const,
    message: String(message),
    path: '',
    range: { start: lines.offsetAt(range.start), end: lines.offsetAt(range.end) },
    fixes: [],
  }));
  return mismatches(fixture, findings);
}

test('PostgreSQL stops at the exact token of each statement, behind any characters', async () => {
  const marked = `SELECT aws_comprehend.detect_sentiment('😀😀', 'en') FROM t WHERE ORDER BY a;
--                                                                ^^^^^ PGM900 at "ORDER"
SELECT 1, :name, :'name' FROM :"name";
\\gexec
SELECT aws_comprehend.detect_sentiment('𝒳', 'en' FROM t;
--                                                ^^^^ PGM900 at "FROM"
SELECT 2;
SELECT 3 FROM
--       ^^^^ PGM900 ends too early`;
  expect(await mismatchesIn('wrong.sql', marked)).toEqual([]);
});

test('MySQL has lexical errors', async () => {
  const marked = `SELECT aws_comprehend_detect_sentiment(CONCAT(a, b, 'en');
--                                    ^ MYM901
SELECT 1;`;
  expect(await mismatchesIn('wrong.mysql.sql', marked)).toEqual([]);
});

test('a statement that is being typed has one error at most, and nobody else gets one', async () => {
  const uri = uriOf('typed.sql');
  const typed = "SELECT aws_comprehend.detect_sentiment(body, 'en') FROM reviews WHERE id < 9";
  await server.open(uri, 'sql', '\n;\nSELECT 2 FROM;\nSELECT 3;\n');
  let version = 1;
  for (const character of typed) {
    version += 1;
    await server.connection.sendNotification(DidChangeTextDocumentNotification.type, {
      textDocument: { uri, version },
      contentChanges: [
        {
          range: { start: { line: 0, character: version - 2 }, end: { line: 0, character: version - 2 } },
          text: character,
        },
      ],
    });
    const published = await server.published(uri, (candidate) => candidate.version === version);
    const lines = syntaxErrors(published).map(({ range }) => range.start.line);
    expect([[], [0], [2], [0, 2]]).toContainEqual(lines);
  }
  const last = await server.published(
    uri,
    (candidate) => candidate.version === version && syntaxErrors(candidate).length === 1,
  );
  expect(syntaxErrors(last)).toMatchObject([{ range: { start: { line: 2, character: 9 } } }]);
});

test('a file without Aurora machine learning has none unless the setting asks for them', async () => {
  const plain = uriOf('plain.sql');
  const calling = uriOf('calling.sql');
  await server.open(plain, 'sql', '-- not aws_comprehend.detect_sentiment\nSELEC 1;\n');
  await server.open(calling, 'sql', "SELEC aws_comprehend.detect_sentiment('fine', 'en');\n");
  const has = async (uri: string, count: number, after: number) => {
    return codes(syntaxErrors(await server.published(uri, (one) => syntaxErrors(one).length === count, after)));
  };
  expect(await has(calling, 1, 0)).toEqual(['PGM900']);
  expect(await has(plain, 0, 0)).toEqual([]);
  const beforeAllFiles = server.publishedCount;
  await set({ syntaxErrors: 'all' });
  expect(await has(plain, 1, beforeAllFiles)).toEqual(['PGM900']);
  const beforeOff = server.publishedCount;
  await set({ syntaxErrors: 'off' });
  expect(await has(plain, 0, beforeOff)).toEqual([]);
  expect(await has(calling, 0, beforeOff)).toEqual([]);
  await set({});
});

test('a file that is not open is judged as it is when it is open', async () => {
  const design = `aurora: 1
name: shop
engine: aurora-postgresql
primary: { region: us-east-1, instances: [{ id: shop-a, class: db.r7g.large }] }
machineLearning: [{ service: Comprehend, roleArn: "arn:aws:iam::123456789012:role/comprehend" }]
`;
  writeFileSync(join(folder, 'shop.aurora.yaml'), design);
  writeFileSync(join(folder, 'closed.sql'), "SELECT aws_comprehend.detect_sentiment('fine', 'en') FRM t;\n");
  const pulling = await ServerProcess.start(folder, { textDocument: { diagnostic: {} } });
  expect(codes(await pulling.pullDiagnostics(uriOf('closed.sql')))).toContain('PGM900');
  await pulling.stop();
});
