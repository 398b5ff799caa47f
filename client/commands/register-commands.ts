import { commands, type Disposable } from 'vscode';
import type { LanguageServer } from '../language-server.ts';
import type { PreviewPanel } from '../preview/preview-panel.ts';
import type { StagePanel } from '../stage/stage-panel.ts';
import { createExample } from './create-example.ts';
import { findBlueprint } from './find-blueprint.ts';
import { NewDesign } from './new-design.ts';
import { type CallPlace, previewInference } from './preview-inference.ts';

/** Registers the commands of the category "Aurora". */
export function registerCommands(
  server: LanguageServer,
  stage: StagePanel,
  preview: PreviewPanel,
): readonly Disposable[] {
  const newDesign = new NewDesign(server);
  return [
    commands.registerCommand('auroraBlueprint.newDesign', (beginning?: unknown) => newDesign.run(beginning)),
    commands.registerCommand('auroraBlueprint.showTopology', async () => {
      stage.show(await findBlueprint(), 'topology');
    }),
    commands.registerCommand('auroraBlueprint.simulateFailover', async () => {
      stage.show(await findBlueprint(), 'simulation');
    }),
    commands.registerCommand('auroraBlueprint.previewInference', (place?: CallPlace) =>
      previewInference(server, preview, place),
    ),
    commands.registerCommand('auroraBlueprint.createExample', () => createExample()),
    commands.registerCommand('auroraBlueprint.restartServer', () => server.restart()),
  ];
}
