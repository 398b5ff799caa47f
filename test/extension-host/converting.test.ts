import assert from 'node:assert/strict';
import { commands, type TextDocument, Uri, window, workspace } from 'vscode';
import { waitFor } from '../wait-for.ts';
import { open } from './documents.ts';

const template = `Resources:
  Cluster:
    Type: AWS::RDS::DBCluster
    Properties: { Engine: aurora-mysql, DBClusterIdentifier: shop }
  Writer:
    Type: AWS::RDS::DBInstance
    Properties: { DBClusterIdentifier: !Ref Cluster, AvailabilityZone: eu-west-1a, DBInstanceClass: db.r7g.large, Engine: aurora-mysql }
`;

/** The document that is shown once a command has opened another one than this. */
function shownBeside(document: TextDocument): Promise<TextDocument> {
  return waitFor('the other document', () => {
    const shown = window.activeTextEditor?.document;
    return shown !== document && shown;
  });
}

describe('a design in the other format', () => {
  it('is written beside a blueprint, a template for each Region, and never over a file', async () => {
    const blueprint = await open('orders.aurora.yaml');
    const beside = (name: string) => Uri.joinPath(blueprint.uri, '..', name);
    for (const name of ['orders-us-east-1.yaml', 'orders-use1-us-east-1-2.yaml']) {
      await open('orders.aurora.yaml');
      await commands.executeCommand('auroraBlueprint.exportCloudFormation');
      const shown = await shownBeside(blueprint);
      assert.equal(shown.uri.toString(), beside(name).toString());
      assert(shown.getText().includes('Type: AWS::RDS::GlobalCluster'));
    }
    const names = (await workspace.fs.readDirectory(beside(''))).map(([name]) => name);
    assert(names.includes('orders-eu-west-1.yaml'), names.join());
  });

  it('is opened, not saved yet, of the template in the editor', async () => {
    const [folder] = workspace.workspaceFolders ?? [];
    assert(folder);
    await workspace.fs.writeFile(Uri.joinPath(folder.uri, 'stack.yaml'), new TextEncoder().encode(template));
    const shown = await open('stack.yaml');
    await commands.executeCommand('auroraBlueprint.importBlueprint');
    const blueprint = await shownBeside(shown);
    assert.equal(blueprint.languageId, 'aurora-blueprint');
    assert(blueprint.isUntitled);
    assert(
      blueprint.getText().includes('- { id: writer, class: db.r7g.large, availabilityZone: eu-west-1a }'),
      blueprint.getText(),
    );
  });
});
