import type { Row } from '../run.ts';
import { primaryOf, type Simulation } from './simulation.ts';
import { areApart, isRegionDark } from './zones.ts';

/** Every cluster but the primary. */
function followersOf(sim: Simulation): readonly Row[] {
  const primary = primaryOf(sim);
  return [...sim.run.clusters.keys()].filter((row) => row !== primary);
}

/**
 * Replication runs while both Regions are lit and reach each other. What had arrived when it was cut off stays all there is.
 * Source: Aurora guide, global database (the lag is usually below 1 s).
 */
export function updateReplication(sim: Simulation): void {
  const { arrived, cutOff } = sim.state.clusters;
  const sourceIsDark = isRegionDark(sim, primaryOf(sim));
  for (const cluster of followersOf(sim)) {
    const isCutOff = sourceIsDark || isRegionDark(sim, cluster) || areApart(sim, primaryOf(sim), cluster);
    if (isCutOff && cutOff.get(cluster) === 0) arrived.set(cluster, commitsIn(sim, cluster));
    cutOff.set(cluster, isCutOff ? 1 : 0);
  }
}

/** Commits that the volume of a cluster has been given: all that were acknowledged, or what has arrived at a follower. */
export function commitsIn({ state, commits, now }: Simulation, cluster: Row): number {
  const { isPrimary, cutOff, arrived, lag } = state.clusters;
  if (isPrimary.get(cluster) === 1) return commits.acknowledged;
  return cutOff.get(cluster) === 1 ? arrived.get(cluster) : commits.at(now - lag.get(cluster));
}
