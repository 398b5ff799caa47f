import type { Cluster, Design } from '../../design/design.ts';
import { placementsOf } from '../../design/placement.ts';
import { readersOf, writerOf } from '../../design/promotion.ts';
import { countOf } from '../../text/quantity.ts';

/**
 * Who stands where in a cluster: `1 writer, 2 readers in 3 AZs`; without the AZs where not every instance states its own.
 * Undefined where nobody knows which instances there are.
 */
export function summaryOf(design: Design, cluster: Cluster): string | undefined {
  const { presence, items } = cluster.instances;
  if (cluster.presence !== 'known' || presence === 'unknown') return undefined;
  if (items.length === 0) return cluster === design.primary ? 'no instance' : 'headless: storage only';
  const readers = readersOf(design, cluster).length;
  const writers = writerOf(design, cluster) === undefined ? 0 : items.length - readers;
  const parts = [
    ...(writers === 0 ? [] : [countOf(writers, 'writer')]),
    ...(readers === 0 ? [] : [countOf(readers, 'reader')]),
  ];
  const zones = zonesOf(cluster);
  return zones === undefined ? parts.join(', ') : `${parts.join(', ')} in ${countOf(zones.size, 'AZ')}`;
}

/** The AZs in which the instances of a cluster stand; undefined where one of them does not state its own. */
export function zonesOf(cluster: Cluster): ReadonlySet<string> | undefined {
  const placements = placementsOf(cluster);
  const isStated = placements.every(({ chosenBy }) => chosenBy === 'design');
  return isStated ? new Set(placements.map(({ availabilityZone }) => availabilityZone)) : undefined;
}
