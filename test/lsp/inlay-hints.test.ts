import { fileURLToPath, pathToFileURL } from 'node:url';
import { instance, template } from '@aurora-blueprint/core/testing/template-texts.ts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { InlayHintRequest } from 'vscode-languageserver-protocol';
import { ServerProcess } from './server-process.ts';

const folder = fileURLToPath(new URL('../../examples', import.meta.url));

describe('inlay hints', () => {
  let server: ServerProcess;
  beforeAll(async () => {
    server = await ServerProcess.start(folder);
  });
  afterAll(() => server.stop());

  /** The hints of some lines, each with what stands in front of it. */
  async function hints(name: string, languageId: string, text: string, lastLine: number): Promise<readonly string[]> {
    const uri = pathToFileURL(`${folder}/${name}`).href;
    await server.open(uri, languageId, text);
    const range = { start: { line: 0, character: 0 }, end: { line: lastLine, character: 0 } };
    const found = await server.connection.sendRequest(InlayHintRequest.type, { textDocument: { uri }, range });
    const lines = text.split('\n');
    return (found ?? []).map(({ position: { line, character }, label }) => {
      return `${lines[line]?.slice(0, character).trim()} ⟨${label}⟩`;
    });
  }

  test('of a blueprint, for the lines that are asked for', async () => {
    const text = `aurora: 1
name: shop
engine: aurora-postgresql
primary:
  region: eu-west-1
  instances:
    - { id: a, class: db.r7g.large }
    - { id: b, class: db.r7g.large }
  preferredBackupWindow: 03:00-03:30
`;
    expect(await hints('hints.aurora.yaml', 'aurora-blueprint', text, 8)).toEqual([
      '- { id: a ⟨writer⟩',
      '- { id: b ⟨promoted first⟩',
      'primary ⟨backups 1 day, deletable, pay per I/O⟩',
    ]);
  });

  test('of a template, in the words of CloudFormation', async () => {
    const resources =
      instance('A', '      DBInstanceIdentifier: a\n') + instance('B', '      DBInstanceIdentifier: b\n');
    const serverless = resources.replaceAll('db.r7g.large', 'db.serverless');
    const text = template('', { resources: serverless });
    expect(await hints('hints.yaml', 'yaml', text, 99)).toEqual([
      'DBInstanceIdentifier: a ⟨writer⟩',
      'DBInstanceIdentifier: b ⟨promoted first⟩',
      'DBInstanceClass: db.serverless ⟨scales with the writer⟩',
      'Cluster ⟨backups 1 day, deletable, pay per I/O⟩',
    ]);
  });
});
