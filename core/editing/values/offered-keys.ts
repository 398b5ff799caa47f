import { clustersOf, type Design } from '../../design/design.ts';
import type { KeyVocabulary } from '../../design/format/shape.ts';
import { known } from '../../design/node.ts';
import { type AssumptionFigure, assumptionTable } from '../../simulation/assumptions.ts';
import { protectionGroupsToChoose } from './fault-targets.ts';
import { serverlessInstancesOf } from './instances.ts';
import type { OfferedValue } from './offered-value.ts';
import { parametersOf } from './parameters.ts';

/** The keys that the catalogues or the design have for a mapping whose keys people choose. */
export function offeredKeys(keys: KeyVocabulary, design: Design): readonly OfferedValue[] {
  switch (keys) {
    case 'parameter':
      return parametersOf(known(design.engine));
    case 'instanceId':
      return serverlessInstancesOf(design);
    case 'endpointId':
      return [...endpointsOf(design), ...builtInEndpoints];
    case 'protectionGroup':
      return protectionGroupsToChoose(design);
    case 'assumption':
      return Object.entries<AssumptionFigure>(assumptionTable).map(([value, { meaning, source }]) => ({
        value,
        detail: meaning,
        documentation: `How long it takes ${meaning}. Source: ${source}.`,
      }));
  }
}

const builtInEndpoints: readonly OfferedValue[] = [
  { value: 'cluster', detail: 'leads to the writer' },
  { value: 'reader', detail: 'leads to the readers' },
];

function endpointsOf(design: Design): readonly OfferedValue[] {
  return clustersOf(design).flatMap(({ endpoints }) =>
    endpoints.items.flatMap(({ id }) => {
      const value = known(id);
      return value === undefined ? [] : [{ value, detail: 'custom endpoint' }];
    }),
  );
}
