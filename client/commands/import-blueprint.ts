import { window } from 'vscode';
import { type LanguageServer, serverFailure } from '../language-server.ts';
import { importTemplate } from './blueprint-of-template.ts';
import { openBlueprint } from './open-blueprint.ts';

/** Opens a blueprint of the template in the active editor, not saved yet; asks for what the template does not say. */
export async function importBlueprint(server: LanguageServer): Promise<void> {
  const template = window.activeTextEditor?.document;
  if (template === undefined) {
    void window.showInformationMessage('Open a CloudFormation template that has an Aurora cluster.');
    return;
  }
  try {
    await server.start();
    const step = { title: 'Import as Blueprint', hasBack: false };
    const blueprint = await importTemplate(server, template.uri.toString(), step);
    if (typeof blueprint === 'object') await openBlueprint(blueprint.answer);
  } catch (error) {
    void window.showWarningMessage(serverFailure(error));
  }
}
