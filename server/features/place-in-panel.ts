import type { StagePlace } from '@aurora-blueprint/core/protocol/client-commands.ts';
import type { BlueprintAnalysis, ScenarioFileAnalysis } from '../documents/analysis.ts';
import { uriOfFile } from '../documents/uri-of-file.ts';
import type { ServerContext } from './feature.ts';

/**
 * What shows a scenario of a document of a file in the panel, by the name of the scenario; undefined where it names no
 * design that is there.
 */
export function placeInPanel(
  { documents }: ServerContext,
  uri: string,
  analysis: BlueprintAnalysis | ScenarioFileAnalysis,
  index: number,
): ((scenario: string) => StagePlace) | undefined {
  if (analysis.kind === 'blueprint')
    return (scenario) => ({ uri, ...(index > 0 && { design: index }), run: { scenario } });
  const path = analysis.designPaths[index];
  const named = analysis.blueprint.documents[index]?.beside?.named;
  if (path === undefined || named === undefined || 'missing' in named) return undefined;
  return (scenario) => ({
    uri: uriOfFile(documents, path),
    ...(named.index > 0 && { design: named.index }),
    run: { scenario, file: uri },
  });
}
