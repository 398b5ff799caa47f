import { readFileSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { clientCommands } from '@aurora-blueprint/core/protocol/client-commands.ts';
import { describeInferenceMethod, inferMethod } from '@aurora-blueprint/core/protocol/inference-requests.ts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { CodeLensRequest, type Diagnostic, DiagnosticRefreshRequest } from 'vscode-languageserver-protocol';
import { waitFor } from '../wait-for.ts';
import { ServerProcess } from './server-process.ts';

const folder = fileURLToPath(new URL('../../examples', import.meta.url));
const uriOf = (name: string) => pathToFileURL(`${folder}/${name}`).href;
const orders = readFileSync(`${folder}/orders.aurora.yaml`, 'utf8');
const codes = (diagnostics: readonly Diagnostic[]) => diagnostics.map(({ code }) => code);

let server: ServerProcess;
beforeAll(async () => {
  const capabilities = {
    textDocument: { diagnostic: {} },
    workspace: { diagnostics: { refreshSupport: true }, inlayHint: { refreshSupport: true } },
  };
  server = await ServerProcess.start(folder, capabilities, { commands: [clientCommands.previewInference] });
});
afterAll(() => server.stop());

describe('SQL beside a design', () => {
  test('is judged by the design in the file, and again when that is edited', async () => {
    const sql = uriOf('call.sql');
    await server.open(sql, 'sql', "SELECT aws_comprehend.detect_sentiment('fine', 'en');\n");
    expect(codes(await server.pullDiagnostics(sql))).toEqual([]);
    await server.open(uriOf('orders.aurora.yaml'), 'aurora-blueprint', orders);
    await server.change(uriOf('orders.aurora.yaml'), 2, orders.replace(/^ {2}- \{ service: Comprehend.*\n/m, ''));
    expect(codes(await server.pullDiagnostics(sql))).toEqual(['AUR1101']);
    await server.change(uriOf('orders.aurora.yaml'), 3, orders);
    expect(codes(await server.pullDiagnostics(sql))).toEqual([]);
  });

  test('without anything of Aurora machine learning is left alone', async () => {
    const sql = uriOf('plain.sql');
    await server.open(sql, 'sql', 'SELEC 1 FRM t WHERE (;\n');
    expect(await server.pullDiagnostics(sql)).toEqual([]);
  });

  test('of MySQL gets the second opinion when it is there', async () => {
    const sql = uriOf('doubtful.mysql.sql');
    const refreshed = new Promise<void>((resolve) => {
      server.connection.onRequest(DiagnosticRefreshRequest.type, () => resolve());
    });
    await server.open(sql, 'sql', "SELECT aws_comprehend_detect_sentiment(a, 'en') FROM t WHERE ORDER BY a;\n");
    await server.pullDiagnostics(sql);
    await refreshed;
    // What else the server says anew, such as of the design before, asks for the same.
    await waitFor('the second opinion', async () => codes(await server.pullDiagnostics(sql)).includes('MYM900'));
  });

  test('offers a preview above each call', async () => {
    const sql = uriOf('lens.sql');
    await server.open(sql, 'sql', "SELECT 1;\nSELECT aws_comprehend.detect_sentiment('fine', 'en');\n");
    const lenses = await server.connection.sendRequest(CodeLensRequest.type, { textDocument: { uri: sql } });
    expect(lenses).toMatchObject([
      {
        range: { start: { line: 1, character: 7 } },
        command: { title: 'Preview inference', arguments: [{ uri: sql }] },
      },
    ]);
  });
});

test('an editor that refuses to refresh does not end the server', async () => {
  const refusing = await ServerProcess.start(folder, {
    textDocument: { diagnostic: {} },
    workspace: { diagnostics: { refreshSupport: true }, inlayHint: { refreshSupport: true } },
  });
  await refusing.open(uriOf('a.sql'), 'sql', "SELECT aws_comprehend.detect_sentiment('fine', 'en');\n");
  await refusing.open(uriOf('a.aurora.yaml'), 'aurora-blueprint', orders);
  expect(await refusing.pullDiagnostics(uriOf('a.aurora.yaml'))).toEqual([]);
  expect(await refusing.stop()).toBe(0);
});

describe('a preview', () => {
  test('says what it needs, and gives a row of the stand-in for each row of values', async () => {
    const uri = uriOf('preview.sql');
    await server.open(uri, 'sql', "SELECT aws_comprehend.detect_sentiment(body, 'en') FROM reviews;\n");
    const position = { line: 0, character: 20 };
    expect(await server.connection.sendRequest(describeInferenceMethod, { uri, position })).toMatchObject({
      call: { asks: ['body'], provider: 'offline', columns: [{ name: 'sentiment' }, { name: 'confidence' }] },
    });
    const rows = [['I love it'], ['It broke, I hate it']];
    expect(await server.connection.sendRequest(inferMethod, { uri, position, rows })).toMatchObject({
      rows: [{ values: ['POSITIVE', expect.any(String)] }, { values: ['NEGATIVE', expect.any(String)] }],
      notice: expect.stringContaining('stand-in'),
    });
  });

  test('of something that is no call says what to do', async () => {
    const uri = uriOf('nothing.sql');
    await server.open(uri, 'sql', 'SELECT 1;\n');
    expect(
      await server.connection.sendRequest(describeInferenceMethod, { uri, position: { line: 0, character: 0 } }),
    ).toEqual({
      problem: expect.stringContaining('no function of Aurora'),
    });
  });
});
