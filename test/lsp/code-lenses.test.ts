import { fileURLToPath, pathToFileURL } from 'node:url';
import { clientCommands } from '@aurora-blueprint/core/protocol/client-commands.ts';
import { instance, template } from '@aurora-blueprint/core/testing/template-texts.ts';
import { afterEach, expect, test } from 'vitest';
import {
  CodeLensRefreshRequest,
  CodeLensRequest,
  CodeLensResolveRequest,
  ConfigurationRequest,
  DidChangeConfigurationNotification,
} from 'vscode-languageserver-protocol';
import { ServerProcess } from './server-process.ts';

const folder = fileURLToPath(new URL('../../examples', import.meta.url));
const withCommands = { trusted: false, commands: Object.values(clientCommands) };

let server: ServerProcess;
afterEach(() => server.stop());

const zones = (line: (letter: string) => string) => ['a', 'b'].map(line).join('');
const blueprint = `aurora: 1
name: orders
engine: aurora-postgresql
primary:
  region: us-east-1
  availabilityZones: [us-east-1a, us-east-1b, us-east-1c]
  instances:
${zones((letter) => `    - { id: orders-${letter}, class: db.r7g.large, availabilityZone: us-east-1${letter} }\n`)}scenarios:
  - { name: the writer crashes, seed: 7, events: [{ at: 1m, crash: writer }] }
`;
const stack = template('      AvailabilityZones: [us-east-1a, us-east-1b, us-east-1c]\n', {
  resources: zones((letter) => instance(`Db${letter.toUpperCase()}`, `      AvailabilityZone: us-east-1${letter}\n`)),
});

/** The lenses of a document as an editor shows them, each with its line and what it does. */
async function lenses(name: string, text: string): Promise<readonly (readonly [string, string, ...unknown[]])[]> {
  const uri = pathToFileURL(`${folder}/${name}`).href;
  await server.open(uri, 'yaml', text);
  const found = (await server.connection.sendRequest(CodeLensRequest.type, { textDocument: { uri } })) ?? [];
  const seen = await Promise.all(
    found.map((lens) => (lens.command ? lens : server.connection.sendRequest(CodeLensResolveRequest.type, lens))),
  );
  return seen.map(({ range, command }) => {
    const line = text.split('\n')[range.start.line]?.trim().slice(0, 20) ?? '';
    const does = command?.command === '' ? [] : [command?.command, ...(command?.arguments ?? [])];
    return [line, command?.title ?? '', ...does];
  });
}

test('a blueprint shows who stands where, the panel, the loss of each AZ, and each scenario to play', async () => {
  server = await ServerProcess.start(folder, {}, withCommands);
  const uri = pathToFileURL(`${folder}/lenses.aurora.yaml`).href;
  const { simulate, showTopology } = clientCommands;
  const loss = (letter: string) => [simulate, { uri, run: { fault: `az:us-east-1${letter}` }, seed: 1 }];
  expect(await lenses('lenses.aurora.yaml', blueprint)).toEqual([
    ['primary:', '1 writer, 1 reader in 2 AZs'],
    ['primary:', 'Topology', showTopology, { uri }],
    ['primary:', 'Simulate', simulate, { uri }],
    ['primary:', expect.stringMatching(/^lose us-east-1a: orders-b promoted, reads away \d.* s$/), ...loss('a')],
    ['primary:', 'lose us-east-1b: nothing stops', ...loss('b')],
    ['primary:', 'lose us-east-1c: nothing stops', ...loss('c')],
    ['- { name: the writer', 'Simulate', simulate, { uri, run: { scenario: 'the writer crashes' }, seed: 7 }],
  ]);
});

test('a template shows the same of its clusters, by their logical ids', async () => {
  const uri = pathToFileURL(`${folder}/lenses.yaml`).href;
  const { simulate, showTopology } = clientCommands;
  const loss = (letter: string) => [simulate, { uri, run: { fault: `az:us-east-1${letter}` }, seed: 1 }];
  server = await ServerProcess.start(folder, {}, withCommands);
  expect(await lenses('lenses.yaml', stack)).toEqual([
    ['Cluster:', '1 writer, 1 reader in 2 AZs'],
    ['Cluster:', 'Topology', showTopology, { uri }],
    ['Cluster:', 'Simulate', simulate, { uri }],
    ['Cluster:', expect.stringMatching(/^lose us-east-1a: DbB promoted, reads away \d.* s$/), ...loss('a')],
    ['Cluster:', 'lose us-east-1b: nothing stops', ...loss('b')],
    ['Cluster:', 'lose us-east-1c: nothing stops', ...loss('c')],
  ]);
});

test('an editor without the commands is shown what they would not do, and nothing that leads nowhere', async () => {
  server = await ServerProcess.start(folder);
  const shown = await lenses('lenses.aurora.yaml', blueprint);
  expect(shown.map(([, title]) => title.replace(/:.*/, ''))).toEqual([
    '1 writer, 1 reader in 2 AZs',
    'lose us-east-1a',
    'lose us-east-1b',
    'lose us-east-1c',
  ]);
  expect(shown.every(({ length }) => length === 2)).toBe(true);
  expect(
    await lenses('lenses.sql', "-- aurora: postgresql\nSELECT aws_comprehend.detect_sentiment(body, 'en') FROM r;\n"),
  ).toEqual([]);
});

test('each kind can be switched off, and what is shown follows', async () => {
  const capabilities = { workspace: { configuration: true, codeLens: { refreshSupport: true } } };
  server = await ServerProcess.start(folder, capabilities, withCommands);
  let codeLens = {};
  server.connection.onRequest(ConfigurationRequest.type, () => [{ codeLens }]);
  const refreshes: (() => void)[] = [];
  server.connection.onRequest(CodeLensRefreshRequest.type, () => {
    for (const resolve of refreshes.splice(0)) resolve();
  });
  expect((await lenses('lenses.aurora.yaml', blueprint)).length).toBe(7);
  for (const [kind, left] of [
    ['summary', 6],
    ['topology', 6],
    ['simulation', 5],
    ['zoneLoss', 4],
    ['inference', 7],
  ] as const) {
    codeLens = { [kind]: false };
    const refreshed = new Promise<void>((resolve) => refreshes.push(resolve));
    await server.connection.sendNotification(DidChangeConfigurationNotification.type, { settings: {} });
    await refreshed;
    const uri = pathToFileURL(`${folder}/lenses.aurora.yaml`).href;
    const shown = await server.connection.sendRequest(CodeLensRequest.type, { textDocument: { uri } });
    expect(shown, kind).toHaveLength(left);
  }
});
