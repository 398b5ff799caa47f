import type { Design } from '@aurora-blueprint/core/design/design.ts';
import { known } from '@aurora-blueprint/core/design/node.ts';
import type { BlueprintDocument } from '@aurora-blueprint/core/design/readers/blueprint.ts';
import { withScenarios } from '@aurora-blueprint/core/design/readers/scenario-file.ts';
import {
  type SimulateParams,
  type SimulateResult,
  simulateMethod,
} from '@aurora-blueprint/core/protocol/simulation-requests.ts';
import { simulate as run } from '@aurora-blueprint/core/simulation/simulate.ts';
import { RequestType } from 'vscode-languageserver';
import { pathOfUri } from '../documents/uri-of-file.ts';
import { analysisAt } from './analysis-at.ts';
import type { Feature, ServerContext } from './feature.ts';

const request = new RequestType<SimulateParams, SimulateResult, void>(simulateMethod);

/** `aurora/simulate`: plays a fault or a scenario on the design of a document. */
export const simulate: Feature = {
  capabilities: () => ({}),
  register: (context) => {
    context.connection.onRequest(request, (params) => {
      const version = context.documents.get(params.uri)?.version ?? 0;
      const design = context.shownDesigns.get(params.uri)?.designs[params.design ?? 0]?.design;
      if (design === undefined) return { version, problem: 'This document holds no design that could be played.' };
      return { version, ...run(played(context, design, params), params.run, params.seed) };
    });
  },
};

/** The design with the scenario that is to be played, where that stands in a file of its own. */
function played(context: ServerContext, design: Design, { uri, run, design: shown = 0 }: SimulateParams): Design {
  const file = 'scenario' in run && run.file !== undefined ? analysisAt(context, run.file) : undefined;
  if (file?.kind !== 'scenarios' || !('scenario' in run)) return design;
  const path = pathOfUri(uri);
  const beside = file.blueprint.documents.find(
    (document, index) =>
      path !== undefined &&
      file.designPaths[index] === path &&
      indexOfNamed(document) === shown &&
      document.design.scenarios.items.some(({ name }) => known(name) === run.scenario),
  );
  return beside === undefined ? design : withScenarios(design, beside.design);
}

function indexOfNamed({ beside }: BlueprintDocument): number | undefined {
  return beside?.named !== undefined && 'index' in beside.named ? beside.named.index : undefined;
}
