import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { cluster } from '@aurora-blueprint/core/testing/blueprint-texts.ts';
import { instance, template } from '@aurora-blueprint/core/testing/template-texts.ts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  type SemanticTokensDelta,
  SemanticTokensDeltaRequest,
  type SemanticTokensLegend,
  SemanticTokensRangeRequest,
  SemanticTokensRequest,
} from 'vscode-languageserver-protocol';
import { ServerProcess } from './server-process.ts';

let server: ServerProcess;
beforeAll(async () => {
  server = await ServerProcess.start(tmpdir(), { textDocument: { diagnostic: {} } });
});
afterAll(() => server.stop());

/** What an editor shows of tokens: each word with its type and modifiers, by the legend that was announced. */
function shown(text: string, data: readonly number[]): readonly string[] {
  const { semanticTokensProvider } = server.capabilities as {
    semanticTokensProvider: { legend: SemanticTokensLegend };
  };
  const { tokenTypes, tokenModifiers } = semanticTokensProvider.legend;
  const lines = text.split('\n');
  let [line, character] = [0, 0];
  return Array.from({ length: data.length / 5 }, (_, index) => {
    const [down = 0, right = 0, length = 0, type = 0, bits = 0] = data.slice(index * 5, index * 5 + 5);
    [line, character] = [line + down, down === 0 ? character + right : right];
    const modifiers = tokenModifiers.filter((_, bit) => bits & (1 << bit));
    return [lines[line]?.slice(character, character + length), tokenTypes[type], ...modifiers].join(' ');
  });
}

describe.each([
  [
    'a blueprint',
    'a.aurora.yaml',
    cluster('  endpoints: [{ id: reports, staticMembers: [orders-b] }]\n'),
    ['orders-b variable declaration', 'reports interface declaration', 'orders-b variable'],
  ],
  [
    'a template',
    'a.yaml',
    template('', { resources: instance('Reader') }),
    ['Cluster class declaration', 'Reader class declaration', 'Cluster class'],
  ],
  [
    'SQL',
    'a.sql',
    "-- aurora: postgresql\nSELECT aws_comprehend.detect_sentiment(body, 'en') FROM reviews;\n",
    ['aws_comprehend.detect_sentiment function defaultLibrary', 'en enumMember defaultLibrary'],
  ],
])('%s', (_, name, text, wanted) => {
  const textDocument = { uri: pathToFileURL(join(tmpdir(), name)).href };

  test('has its names marked, as a whole, in a range, and after an edit', async () => {
    await server.open(textDocument.uri, '', text);
    const whole = await server.connection.sendRequest(SemanticTokensRequest.type, { textDocument });
    const data = whole?.data ?? [];
    expect(shown(text, data)).toEqual(expect.arrayContaining(wanted));

    const lastLine = text.split('\n').length - 2;
    const range = { start: { line: lastLine, character: 0 }, end: { line: lastLine + 1, character: 0 } };
    const part = await server.connection.sendRequest(SemanticTokensRangeRequest.type, { textDocument, range });
    expect(shown(text, data).slice(-(part?.data.length ?? 0) / 5)).toEqual(shown(text, part?.data ?? []));

    const longer = `\n${text}`;
    await server.change(textDocument.uri, 2, longer);
    const delta = (await server.connection.sendRequest(SemanticTokensDeltaRequest.type, {
      textDocument,
      previousResultId: whole?.resultId ?? '',
    })) as SemanticTokensDelta;
    const [edit = expect.fail('no edit'), ...others] = delta.edits;
    expect(others).toEqual([]);
    const after = data.toSpliced(edit.start, edit.deleteCount, ...(edit.data ?? []));
    expect(shown(longer, after)).toEqual(shown(text, data));
  });
});

test('a delta of something else is the whole again', async () => {
  const textDocument = { uri: pathToFileURL(join(tmpdir(), 'other.aurora.yaml')).href };
  await server.open(textDocument.uri, '', cluster(''));
  const previousResultId = 'of-another-day';
  const answer = await server.connection.sendRequest(SemanticTokensDeltaRequest.type, {
    textDocument,
    previousResultId,
  });
  expect(answer).toHaveProperty('data');
});

test('what is not Aurora’s is left to others', async () => {
  const textDocument = { uri: pathToFileURL(join(tmpdir(), 'other.yaml')).href };
  await server.open(textDocument.uri, 'yaml', 'name: orders\n');
  expect(await server.connection.sendRequest(SemanticTokensRequest.type, { textDocument })).toBeNull();
});
