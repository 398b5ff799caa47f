import type { StagePlace } from '@aurora-blueprint/core/protocol/client-commands.ts';
import type { BlueprintAnalysis, ScenarioFileAnalysis } from '../documents/analysis.ts';
import { uriOfFile } from '../documents/uri-of-file.ts';
import type { ServerContext } from './feature.ts';

/**
 * What shows a scenario of a document of a file in the panel, by the name of the scenario; undefined where the panel cannot
 * show its design. It shows the first design of a blueprint.
 */
export function placeInPanel(
  { documents }: ServerContext,
  uri: string,
  analysis: BlueprintAnalysis | ScenarioFileAnalysis,
  index: number,
): ((scenario: string) => StagePlace) | undefined {
  if (analysis.kind === 'blueprint') return index > 0 ? undefined : (scenario) => ({ uri, run: { scenario } });
  const path = analysis.designPaths[index];
  const named = analysis.blueprint.documents[index]?.beside?.named;
  if (path === undefined || named === undefined || 'missing' in named || named.index > 0) return undefined;
  return (scenario) => ({ uri: uriOfFile(documents, path), run: { scenario, file: uri } });
}
