import { commands, type Disposable, type ExtensionContext } from 'vscode';
import type { LanguageServer } from '../language-server.ts';
import type { StagePanel } from '../stage/stage-panel.ts';
import { createExample } from './create-example.ts';
import { findBlueprint } from './find-blueprint.ts';
import { previewInference } from './preview-inference.ts';

/** Registers the commands of the category "Aurora". */
export function registerCommands(
  context: ExtensionContext,
  server: LanguageServer,
  stage: StagePanel,
): readonly Disposable[] {
  return [
    commands.registerCommand('auroraBlueprint.showTopology', async () => {
      stage.show(await findBlueprint(), 'topology');
    }),
    commands.registerCommand('auroraBlueprint.simulateFailover', async () => {
      stage.show(await findBlueprint(), 'simulation');
    }),
    commands.registerCommand('auroraBlueprint.previewInference', (uri?: string, offset?: number) =>
      previewInference(context, server, uri, offset),
    ),
    commands.registerCommand('auroraBlueprint.createExample', createExample),
    commands.registerCommand('auroraBlueprint.restartServer', () => server.restart()),
  ];
}
