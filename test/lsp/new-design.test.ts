import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import {
  type Answers,
  type NewDesignResult,
  newDesignMethod,
} from '@aurora-blueprint/core/protocol/new-design-request.ts';
import {
  type ImportTemplateResult,
  importTemplateMethod,
  type TemplatesResult,
  templatesMethod,
} from '@aurora-blueprint/core/protocol/template-requests.ts';
import { template } from '@aurora-blueprint/core/testing/template-texts.ts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ServerProcess } from './server-process.ts';

let folder: string;
let server: ServerProcess;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'new-design-'));
  mkdirSync(join(folder, 'infra'));
  writeFileSync(join(folder, 'infra', 'orders.yaml'), template('      DBClusterIdentifier: orders\n'));
  writeFileSync(join(folder, 'infra', 'queue.yaml'), 'Resources: { Queue: { Type: AWS::SQS::Queue } }\n');
  server = await ServerProcess.start(folder, { textDocument: { diagnostic: {} } });
});
afterAll(async () => {
  await server.stop();
  rmSync(folder, { recursive: true });
});

test('a new design is asked for question by question, and then arrives without findings', async () => {
  let answers: Answers = { name: 'shop' };
  const asked: string[] = [];
  for (;;) {
    const result = await server.connection.sendRequest<NewDesignResult>(newDesignMethod, { answers });
    if ('question' in result) {
      asked.push(result.question.id);
      answers = { ...answers, [result.question.id]: result.question.suggestion };
      continue;
    }
    expect(asked).toEqual(['engine', 'region', 'instances', 'secondary', 'scenario']);
    const { fileName, text } = result.blueprint;
    const uri = `untitled:/${fileName}`;
    await server.open(uri, 'aurora-blueprint', text);
    expect(await server.pullDiagnostics(uri)).toEqual([]);
    return;
  }
});

describe('a template of the workspace', () => {
  test('is found by the Aurora cluster in it, and becomes a blueprint', async () => {
    const { templates } = await server.connection.sendRequest<TemplatesResult>(templatesMethod, {});
    expect(templates).toEqual([pathToFileURL(join(folder, 'infra', 'orders.yaml')).href]);
    const [uri = ''] = templates;
    expect(await importFrom(uri)).toMatchObject({ question: { id: 'region', suggestion: 'us-east-1' } });
    const imported = await importFrom(uri, 'eu-west-1');
    expect('blueprints' in imported && imported.blueprints).toMatchObject([
      {
        name: 'orders',
        clusters: ['orders'],
        fileName: 'orders.aurora.yaml',
        text: expect.stringContaining('  region: eu-west-1\n'),
      },
    ]);
  });

  test.each([
    ['queue.yaml', 'No Aurora cluster stands in this template.'],
    ['gone.yaml', 'The template cannot be read.'],
  ])('%s gives a reason instead', async (name, problem) => {
    expect(await importFrom(pathToFileURL(join(folder, 'infra', name)).href)).toEqual({ problem });
  });

  test('is taken as it stands in the editor', async () => {
    const uri = pathToFileURL(join(folder, 'infra', 'open.yaml')).href;
    await server.open(uri, 'yaml', template('      DBClusterIdentifier: sales\n'));
    expect(await importFrom(uri, 'eu-west-1')).toMatchObject({ blueprints: [{ name: 'sales' }] });
  });
});

function importFrom(uri: string, region?: string): Promise<ImportTemplateResult> {
  return server.connection.sendRequest<ImportTemplateResult>(importTemplateMethod, { uri, region });
}
