import { fileURLToPath, pathToFileURL } from 'node:url';
import { clientCommands } from '@aurora-blueprint/core/protocol/client-commands.ts';
import { type SimulateResult, simulateMethod } from '@aurora-blueprint/core/protocol/simulation-requests.ts';
import { cluster } from '@aurora-blueprint/core/testing/blueprint-texts.ts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type CodeAction, CodeActionRequest } from 'vscode-languageserver-protocol';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { ServerProcess } from './server-process.ts';

const folder = fileURLToPath(new URL('../../examples', import.meta.url));

describe('code actions', () => {
  let server: ServerProcess;
  beforeAll(async () => {
    const commands = Object.values(clientCommands);
    server = await ServerProcess.start(folder, { textDocument: { diagnostic: {} } }, { trusted: false, commands });
  });
  afterAll(() => server.stop());

  /** An open document, what an editor may do with it, and what it says then. */
  async function open(name: string, languageId: string, text: string) {
    const uri = pathToFileURL(`${folder}/${name}`).href;
    const document = TextDocument.create(uri, languageId, 1, text);
    await server.open(uri, languageId, text);
    const actions = async (at: string, only?: string[]): Promise<readonly CodeAction[]> => {
      const position = document.positionAt(text.indexOf(at));
      const range = { start: position, end: position };
      const context = { diagnostics: [], ...(only === undefined ? {} : { only }) };
      const result = await server.connection.sendRequest(CodeActionRequest.type, {
        textDocument: { uri },
        range,
        context,
      });
      return (result ?? []) as CodeAction[];
    };
    const textAfter = (action: CodeAction | undefined) =>
      TextDocument.applyEdits(document, [...(action?.edit?.changes?.[uri] ?? [])]);
    return { actions, textAfter };
  }

  test.each([
    [
      'a blueprint',
      'fix-all.aurora.yaml',
      'aurora-blueprint',
      cluster('  PreferredBackupWindow: 3.00 - 3.30 # ours\n  backupRetentionPeriod: 40\n'),
      cluster('  preferredBackupWindow: 03:00-03:30 # ours\n  backupRetentionPeriod: 40\n'),
    ],
    [
      'a template',
      'fix-all.yaml',
      'yaml',
      'Resources:\n  Db:\n    Type: AWS::RDS::DBCluster\n    Properties: { Engine: aurora-mysql, EnableCloudwatchLogsExports: [Audit] }\n',
      'Resources:\n  Db:\n    Type: AWS::RDS::DBCluster\n    Properties: { Engine: aurora-mysql, EnableCloudwatchLogsExports: [audit] }\n',
    ],
    [
      'SQL',
      'fix-all.sql',
      'sql',
      "-- aurora: postgresql\nSELECT aws_comprehend.detect_sentimen(body, 'EN') FROM reviews;\n",
      "-- aurora: postgresql\nSELECT aws_comprehend.detect_sentiment(body, 'en') FROM reviews;\n",
    ],
  ])('mend all that is safe in %s', async (_, name, languageId, text, mended) => {
    const { actions, textAfter } = await open(name, languageId, text);
    for (const asked of ['source', 'source.fixAll', 'source.fixAll.auroraBlueprint']) {
      const [action, ...others] = await actions(text.slice(0, 5), [asked]);
      expect(others).toEqual([]);
      expect(action?.kind).toBe('source.fixAll.auroraBlueprint');
      expect(textAfter(action)).toBe(mended);
    }
  });

  test('have nothing for saving where nothing is safe, nor for the fixes of others', async () => {
    const text = cluster('  backupRetentionPeriod: 40\n');
    const { actions } = await open('unsafe.aurora.yaml', 'aurora-blueprint', text);
    expect(await actions('40', ['source.fixAll'])).toEqual([]);
    expect(await actions('40', ['source.fixAll.eslint'])).toEqual([]);
    expect(await actions('40', ['refactor'])).toEqual([]);
  });

  test('edit no line that stays as it is', async () => {
    const text = cluster('  Port: 5432\n  backupRetentionPeriod: 7\n  DeletionProtection: true\n');
    const { actions } = await open('lines.aurora.yaml', 'aurora-blueprint', text);
    const [action] = await actions('aurora', ['source.fixAll']);
    const lines = Object.values(action?.edit?.changes ?? {}).flatMap((edits) =>
      edits.map(({ range }) => range.start.line),
    );
    expect(lines).toEqual([8, 10]);
  });

  test('mend all findings of a rule at once, where a finding of it stands', async () => {
    const text = cluster('  backupRetentionPeriod: 40\n').replaceAll(
      'db.r7g.large }',
      'db.r7g.large, promotionTier: 99 }',
    );
    const { actions, textAfter } = await open('rule.aurora.yaml', 'aurora-blueprint', text);
    const offered = await actions('99', ['quickfix']);
    expect(offered.map(({ title }) => title)).toEqual(['Set promotionTier to 15', 'Fix all AUR110 in this file']);
    expect(textAfter(offered[1])).toBe(text.replaceAll('99', '15'));
    expect((await actions('40')).map(({ title }) => title)).toEqual(['Set backupRetentionPeriod to 35']);
  });

  test('play the failure that proves a finding, of one fault and of two', async () => {
    const text = cluster(
      '    - { id: orders-c, class: db.r7g.large }\nobjectives: { writerRecovery: 20s, survive: [instance, az] }\n',
    ).replaceAll('db.r7g.large }', 'db.r7g.large, availabilityZone: us-east-1a }');
    const place = {
      uri: pathToFileURL(`${folder}/failures.aurora.yaml`).href,
      seed: 1,
      run: { fault: 'failure:az:us-east-1a' },
    };
    const { actions } = await open('failures.aurora.yaml', 'aurora-blueprint', text);
    const [title] = ['Play this failure: us-east-1a goes dark'];
    const action = (await actions('az]')).find(({ command }) => command !== undefined);
    expect(action).toEqual({
      title,
      kind: 'quickfix',
      command: { title, command: clientCommands.simulate, arguments: [place] },
    });
    const played = await server.connection.sendRequest<SimulateResult>(simulateMethod, place);
    expect(played).toMatchObject({ timeline: { scenario: 'us-east-1a goes dark', verdict: { promoted: 'nobody' } } });
  });
});
