import { fileURLToPath, pathToFileURL } from 'node:url';
import { readFixture } from '@aurora-blueprint/core/testing/markers.ts';
import { asJson, instance, template } from '@aurora-blueprint/core/testing/template-texts.ts';
import { LineIndex } from '@aurora-blueprint/core/text/line-index.ts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  type CompletionItem,
  CompletionRequest,
  HoverRequest,
  type MarkupContent,
} from 'vscode-languageserver-protocol/node';
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

  /** Opens a template with the cursor in it. */
  async function openAt(name: string, marked: string) {
    const { text, cursor = 0 } = readFixture(marked);
    const uri = pathToFileURL(`${folder}/${name}`).href;
    await server.open(uri, name.endsWith('.json') ? 'json' : 'yaml', text);
    return { textDocument: { uri }, position: new LineIndex(text).positionAt(cursor) };
  }

  async function complete(name: string, marked: string): Promise<readonly CompletionItem[]> {
    const result = await server.connection.sendRequest(CompletionRequest.type, await openAt(name, marked));
    return Array.isArray(result) ? result : (result?.items ?? []);
  }

  const labels = (items: readonly CompletionItem[]) => items.map(({ label }) => label);

  test('is completed: properties, values, references, whole resources', async () => {
    const reader = (properties: string) => instance('B', properties);
    expect(labels(await complete('keys.yaml', template('      Stor$0\n')))).toContain('StorageType');
    const tiers = await complete('tiers.yaml', template('', { resources: reader('      PromotionTier: $0\n') }));
    expect(labels(tiers)).toContain('15');
    const names = await complete('names.yaml', `${template('')}Outputs:\n  A: { Value: !GetAtt Cluster.$0 }\n`);
    expect(labels(names)).toContain('Cluster.Endpoint.Address');
    const wholes = await complete('wholes.yaml', template('', { resources: '  $0\n' }));
    expect(labels(wholes)).toContain('Aurora PostgreSQL cluster');
    const json = asJson(template('      StorageType: x\n')).replace('"x"', '"$0"');
    expect(labels(await complete('stack.json', json))).toEqual(['aurora', 'aurora-iopt1']);
  });

  test('is completed while its first cluster is being written', async () => {
    const begun = 'AWSTemplateFormatVersion: "2010-09-09"\nResources:\n  Cluster:\n    Type: AWS::RDS::$0\n';
    expect(labels(await complete('begun.yaml', begun))).toContain('AWS::RDS::DBCluster');
  });

  test('offers what speaks in a suppression', async () => {
    const comment = await complete('comment.yaml', template('      Port: 80 # aurora-ignore $0\n'));
    expect(labels(comment)).toContain('AUR1002');
    const ignore = '    Metadata: { AuroraBlueprint: { ignore: { $0 } } }\n';
    const metadata = await complete('metadata.yaml', `${template('      Port: 80\n')}${ignore}`);
    expect(labels(metadata)).toContain('AUR1002');
  });

  test('says what stands there and what a name refers to', async () => {
    const hover = async (name: string, marked: string) => {
      const found = await server.connection.sendRequest(HoverRequest.type, await openAt(name, marked));
      return (found?.contents as MarkupContent | undefined)?.value;
    };
    const resources = instance('A').replace('!Ref Cluster', '!Ref Clu$0ster');
    expect(await hover('name.yaml', template('', { resources }))).toContain('with 1 instance');
    expect(await hover('key.yaml', template('      Storage$0Encrypted: true\n'))).toContain(
      '**replaces** the resource',
    );
  });

  test('without a cluster of Aurora is left alone', async () => {
    const uri = pathToFileURL(`${folder}/other.yaml`).href;
    await server.open(uri, 'yaml', template('').replace('aurora-mysql', 'mysql'));
    expect(await server.pullDiagnostics(uri)).toEqual([]);
  });
});
