import { type Cluster, clustersOf, type Design } from './design.ts';
import { known } from './node.ts';

/** A design before and after an edit. */
export interface DesignChange {
  readonly earlier: Design;
  readonly later: Design;
}

/** A cluster that is there before and after the edit. */
export interface KeptCluster {
  readonly earlier: Cluster;
  readonly later: Cluster;
}

/**
 * The clusters that are there before and after: those of the same identifier, best in the same Region. A primary is
 * also the one that was called otherwise, because AWS renames clusters in place.
 */
export function keptClusters({ earlier, later }: DesignChange): readonly KeptCluster[] {
  const left = new Set(clustersOf(earlier));
  const kept: KeptCluster[] = [];
  const pair = (isSame: (before: Cluster, after: Cluster) => boolean) => {
    for (const after of clustersOf(later)) {
      const before = [...left].find((candidate) => isSame(candidate, after));
      if (before === undefined || kept.some((one) => one.later === after)) continue;
      left.delete(before);
      kept.push({ earlier: before, later: after });
    }
  };
  const identifier = (design: Design, { clusterIdentifier }: Cluster) =>
    known(clusterIdentifier.presence === 'absent' ? design.name : clusterIdentifier)?.toLowerCase();
  const isNamedSame = (before: Cluster, after: Cluster) => {
    const name = identifier(earlier, before);
    return name !== undefined && name === identifier(later, after);
  };
  pair((before, after) => isNamedSame(before, after) && known(before.region) === known(after.region));
  pair(isNamedSame);
  pair((before, after) => before === earlier.primary && after === later.primary);
  return kept;
}
