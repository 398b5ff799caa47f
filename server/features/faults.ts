import { known, knownOr } from '@aurora-blueprint/core/design/node.ts';
import {
  type FaultsParams,
  type FaultsResult,
  faultsMethod,
} from '@aurora-blueprint/core/protocol/simulation-requests.ts';
import { faultsOf } from '@aurora-blueprint/core/simulation/faults.ts';
import { RequestType } from 'vscode-languageserver';
import type { Feature } from './feature.ts';

const request = new RequestType<FaultsParams, FaultsResult, void>(faultsMethod);

/** `aurora/faults`: what can be played on the design of a document. */
export const faults: Feature = {
  capabilities: () => ({}),
  register: ({ connection, documents, shownDesigns }) => {
    connection.onRequest(request, ({ uri, design: index = 0 }) => {
      const version = documents.get(uri)?.version ?? 0;
      const design = shownDesigns.get(uri)?.designs[index]?.design;
      if (design === undefined) return { version, faults: [], scenarios: [] };
      const scenarios = design.scenarios.items.flatMap((scenario) => {
        const name = known(scenario.name);
        return name === undefined ? [] : [{ name, seed: knownOr(scenario.seed, 1) ?? 1 }];
      });
      return { version, faults: faultsOf(design), scenarios };
    });
  },
};
