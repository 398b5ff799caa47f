import { type Cluster, clustersOf, type Design } from '../../design/design.ts';
import { known } from '../../design/node.ts';
import * as limits from '../../facts/generated/limits.ts';
import { setValue } from '../design-fix.ts';
import type { DesignFix } from '../rule.ts';
import { serverlessOnly } from './capacity.ts';

/** The smallest minimum, in ACU, at which max_connections follows the maximum. */
const leastUncapped = 1;

/** A cluster whose max_connections the small minimum caps, with the mend. */
export interface CappedCluster {
  readonly cluster: Cluster;
  readonly minimum: number;
  readonly fixes: readonly DesignFix[];
}

/** The clusters of Aurora PostgreSQL whose minimum is so small that max_connections is capped. */
export function cappedClusters(design: Design): readonly CappedCluster[] {
  if (known(design.engine) !== limits.sv2_max_connections_cap.engine) return [];
  return serverlessOnly(clustersOf(design)).flatMap((cluster) => {
    const { minCapacity, maxCapacity } = cluster.serverlessV2ScalingConfiguration;
    const minimum = known(minCapacity);
    if (minimum === undefined || minimum > limits.sv2_max_connections_cap.up_to_min) return [];
    const fits = (known(maxCapacity) ?? 0) > leastUncapped;
    return [{ cluster, minimum, fixes: fits ? [setValue(minCapacity.path, leastUncapped)] : [] }];
  });
}
