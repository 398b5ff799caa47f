import { type CallPlace, clientCommands, type StagePlace } from '@aurora-blueprint/core/protocol/client-commands.ts';
import { commands, type Disposable, type TextDocument, Uri, workspace } from 'vscode';
import type { LanguageServer } from '../language-server.ts';
import type { PreviewPanel } from '../preview/preview-panel.ts';
import type { Chosen, StagePanel } from '../stage/stage-panel.ts';
import { chooseSqlDialect } from './choose-sql-dialect.ts';
import { createExample, createSqlExample } from './create-example.ts';
import { exportTemplates } from './export-templates.ts';
import { findDesign } from './find-design.ts';
import { importBlueprint } from './import-blueprint.ts';
import { NewDesign } from './new-design.ts';
import { previewInference } from './preview-inference.ts';
import { scenarioAtCursor } from './scenario-at-cursor.ts';
import { showPlaces } from './show-places.ts';

/** Registers the commands of the category "Aurora". */
export function registerCommands(
  server: LanguageServer,
  stage: StagePanel,
  preview: PreviewPanel,
): readonly Disposable[] {
  const newDesign = new NewDesign(server);
  return [
    commands.registerCommand('auroraBlueprint.newDesign', (beginning?: unknown) => newDesign.run(beginning)),
    commands.registerCommand(clientCommands.showTopology, async (place?: StagePlace | Uri) => {
      const document = await documentAt(place, server);
      stage.show(document, 'topology', undefined, designIn(place));
    }),
    commands.registerCommand(clientCommands.simulate, async (asked?: StagePlace | Uri) => {
      const place = isPlace(asked) ? asked : ((await scenarioAtCursor(server)) ?? asked);
      const document = await documentAt(place, server);
      stage.show(document, 'simulation', chosenIn(place), designIn(place));
    }),
    commands.registerCommand(clientCommands.previewInference, (place?: CallPlace) =>
      previewInference(server, preview, place),
    ),
    commands.registerCommand('auroraBlueprint.chooseSqlDialect', () => chooseSqlDialect(server)),
    commands.registerCommand(clientCommands.showPlaces, showPlaces),
    commands.registerCommand('auroraBlueprint.exportCloudFormation', () => exportTemplates(server)),
    commands.registerCommand('auroraBlueprint.importBlueprint', () => importBlueprint(server)),
    commands.registerCommand('auroraBlueprint.createExample', (kind?: unknown) =>
      kind === 'sql' ? createSqlExample() : createExample(),
    ),
    commands.registerCommand('auroraBlueprint.restartServer', () => server.restart()),
  ];
}

/** The file in which a code lens stands; where none does, the one that a person means. A menu hands over the file of its editor. */
async function documentAt(
  place: StagePlace | Uri | undefined,
  server: LanguageServer,
): Promise<TextDocument | undefined> {
  return isPlace(place) ? workspace.openTextDocument(Uri.parse(place.uri)) : findDesign(server);
}

function designIn(place: StagePlace | Uri | undefined): number | undefined {
  return isPlace(place) ? (place.design ?? 0) : undefined;
}

function chosenIn(place: StagePlace | Uri | undefined): Chosen | undefined {
  if (!isPlace(place) || place.run === undefined) return undefined;
  return { run: place.run, seed: place.seed ?? 1 };
}

function isPlace(place: StagePlace | Uri | undefined): place is StagePlace {
  return place !== undefined && 'uri' in place;
}
