import type { Cluster, Design } from '../../design/design.ts';
import { known } from '../../design/node.ts';
import { isMultiMaster } from '../../design/promotion.ts';
import type { RunCluster } from '../run.ts';

/**
 * How far a cluster can be backtracked, or why it cannot be.
 * Source: Aurora guide, backtracking (Aurora MySQL alone; neither with a global database nor with cross-Region replicas).
 */
export function backtrackOf(design: Design, cluster: Cluster): RunCluster['backtrack'] {
  const engine = known(design.engine);
  const seconds = known(cluster.backtrackWindow) ?? 0;
  if (engine !== 'aurora-mysql') return { refusal: 'only Aurora MySQL can be backtracked' };
  if (isMultiMaster(design, cluster)) return { refusal: 'a multi-master cluster cannot be backtracked' };
  if (design.secondaries.items.length > 0) return { refusal: 'a cluster with other Regions cannot be backtracked' };
  if (seconds <= 0) return { refusal: 'the cluster has no backtrackWindow' };
  return { window: seconds * 1000 };
}
