import { type Cluster, clustersOf, type Design } from '../../design/design.ts';
import { known, type Value } from '../../design/node.ts';

/** The identifiers that the clusters of a design write; the name of the design is one of them when it serves a cluster without. */
export function clusterIdentifiers(design: Design): readonly Value<string>[] {
  const written = clustersOf(design).map(({ clusterIdentifier }) => clusterIdentifier);
  return written.some(({ presence }) => presence === 'absent') ? [design.name, ...written] : written;
}

/** The identifier that a cluster gets: its own, or the name of the design. */
export function clusterIdentifierOf(design: Design, { clusterIdentifier }: Cluster): string | undefined {
  return known(clusterIdentifier.presence === 'absent' ? design.name : clusterIdentifier);
}
