import assert from 'node:assert/strict';
import {
  commands,
  extensions,
  languages,
  Range,
  type TextDocument,
  Uri,
  WorkspaceEdit,
  window,
  workspace,
} from 'vscode';
import { waitFor } from '../wait-for.ts';

const extension = () => extensions.getExtension('aurora-blueprint.aurora-blueprint');

async function open(name: string): Promise<TextDocument> {
  const folder = workspace.workspaceFolders?.[0];
  assert(folder, 'the suite runs with a folder open');
  const document = await workspace.openTextDocument(Uri.joinPath(folder.uri, name));
  await window.showTextDocument(document);
  return document;
}

describe('the extension', () => {
  it('is there, and sleeps until a document needs it', () => {
    assert.equal(extension()?.isActive, false);
  });

  it('wakes up for a blueprint and reports what is wrong with it', async () => {
    const document = await open('orders.aurora.yaml');
    assert.equal(document.languageId, 'aurora-blueprint');
    await waitFor('the extension to be active', () => extension()?.isActive);

    const place = document.positionAt(document.getText().indexOf('backupRetentionPeriod: 14'));
    const value = new Range(place.translate(0, 23), place.translate(0, 25));
    const edit = new WorkspaceEdit();
    edit.replace(document.uri, value, '99');
    await workspace.applyEdit(edit);

    const finding = await waitFor('a finding at the value', () =>
      languages.getDiagnostics(document.uri).find(({ range }) => range.isEqual(value)),
    );
    assert.equal(finding.source, 'Aurora');
  });

  it('registers every command that its manifest names', async () => {
    const manifest: { contributes: { commands: { command: string }[] } } = extension()?.packageJSON;
    const registered = new Set(await commands.getCommands(true));
    const missing = manifest.contributes.commands.filter(({ command }) => !registered.has(command));
    assert.deepEqual(missing, []);
  });
});
