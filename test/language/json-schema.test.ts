import { type ChildProcess, spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { relative } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { exampleBlueprints } from '@aurora-blueprint/core/testing/examples.ts';
import { afterEach, describe, expect, test } from 'vitest';
import {
  ConfigurationRequest,
  createProtocolConnection,
  type Diagnostic,
  DidOpenTextDocumentNotification,
  InitializedNotification,
  InitializeRequest,
  type ProtocolConnection,
  PublishDiagnosticsNotification,
  RegistrationRequest,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver-protocol/node';

const program = createRequire(import.meta.url).resolve('yaml-language-server/bin/yaml-language-server');
const folder = fileURLToPath(new URL('../../examples/', import.meta.url));
const schema = fileURLToPath(new URL('../../schemas/blueprint.schema.json', import.meta.url));

/** As docs/editors.md says it: the schema for whoever checks YAML with something else. */
const modeline = `# yaml-language-server: $schema=${relative(folder, schema)}\n`;
const association = { [pathToFileURL(schema).href]: ['*.aurora.yaml', '*.aurora.yml'] };

const wrong = 'aurora: 1\nname: orders\nengine: aurora-oracle\nprimary: { region: us-east-1, porta: 5432 }\n';

let child: ChildProcess;
let connection: ProtocolConnection;
afterEach(() => {
  connection.dispose();
  child.kill();
});

/** What yaml-language-server says of a blueprint, with these settings under `yaml`. */
async function judged(text: string, settings: object): Promise<readonly Diagnostic[]> {
  const server = spawn(process.execPath, [program, '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] });
  child = server;
  connection = createProtocolConnection(new StreamMessageReader(server.stdout), new StreamMessageWriter(server.stdin));
  const yaml = { validate: true, schemaStore: { enable: false }, ...settings };
  connection.onRequest(ConfigurationRequest.type, ({ items }) =>
    items.map(({ section }) => (section === 'yaml' ? yaml : null)),
  );
  connection.onRequest(RegistrationRequest.type, () => undefined);
  const uri = pathToFileURL(`${folder}judged.aurora.yaml`).href;
  const published = new Promise<readonly Diagnostic[]>((resolve) =>
    connection.onNotification(PublishDiagnosticsNotification.type, ({ diagnostics }) => resolve(diagnostics)),
  );
  connection.listen();
  await connection.sendRequest(InitializeRequest.type, {
    processId: process.pid,
    rootUri: pathToFileURL(folder).href,
    capabilities: { workspace: { configuration: true, didChangeConfiguration: { dynamicRegistration: true } } },
  });
  await connection.sendNotification(InitializedNotification.type, {});
  const textDocument = { uri, languageId: 'yaml', version: 1, text };
  await connection.sendNotification(DidOpenTextDocumentNotification.type, { textDocument });
  return published;
}

describe.each([
  ['a line in the file', modeline, {}],
  ['a setting', '', { schemas: association }],
])('yaml-language-server takes the schema from %s', (_, line, settings) => {
  test('and says what has no place in a blueprint', async () => {
    const messages = (await judged(line + wrong, settings)).map(({ message }) => message);
    expect(messages).toEqual([expect.stringContaining('"aurora-mysql"'), expect.stringContaining('porta')]);
  });

  test.each(exampleBlueprints)('and finds nothing wrong with %s', async (_, text) => {
    expect(await judged(line + text, settings)).toEqual([]);
  });
});
