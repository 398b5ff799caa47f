import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type ExportResult, exportMethod } from '@aurora-blueprint/core/protocol/export-request.ts';
import { readFixture } from '@aurora-blueprint/core/testing/markers.ts';
import { asJson, instance, template } from '@aurora-blueprint/core/testing/template-texts.ts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  type CodeAction,
  CodeActionRequest,
  CodeActionResolveRequest,
  CodeActionTriggerKind,
  CreateFile,
  type InitializeParams,
  TextDocumentEdit,
} from 'vscode-languageserver-protocol';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { ServerProcess } from './server-process.ts';

const blueprint = (name: string, lines = '') => `aurora: 1
name: ${name}
engine: aurora-postgresql
primary:
  region: us-east-1
  instances:
    - { id: orders-a, class: db.r7g.large, availabilityZone: us-east-1a } # writes
    - { id: orders-c, class: db.r7g.large, availabilityZone: us-east-1c }
    - { id: orders-b, class: db.r7g.large, availabilityZone: us-east-1b }
${lines}`;

const resolving: InitializeParams['capabilities'] = {
  textDocument: { codeAction: { dataSupport: true, resolveSupport: { properties: ['edit'] } } },
  workspace: { workspaceEdit: { documentChanges: true, resourceOperations: ['create'] } },
};

