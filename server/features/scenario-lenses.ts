import { lensesOf } from '@aurora-blueprint/core/editing/lenses/lenses.ts';
import { clientCommands, type StagePlace } from '@aurora-blueprint/core/protocol/client-commands.ts';
import type { CodeLens } from 'vscode-languageserver';
import type { ScenarioFileAnalysis } from '../documents/analysis.ts';
import { toProtocolRange } from '../protocol-ranges.ts';
import type { ServerContext } from './feature.ts';
import { placeInPanel } from './place-in-panel.ts';

/** "Simulate" above each scenario of a file whose design the panel can show. */
export function scenarioLenses(uri: string, analysis: ScenarioFileAnalysis, context: ServerContext): CodeLens[] {
  return analysis.blueprint.documents.flatMap(({ design, locator }, index) => {
    const shownAt = placeInPanel(context, uri, analysis, index);
    if (shownAt === undefined) return [];
    return lensesOf(design, (kind) => kind === 'simulation').flatMap(({ path, title = '', run, seed }) => {
      if (run === undefined || !('scenario' in run)) return [];
      const place: StagePlace = { ...shownAt(run.scenario), ...(seed !== undefined && { seed }) };
      const command = { title, command: clientCommands.simulate, arguments: [place] };
      return [{ range: toProtocolRange(analysis.lines, locator.rangeOf(path, 'key')), command }];
    });
  });
}
