import assert from 'node:assert/strict';
import { commands, type Extension, extensions, workspace } from 'vscode';
import { languageServers } from '../language-servers.ts';
import { waitFor } from '../wait-for.ts';
import { open, openText, replace } from './documents.ts';

interface Manifest {
  readonly capabilities: {
    readonly untrustedWorkspaces: { readonly supported: string; readonly restrictedConfigurations: readonly string[] };
  };
  readonly contributes: { readonly commands: readonly { readonly command: string }[] };
}

function extension(): Extension<unknown> {
  const found = extensions.getExtension('aurora-blueprint.aurora-blueprint');
  assert(found, 'the extension is installed');
  return found;
}

const manifest = (): Manifest => extension().packageJSON;

// Mocha runs this file first: nothing has been opened yet.
describe('the extension', () => {
  it('is there, and starts no server for a blueprint that nobody looks at', async () => {
    await waitFor('the extension to be active', () => extension().isActive);
    await openText('plaintext', 'Orders\n');
    assert.deepEqual(await languageServers(process.pid), []);
  });

  it('starts no server for SQL and YAML without anything of Aurora’s', async () => {
    const sql = await openText('sql', 'SELECT id FROM reviews;\n');
    const yaml = await openText('yaml', 'services:\n  web: { image: nginx }\n');
    await waitFor('the extension to be active', () => extension().isActive);
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
    const registered = new Set(await commands.getCommands(true));
    const missing = manifest().contributes.commands.filter(({ command }) => !registered.has(command));
    assert.deepEqual(missing, []);
  });

  it('works in workspaces that are not trusted, where AWS may not be chosen by the folder', () => {
    const { supported, restrictedConfigurations } = manifest().capabilities.untrustedWorkspaces;
    assert.equal(supported, 'limited');
    const settings = workspace.getConfiguration('auroraBlueprint.inference');
    for (const name of ['provider', 'awsProfile', 'endpointUrl']) {
      assert(settings.has(name), name);
      assert(restrictedConfigurations.includes(`auroraBlueprint.inference.${name}`));
    }
  });
});