const folder = mkdtempSync(join(tmpdir(), 'aurora-refactorings-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** An open document with the cursor at `$0`, and what an editor may do there. */
async function open(server: ServerProcess, name: string, marked: string) {
  const { text, cursor = 0 } = readFixture(marked);
  const uri = pathToFileURL(join(folder, name)).href;
  const document = TextDocument.create(uri, 'yaml', 1, text);
  await server.open(uri, 'yaml', text);
  const position = document.positionAt(cursor);
  const actions = async (only?: string[], triggerKind?: CodeActionTriggerKind) => {
    const context = { diagnostics: [], ...(only && { only }), ...(triggerKind && { triggerKind }) };
    const params = { textDocument: { uri }, range: { start: position, end: position }, context };
    return ((await server.connection.sendRequest(CodeActionRequest.type, params)) ?? []) as CodeAction[];
  };
  const offered = async (words: string) => {
    const all = await actions(['refactor', 'source']);
    const found = all.find(({ title }) => title.includes(words));
    if (found === undefined) throw new Error(`${words} is not among ${all.map(({ title }) => title).join('; ')}`);
    return found;
  };
  const textAfter = ({ edit }: CodeAction) => TextDocument.applyEdits(document, edit?.changes?.[uri] ?? []);
  return { uri, text, actions, offered, textAfter };
}

describe('an editor that asks for the edit once an action is chosen', () => {
  let server: ServerProcess;
  beforeAll(async () => {
    server = await ServerProcess.start(folder, resolving);
  });
  afterAll(() => server.stop());
  const resolve = (action: CodeAction) => server.connection.sendRequest(CodeActionResolveRequest.type, action);

  test('is told the kinds that there are', () => {
    expect(server.capabilities).toMatchObject({
      codeActionProvider: {
        codeActionKinds: [
          'quickfix',
          'refactor.extract',
          'refactor.rewrite',
          'source.sortMembers',
          'source.fixAll.auroraBlueprint',
        ],
        resolveProvider: true,
      },
    });
  });

  test('extracts a repeated value of a blueprint into an anchor', async () => {
    const { text, offered, textAfter } = await open(
      server,
      'extract.aurora.yaml',
      blueprint('x').replace('db.r7g', '$0db.r7g'),
    );
    const action = await offered('Extract class');
    expect(action).not.toHaveProperty('edit');
    const after = text.replace('class: db', 'class: &class db').replaceAll('class: db.r7g.large', 'class: *class');
    expect(textAfter(await resolve(action))).toBe(after);
  });

  test('sorts instances by AZ, the writer first', async () => {
    const { offered, textAfter } = await open(
      server,
      'sort.aurora.yaml',
      blueprint('x').replace('orders-b', '$0orders-b'),
    );
    const sorted = textAfter(await resolve(await offered('Sort instances')));
    expect([...sorted.matchAll(/id: orders-(\w)/g)].map(([, letter]) => letter).join('')).toBe('abc');
  });

  test('adds a reader to a template, in JSON too', async () => {
    const text = asJson(template('', { resources: instance('Db1', '      AvailabilityZone: us-east-1a\n') }));
    const { offered, textAfter } = await open(server, 'reader.json', text.replace('"Db1"', '$0"Db1"'));
    const action = await resolve(await offered('Add the reader Db2 in us-east-1b'));
    expect(Object.keys(JSON.parse(textAfter(action)).Resources)).toEqual(['Cluster', 'Db1', 'Db2']);
  });

  test('gets no edit of a text that has changed since', async () => {
    const { uri, text, offered } = await open(
      server,
      'changed.aurora.yaml',
      blueprint('x').replace('orders-b', '$0orders-b'),
    );
    const action = await offered('Sort instances');
    await server.change(uri, 2, `# mine\n${text}`);
    await expect(resolve(action)).rejects.toThrow('The document has changed since this was offered.');
  });

  test('writes a blueprint as a template beside it, under a name that no file has, and back', async () => {
    writeFileSync(join(folder, 'orders-us-east-1.yaml'), '');
    const exported = await open(server, 'orders.aurora.yaml', blueprint('$0orders'));
    const { edit } = await resolve(await exported.offered('Export to CloudFormation'));
    const [create, write] = edit?.documentChanges ?? [];
    const uri = pathToFileURL(join(folder, 'orders-us-east-1-2.yaml')).href;
    expect(create).toEqual(CreateFile.create(uri, { overwrite: false }));
    if (!TextDocumentEdit.is(write)) throw new Error('the template is not written');
    const [written] = write.edits;
    const text = written !== undefined && 'newText' in written ? written.newText : '';

    const imported = await open(server, 'orders-us-east-1-2.yaml', text.replace('  Cluster:', '  Clus$0ter:'));
    const back = (await resolve(await imported.offered('Import as a blueprint'))).edit?.documentChanges ?? [];
    expect(back[0]).toEqual(
      CreateFile.create(pathToFileURL(join(folder, 'orders.aurora.yaml')).href, { overwrite: false }),
    );
    expect(JSON.stringify(back[1])).toContain('{ id: orders-c, class: db.r7g.large, availabilityZone: us-east-1c }');
  });
});

describe('an editor that does neither resolve actions nor create files', () => {
  let server: ServerProcess;
  beforeAll(async () => {
    server = await ServerProcess.start(folder);
  });
  afterAll(() => server.stop());

  test('gets actions with their edits, and none that creates files', async () => {
    const { text, actions, textAfter } = await open(server, 'name.aurora.yaml', blueprint('$0x'));
    const titles = (await actions(['refactor'])).map(({ title }) => title);
    expect(titles.filter((title) => title.includes('beside this file'))).toEqual([]);
    const [action] = (await actions(['refactor'])).filter(({ title }) => title.includes('a secondary in eu-west-1'));
    expect(action && textAfter(action)).toContain(`${text}secondaries:\n  - clusterIdentifier: x-euw1\n`);
  });

  test('is not shown refactorings at every move of the cursor', async () => {
    const { actions } = await open(server, 'lamp.aurora.yaml', blueprint('$0x'));
    expect(await actions(undefined, CodeActionTriggerKind.Automatic)).toEqual([]);
    expect((await actions(undefined, CodeActionTriggerKind.Invoked)).length).toBeGreaterThan(0);
    expect((await actions()).every(({ kind }) => kind === 'refactor.rewrite')).toBe(true);
  });

  test('may ask for the templates of a blueprint, with what is to be known of them', async () => {
    const { uri } = await open(server, 'files.aurora.yaml', blueprint('files', '  volume: { size: 4 TiB }\n'));
    const templatesOf = (document: string) =>
      server.connection.sendRequest<ExportResult>(exportMethod, { uri: document });
    expect(await templatesOf(uri)).toEqual({
      files: [{ fileName: 'files-us-east-1.yaml', text: expect.stringContaining('Type: AWS::RDS::DBCluster') }],
      remarks: [
        'files-us-east-1.yaml: what no resource says of name, primary.volume stands in Metadata.AuroraBlueprint.',
        'files-us-east-1.yaml: the stack needs values for SubnetIds, MasterUsername, MasterUserPassword.',
      ],
    });
    const empty = await open(server, 'empty.aurora.yaml', '');
    expect(await templatesOf(empty.uri)).toEqual({
      problem: 'There is nothing here to export. Open a blueprint that states its engine.',
    });
  });
});
