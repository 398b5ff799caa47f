import assert from 'node:assert/strict';
import { commands, extensions, workspace } from 'vscode';
import { languageServers } from '../language-servers.ts';
import { waitFor } from '../wait-for.ts';
import { open, openText, replace } from './documents.ts';

const extension = () => extensions.getExtension('aurora-blueprint.aurora-blueprint');

// Mocha runs this file first: nothing has been opened yet.
describe('the extension', () => {
  it('is there, and sleeps until a document may be its own', async () => {
    assert.equal(extension()?.isActive, false);
    await openText('plaintext', 'Orders\n');
    assert.equal(extension()?.isActive, false);
  });

  it('starts no server for SQL and YAML without anything of Aurora’s', async () => {
    const sql = await openText('sql', 'SELECT id FROM reviews;\n');
    const yaml = await openText('yaml', 'services:\n  web: { image: nginx }\n');
    await waitFor('the extension to be active', () => extension()?.isActive);
    await replace(sql, 'id', 'body');
    await replace(yaml, 'web', 'shop');
    assert.deepEqual(await languageServers(process.pid), []);
  });

  it('starts one server for all that is Aurora’s', async () => {
    const blueprint = await open('orders.aurora.yaml');
    assert.equal(blueprint.languageId, 'aurora-blueprint');
    await open('reviews.sql');
    await waitFor('the server', async () => (await languageServers(process.pid)).length === 1);
  });

  it('registers every command that its manifest names', async () => {
    const manifest: { contributes: { commands: { command: string }[] } } = extension()?.packageJSON;
    const registered = new Set(await commands.getCommands(true));
    const missing = manifest.contributes.commands.filter(({ command }) => !registered.has(command));
    assert.deepEqual(missing, []);
  });

  it('works in workspaces that are not trusted, where AWS may not be chosen by the folder', () => {
    const { capabilities } = extension()?.packageJSON ?? {};
    assert.equal(capabilities.untrustedWorkspaces.supported, 'limited');
    const settings = workspace.getConfiguration('auroraBlueprint.inference');
    for (const name of ['provider', 'awsProfile', 'endpointUrl']) {
      assert(settings.has(name), name);
      assert(capabilities.untrustedWorkspaces.restrictedConfigurations.includes(`auroraBlueprint.inference.${name}`));
    }
  });
});
