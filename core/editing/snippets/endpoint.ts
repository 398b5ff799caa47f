import type { Cluster, Design } from '../../design/design.ts';
import { known } from '../../design/node.ts';
import { readersOf } from '../../design/promotion.ts';
import * as limits from '../../facts/generated/limits.ts';
import { escapeSnippet } from '../snippet.ts';
import { entriesOf } from './reader.ts';
import type { WholeSnippet } from './whole-snippet.ts';

/** A custom endpoint for all readers, those of tomorrow too; none where it has no reader to lead to. */
export function endpointSnippets(design: Design, cluster: Cluster): readonly WholeSnippet[] {
  const readers = readersOf(design, cluster);
  const taken = cluster.endpoints.items.map(({ id }) => known(id));
  const id = ['analytics', 'reports', 'batch'].find((name) => !taken.includes(name));
  if (readers.length < 2 || id === undefined || taken.length >= limits.custom_endpoints_max.value) return [];
  return [
    {
      label: 'endpoint for all readers',
      detail: 'readers that are added later answer too',
      text: escapeSnippet(`{ ${entriesOf({ id, type: 'READER' })} }`),
    },
  ];
}
