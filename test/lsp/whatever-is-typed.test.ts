import { readFileSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ServerProcess } from './server-process.ts';

const folder = fileURLToPath(new URL('../../examples', import.meta.url));
const orders = readFileSync(`${folder}/orders.aurora.yaml`, 'utf8');

const texts: Readonly<Record<string, string>> = {
  'an empty file': '',
  'a file of blank lines': '\n\n\n',
  'a comment alone': '# nothing yet\n',
  'a lone key': 'aurora',
  'a key without a value': 'aurora:\nprimary:\n',
  'tabs for indentation': orders.replaceAll('  ', '\t'),
  'a byte order mark': `\uFEFF${orders}`,
  'carriage returns': orders.replaceAll('\n', '\r\n'),
  'two documents': `${orders}\n---\n${orders}`,
  'a document cut in half': orders.slice(0, orders.length / 2),
  'unclosed brackets': `${orders}\nx: [[[[{{{`,
  'brackets nested deep': '['.repeat(100_000),
  'aliases of aliases': `x-a: &a [1, 1]\nx-b: &b [*a, *a]\nx-c: &c [*b, *b, *c]\nsecondaries: *c\n`,
  'an alias to nowhere': 'aurora: 1\nname: *nobody\n',
  'text that is not English': orders.replaceAll('orders', 'bestellungen-ärger-注文-🛒'),
  'bytes that are no text': String.fromCharCode(...Array.from({ length: 4096 }, (_, index) => index % 256)),
  'five megabytes of a blueprint': orders.repeat(Math.ceil(5_000_000 / orders.length)),
  'five megabytes of one line': 'a'.repeat(5_000_000),
};

let server: ServerProcess;
beforeAll(async () => {
  server = await ServerProcess.start(folder, { textDocument: { diagnostic: {} } });
});
afterAll(() => server.stop());

test.each(Object.entries(texts))('%s is answered, as a blueprint and as SQL', async (name, text) => {
  for (const [extension, languageId] of [
    ['aurora.yaml', 'aurora-blueprint'],
    ['sql', 'sql'],
  ] as const) {
    const uri = pathToFileURL(`${folder}/${name.replaceAll(' ', '-')}.${extension}`).href;
    await server.open(uri, languageId, text);
    expect(await server.pullDiagnostics(uri)).toBeInstanceOf(Array);
  }
});

test('a blueprint is answered at every point of its being typed', async () => {
  const uri = pathToFileURL(`${folder}/typed.aurora.yaml`).href;
  await server.open(uri, 'aurora-blueprint', '');
  for (let length = 1; length <= orders.length; length += 7) {
    await server.change(uri, length + 1, orders.slice(0, length));
    expect(await server.pullDiagnostics(uri)).toBeInstanceOf(Array);
  }
});
