import { fileURLToPath, pathToFileURL } from 'node:url';
import { readFixture } from '@aurora-blueprint/core/testing/markers.ts';
import { LineIndex } from '@aurora-blueprint/core/text/line-index.ts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  type CodeAction,
  CodeActionRequest,
  type CompletionItem,
  CompletionRequest,
  HoverRequest,
  type MarkupContent,
} from 'vscode-languageserver-protocol';
import { ServerProcess } from './server-process.ts';

const folder = fileURLToPath(new URL('../../examples', import.meta.url));
const pulling = { textDocument: { diagnostic: {} } };

const blueprint = (primary: string) => `aurora: 1
name: shop
engine: aurora-postgresql
primary:
  region: us-east-1
${primary}
`;

describe('an editor that asks for diagnostics', () => {
  let server: ServerProcess;
  let documents = 0;
  beforeAll(async () => {
    server = await ServerProcess.start(folder, pulling);
  });
  afterAll(() => server.stop());

  async function open(text: string): Promise<string> {
    documents += 1;
    const uri = pathToFileURL(`${folder}/open-${documents}.aurora.yaml`).href;
    await server.open(uri, 'aurora-blueprint', text);
    return uri;
  }

  test('gets the findings of a blueprint, each with its rule and exact place', async () => {
    const { text, markers } = readFixture(
      blueprint(
        '  backupRetentionPeriod: 40\n#                        ^^ AUR301\n  instances: [{ id: a, class: db.r7g.large }]',
      ),
    );
    const uri = await open(text);
    const lines = new LineIndex(text);
    const diagnostics = await server.pullDiagnostics(uri);
    expect(diagnostics.map(({ code, range }) => ({ code, range }))).toEqual(
      markers.map(({ rule, range }) => ({
        code: rule,
        range: { start: lines.positionAt(range.start), end: lines.positionAt(range.end) },
      })),
    );
  });

  test('sees a finding go with the edit that mends it', async () => {
    const uri = await open(blueprint('  backupRetentionPeriod: 40'));
    expect((await server.pullDiagnostics(uri)).map(({ code }) => code)).toContain('AUR301');
    await server.change(uri, 2, blueprint('  backupRetentionPeriod: 35'));
    expect((await server.pullDiagnostics(uri)).map(({ code }) => code)).not.toContain('AUR301');
  });

  test('gets a fix that mends the finding', async () => {
    const uri = await open(blueprint('  backupRetentionPeriod: 40 # long'));
    const diagnostics = (await server.pullDiagnostics(uri)).filter(({ code }) => code === 'AUR301');
    const range = diagnostics[0]?.range ?? expect.fail('no finding');
    const actions = await server.connection.sendRequest(CodeActionRequest.type, {
      textDocument: { uri },
      range,
      context: { diagnostics },
    });
    const [action] = (actions ?? []) as CodeAction[];
    expect(action?.edit?.changes?.[uri]).toEqual([{ range, newText: '35' }]);
  });

  test('is offered the keys that are still missing', async () => {
    const { text, cursor = 0 } = readFixture(blueprint('  backupR$0'));
    const uri = await open(text);
    const position = new LineIndex(text).positionAt(cursor);
    const result = await server.connection.sendRequest(CompletionRequest.type, { textDocument: { uri }, position });
    const items = (Array.isArray(result) ? result : (result?.items ?? [])) as CompletionItem[];
    const labels = items.map(({ label }) => label);
    expect(labels).toContain('backupRetentionPeriod');
    expect(labels).not.toContain('region');
  });

  test('finds a Region by its name, and is offered what speaks in a suppression', async () => {
    const complete = async (marked: string) => {
      const { text, cursor = 0 } = readFixture(marked);
      const uri = await open(text);
      const position = new LineIndex(text).positionAt(cursor);
      const result = await server.connection.sendRequest(CompletionRequest.type, { textDocument: { uri }, position });
      return (Array.isArray(result) ? result : (result?.items ?? [])) as CompletionItem[];
    };
    const regions = await complete('aurora: 1\nname: shop\nprimary:\n  region: irel$0\n');
    expect(regions.find(({ label }) => label === 'eu-west-1')?.filterText).toContain('Ireland');
    const rules = await complete(blueprint('  port: 80 # aurora-ignore $0'));
    expect(rules.map(({ label }) => label)).toEqual(['AUR1002']);
  });

  test('reads what a property is, its limits and where they come from', async () => {
    const { text, cursor = 0 } = readFixture(blueprint('  backupRet$0entionPeriod: 7'));
    const uri = await open(text);
    const position = new LineIndex(text).positionAt(cursor);
    const hover = await server.connection.sendRequest(HoverRequest.type, { textDocument: { uri }, position });
    const contents = hover?.contents as MarkupContent | undefined;
    expect(contents?.value).toContain('1 to 35 days');
    expect(contents?.value).toContain('Amazon Aurora User Guide');
  });
});

describe('an editor that waits to be told', () => {
  test('is told the findings with every edit, and never asked', async () => {
    const server = await ServerProcess.start(folder);
    expect(server.capabilities).not.toHaveProperty('diagnosticProvider');
    const uri = pathToFileURL(`${folder}/pushed.aurora.yaml`).href;
    await server.open(uri, 'yaml', blueprint('  port: 80'));
    await server.change(uri, 2, blueprint('  backupRetentionPeriod: 0'));
    const published = await server.published(uri, ({ version }) => version === 2);
    expect(published.diagnostics.map(({ code }) => code)).toContain('AUR301');
    expect(await server.stop()).toBe(0);
  });
});
