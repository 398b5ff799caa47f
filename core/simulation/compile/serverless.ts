import type { Cluster, Design } from '../../design/design.ts';
import { known, knownOr } from '../../design/node.ts';
import { sv2_autopause_timeout, sv2_capacity } from '../../facts/generated/limits.ts';
import type { RunCluster } from '../run.ts';

/** A capacity in ACU as half ACU; undefined when it is none that Aurora takes. */
export function halfAcu(capacity: number): number | undefined {
  const { min, max, step } = sv2_capacity;
  const steps = capacity / step;
  return capacity >= min && capacity <= max && Number.isInteger(steps) ? steps : undefined;
}

/**
 * Capacity range of a cluster. Its instances do not pause while a proxy or a zero-ETL integration holds connections, nor
 * in a global database. Source: Aurora guide, auto-pause; of a global database it is the writer, tiers 0 and 1, and every
 * secondary that do not, here all.
 */
export function serverlessOf(design: Design, cluster: Cluster): Pick<RunCluster, 'serverless'> {
  const { minCapacity, maxCapacity, secondsUntilAutoPause } = cluster.serverlessV2ScalingConfiguration;
  const min = halfAcu(known(minCapacity) ?? -1);
  const max = halfAcu(known(maxCapacity) ?? -1);
  if (min === undefined || max === undefined || min > max || max === 0) return {};
  const isGlobal = design.secondaries.items.some(({ replication }) => known(replication) !== 'binlog');
  const isHeld = isGlobal || cluster.proxies.presence !== 'absent' || cluster.integrations.presence !== 'absent';
  const { default: usual } = sv2_autopause_timeout;
  const pauseAfter = (knownOr(secondsUntilAutoPause, usual) ?? usual) * 1000;
  return {
    serverless: { minCapacity: min, maxCapacity: max, pauseAfter: isHeld ? undefined : Math.max(0, pauseAfter) },
  };
}
