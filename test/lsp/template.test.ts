import { fileURLToPath, pathToFileURL } from 'node:url';
import { instance, template } from '@aurora-blueprint/core/testing/template-texts.ts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ServerProcess } from './server-process.ts';

const folder = fileURLToPath(new URL('../../examples', import.meta.url));

describe('a CloudFormation template', () => {
  let server: ServerProcess;
  beforeAll(async () => {
    server = await ServerProcess.start(folder, { textDocument: { diagnostic: {} } });
  });
  afterAll(() => server.stop());

  test('is checked like a blueprint, at the places of the template', async () => {
    const uri = pathToFileURL(`${folder}/stack.yaml`).href;
    await server.open(uri, 'yaml', template('', { resources: instance('A', '      PromotionTier: 16\n') }));
    const diagnostics = await server.pullDiagnostics(uri);
    expect(diagnostics.map(({ code, range }) => [code, range.start])).toEqual([
      ['AUR110', { line: 14, character: 21 }],
    ]);
  });

  test('without a cluster of Aurora is left alone', async () => {
    const uri = pathToFileURL(`${folder}/other.yaml`).href;
    await server.open(uri, 'yaml', template('').replace('aurora-mysql', 'mysql'));
    expect(await server.pullDiagnostics(uri)).toEqual([]);
  });
});
