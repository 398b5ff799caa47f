import {
  type SimulateParams,
  type SimulateResult,
  simulateMethod,
} from '@aurora-blueprint/core/protocol/simulation-requests.ts';
import { simulate as run } from '@aurora-blueprint/core/simulation/simulate.ts';
import { RequestType } from 'vscode-languageserver';
import type { Feature } from './feature.ts';

const request = new RequestType<SimulateParams, SimulateResult, void>(simulateMethod);

/** `aurora/simulate`: plays a fault or a scenario on the design of a blueprint. */
export const simulate: Feature = {
  capabilities: () => ({}),
  register: ({ connection, documents, shownBlueprints }) => {
    connection.onRequest(request, (params) => {
      const version = documents.get(params.uri)?.version ?? 0;
      const design = shownBlueprints.get(params.uri)?.analysis.blueprint.documents[0]?.design;
      if (design === undefined) return { version, problem: 'This document holds no design that could be played.' };
      return { version, ...run(design, params.run, params.seed) };
    });
  },
};
